import { firstIndex } from '../../text/first-index';
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

const codes = Object.fromEntries(tokenKinds.map((kind, code) => [kind, code])) as Record<TokenKind, number>;

/** How many bits of a packed token hold its kind; the others hold its start. */
const kindBits = 5;
const kindMask = (1 << kindBits) - 1;

/**
 * Tokens that tile a text: the first starts at 0, each ends where the next one starts, the last ends with the text.
 * So a start and a kind is all that is kept of each, in one number. Texts are shorter than 2²⁷ characters.
 */
export class TokenList implements Iterable<Token> {
  #packed: Uint32Array;
  #length = 0;
  #end = 0;

  /** @param textLength of the text to be tiled: how many tokens to expect */
  constructor(textLength: number) {
    this.#packed = new Uint32Array((textLength >> 1) + 8);
  }

  get length(): number {
    return this.#length;
  }

  /** Appends the token that reaches from the end of the last one to `end`. An empty one is dropped. */
  push(kind: TokenKind, end: number): void {
    if (end <= this.#end) return;
    if (this.#length === this.#packed.length) this.#grow();
    this.#packed[this.#length++] = (this.#end << kindBits) | codes[kind];
    this.#end = end;
  }

  at(index: number): Token | undefined {
    if (index < 0 || index >= this.#length) return undefined;
    const kind = tokenKinds[this.#packed[index]! & kindMask]!;
    return { kind, start: this.#start(index), end: index + 1 < this.#length ? this.#start(index + 1) : this.#end };
  }

  /** The index of the token that holds the character at `offset`; the last one for the end of the text. */
  indexAt(offset: number): number {
    return Math.max(0, firstIndex(this.#length, (i) => this.#start(i) > offset) - 1);
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let index = 0; index < this.#length; index++) yield this.at(index)!;
  }

  #start(index: number): number {
    return this.#packed[index]! >>> kindBits;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#length * 2);
    grown.set(this.#packed);
    this.#packed = grown;
  }
}
