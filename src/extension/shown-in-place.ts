import type { InPlace } from '../protocol';

/** What a panel shows in place of its document's subject, until that is closed. */
export class ShownInPlace {
  #what: InPlace | undefined;
  #again: (() => Promise<InPlace | undefined>) | undefined;

  get what(): InPlace | undefined {
    return this.#what;
  }

  /** @param again makes it anew, for when a file has been saved */
  show(what: InPlace, again?: () => Promise<InPlace | undefined>): void {
    this.#what = what;
    this.#again = again;
  }

  close(): void {
    this.#what = undefined;
    this.#again = undefined;
  }

  /** Takes over what another panel showed, and how it is made anew. */
  takeOver(other: ShownInPlace): void {
    this.#what = other.#what;
    this.#again = other.#again;
  }

  /** Makes it anew; says whether there is something else to show. Where the course cannot be read just now, it stays. */
  async refresh(): Promise<boolean> {
    const again = this.#again;
    const what = await again?.().catch(() => undefined);
    if (!what || this.#again !== again) return false;
    this.#what = what;
    return true;
  }
}
