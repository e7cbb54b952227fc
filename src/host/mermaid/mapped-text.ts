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
    return new MappedText(
      text,
      Int32Array.from({ length: text.length + 1 }, (_, i) => i),
    );
  }

  /** The offset in the first text where a character came from; new characters stand where the old ones began. */
  origin(offset: number): number {
    return this.#origins[Math.max(0, Math.min(offset, this.text.length))]!;
  }

  /** `String.prototype.replace` with a function, every match on its own. */
  replace(pattern: RegExp, replacement: (match: RegExpMatchArray) => string): MappedText {
    const edits: { start: number; end: number; newText: string }[] = [];
    const single = pattern.global ? this.text.matchAll(pattern) : [this.text.match(pattern)];
    for (const match of single) {
      if (match) edits.push({ start: match.index!, end: match.index! + match[0].length, newText: replacement(match) });
    }
    return this.#edited(edits);
  }

  delete(start: number, end: number): MappedText {
    return this.#edited([{ start, end, newText: '' }]);
  }

  append(text: string): MappedText {
    return this.#edited([{ start: this.text.length, end: this.text.length, newText: text }]);
  }

  #edited(edits: readonly { start: number; end: number; newText: string }[]): MappedText {
    if (edits.length === 0) return this;
    const origins: number[] = [];
    let text = '';
    let done = 0;
    for (const { start, end, newText } of edits) {
      text += this.text.slice(done, start) + newText;
      for (let i = done; i < start; i++) origins.push(this.#origins[i]!);
      // Rewritten in place (a quote for another) keeps its columns; longer or shorter text clings to its start.
      const inPlace = newText.length === end - start;
      for (let i = 0; i < newText.length; i++) origins.push(this.#origins[inPlace ? start + i : start]!);
      done = end;
    }
    text += this.text.slice(done);
    for (let i = done; i <= this.text.length; i++) origins.push(this.#origins[i]!);
    return new MappedText(text, Int32Array.from(origins));
  }
}
