import type { Span } from '../../text/span';

/** What a stretch of a diagram is, in words that every diagram type shares. */
export const tokenKinds = [
  /** Blanks and line breaks. */
  'space',
  'comment',
  /** `%%{init: …}%%` */
  'directive',
  /** YAML between `---` lines. */
  'frontMatter',
  /** The keyword that opens the diagram. */
  'header',
  'keyword',
  /** A word with a fixed meaning in its place that is no keyword: a direction, a shape's name, a tag. */
  'value',
  'id',
  'arrow',
  /** A bracket, brace or pipe that opens or closes. */
  'bracket',
  'quote',
  /** The text of a node, group or edge, between its delimiters. */
  'label',
  /** The name of a style class. */
  'class',
  /** Style declarations. */
  'style',
  'number',
  /** A quoted text that is no label: a link, a tooltip. */
  'string',
  /** `&`, `:`, `;`, `,`, `:::` and their like. */
  'operator',
  /** Free text without delimiters. */
  'text',
  /** What the grammar has no place for. */
  'unknown',
] as const;

export type TokenKind = (typeof tokenKinds)[number];

export interface Token extends Span {
  readonly kind: TokenKind;
}

const codes = new Map<TokenKind, number>(tokenKinds.map((kind, code) => [kind, code]));

/**
 * Tokens that tile a text: the first starts at 0, each ends where the next one starts, the last ends with the text.
 * So a start and a kind is all that is kept of each.
 */
export class TokenList implements Iterable<Token> {
  #starts = new Uint32Array(64);
  #kinds = new Uint8Array(64);
  #length = 0;
  #end = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends the token that reaches from the end of the last one to `end`. An empty one is dropped. */
  push(kind: TokenKind, end: number): void {
    if (end <= this.#end) return;
    if (this.#length === this.#starts.length) this.#grow();
    this.#starts[this.#length] = this.#end;
    this.#kinds[this.#length] = codes.get(kind)!;
    this.#length++;
    this.#end = end;
  }

  at(index: number): Token | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const end = index + 1 < this.#length ? this.#starts[index + 1]! : this.#end;
    return { kind: tokenKinds[this.#kinds[index]!]!, start: this.#starts[index]!, end };
  }

  /** The index of the token that holds the character at `offset`; the last one for the end of the text. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.#length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let index = 0; index < this.#length; index++) yield this.at(index)!;
  }

  #grow(): void {
    const starts = new Uint32Array(this.#length * 2);
    const kinds = new Uint8Array(this.#length * 2);
    starts.set(this.#starts);
    kinds.set(this.#kinds);
    this.#starts = starts;
    this.#kinds = kinds;
  }
}
