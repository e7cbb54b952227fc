import { applyChanges, type Span, type TextChange } from './span';

/** A text under rewriting that remembers, for each of its characters, where in the first text it came from. */
export class MappedText {
  readonly text: string;
  /** One offset a character and one for the end. */
  readonly #origins: Int32Array;

  private constructor(text: string, origins: Int32Array) {
    this.text = text;
    this.#origins = origins;
  }

  static of(text: string): MappedText {
    // A loop: of a long text, `Int32Array.from` took most of the time that a broken diagram takes.
    const origins = new Int32Array(text.length + 1);
    for (let i = 0; i <= text.length; i++) origins[i] = i;
    return new MappedText(text, origins);
  }

  /** The offset in the first text where a character came from; new characters stand where the old ones began. */
  origin(offset: number): number {
    return this.#origins[Math.max(0, Math.min(offset, this.text.length))]!;
  }

  originSpan({ start, end }: Span): Span {
    const from = this.origin(start);
    return { start: from, end: end > start ? Math.max(from, this.origin(end - 1) + 1) : from };
  }

  /** Rewrites as `String.prototype.replace` does with a function. */
  replace(pattern: RegExp, replacement: (match: RegExpMatchArray) => string): MappedText {
    const matches = pattern.global ? [...this.text.matchAll(pattern)] : [this.text.match(pattern)];
    return this.change(
      matches
        .filter((match) => match !== null)
        .map((match) => ({
          span: { start: match.index!, end: match.index! + match[0].length },
          newText: replacement(match),
        })),
    );
  }

  delete(start: number, end: number): MappedText {
    return this.change([{ span: { start, end }, newText: '' }]);
  }

  append(text: string): MappedText {
    return this.change([{ span: { start: this.text.length, end: this.text.length }, newText: text }]);
  }

  change(changes: readonly TextChange[]): MappedText {
    if (changes.length === 0) return this;
    const text = applyChanges(this.text, changes);
    const origins = new Int32Array(text.length + 1);
    let to = 0;
    let from = 0;
    for (const { span, newText } of [...changes].sort(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    )) {
      while (from < span.start) origins[to++] = this.#origins[from++]!;
      // Rewritten in place (a quote for another) keeps its columns; longer or shorter text clings to its start.
      const inPlace = newText.length === span.end - span.start;
      for (let i = 0; i < newText.length; i++) origins[to++] = this.#origins[inPlace ? span.start + i : span.start]!;
      from = span.end;
    }
    while (from <= this.text.length) origins[to++] = this.#origins[from++]!;
    return new MappedText(text, origins);
  }
}
