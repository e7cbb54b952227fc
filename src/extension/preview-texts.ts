import type { TermFinder } from './preview-terms';

/** Pages that are remembered, of all that were drawn; those that are on a screen are few. */
const most = 40;

/**
 * The running text of the pages that were drawn last. By it can be told whether other terms would draw any of them otherwise:
 * VS Code can draw its previews anew only as new pages, which forget what a reader has opened and turned in them.
 */
export class PreviewTexts {
  readonly #pages = new Map<string, readonly string[]>();

  /**
   * Takes the running text of a page, in the pieces in which terms are looked for.
   * @param page what it is a page of
   */
  drawn(page: string, texts: readonly string[]): void {
    this.#pages.delete(page);
    this.#pages.set(page, texts);
    if (this.#pages.size > most) this.#pages.delete(this.#pages.keys().next().value!);
  }

  /** Whether a page of this was drawn. */
  has(page: string): boolean {
    return this.#pages.has(page);
  }

  /** What pages were drawn of. */
  pages(): readonly string[] {
    return [...this.#pages.keys()];
  }

  /** The pages that are drawn otherwise by one than by the other; undefined finds no terms. */
  differing(before: TermFinder | undefined, after: TermFinder | undefined): readonly string[] {
    const marks = (terms: TermFinder | undefined, text: string) => JSON.stringify(terms?.split(text) ?? [{ text }]);
    return [...this.#pages].flatMap(([page, texts]) =>
      texts.some((text) => marks(before, text) !== marks(after, text)) ? [page] : [],
    );
  }
}
