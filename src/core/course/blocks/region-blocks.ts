import type { EmbeddedText } from '../../text/embedded-text';
import type { Span } from '../../text/span';
import type {
  Diagram,
  Fence,
  FenceFault,
  FormulaBlock,
  Heading,
  Inline,
  ListItem,
  ReferenceBlock,
  Table,
} from '../course-document';
import { holdsMarkdown } from './directive-body';
import { fenceLanguage } from './fence-language';
import { type LinePart, trimmed } from './line-part';
import type { RegionText } from './region-text';

/** What the block rules found in a document, region after region, each list in text order. */
export class FoundBlocks {
  readonly headings: Heading[] = [];
  readonly listItems: ListItem[] = [];
  readonly tables: Table[] = [];
  readonly fences: Fence[] = [];
  readonly directives: Fence[] = [];
  readonly diagrams: Diagram[] = [];
  readonly formulas: FormulaBlock[] = [];
  readonly references: ReferenceBlock[] = [];
  readonly inlines: Inline[] = [];
  readonly cutComments: Span[] = [];
  readonly tooDeep: Span[] = [];

  add(others: FoundBlocks): void {
    for (const other of others.headings) this.headings.push(other);
    for (const other of others.listItems) this.listItems.push(other);
    for (const other of others.tables) this.tables.push(other);
    for (const other of others.fences) this.fences.push(other);
    for (const other of others.directives) this.directives.push(other);
    for (const other of others.diagrams) this.diagrams.push(other);
    for (const other of others.formulas) this.formulas.push(other);
    for (const other of others.references) this.references.push(other);
    for (const other of others.inlines) this.inlines.push(other);
    for (const other of others.cutComments) this.cutComments.push(other);
    for (const other of others.tooDeep) this.tooDeep.push(other);
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Turns what the rules see in one region, in the region's own offsets, into parts of the model. */
export class RegionBlocks {
  frontMatter: Span | undefined;
  readonly region: number;
  readonly source: RegionText;
  readonly mayHoldFrontMatter: boolean;
  /** Whether the text is MDX, in which tags hold markdown. */
  readonly mdx: boolean;
  readonly #into: FoundBlocks;
  readonly #open: { readonly item: Writable<ListItem>; readonly line: number; filled: boolean }[] = [];

  constructor(source: RegionText, mayHoldFrontMatter: boolean, region: number, into: FoundBlocks, mdx: boolean) {
    this.source = source;
    this.mayHoldFrontMatter = mayHoldFrontMatter;
    this.region = region;
    this.mdx = mdx;
    this.#into = into;
  }

  paragraph(line: number, parts: readonly LinePart[]): void {
    const inline = this.#inline('paragraph', this.#embedTrimmed(parts, 0));
    this.#into.inlines.push(inline);
    this.#fillItem(line, inline);
  }

  heading(line: number, level: number, start: number, end: number, parts: readonly LinePart[]): void {
    const kept = trimmed(parts, this.source.text);
    const source = parts.length === 1 ? this.source.embedLine(kept, end) : this.source.embedLines(kept, end);
    const inline = this.#inline('heading', source);
    if (source.text !== '') this.#into.inlines.push(inline);
    this.#fillItem(line, inline);
    this.#into.headings.push(
      Object.freeze({
        level,
        span: this.source.span(start, end),
        titleSpan: inline.span,
        title: inline.source.text,
        region: this.region,
      }),
    );
  }

  /** Takes a fence; whether its content is markdown, and so to be read too. */
  fence(
    marker: Span,
    info: Span,
    end: number,
    content: readonly LinePart[],
    contentStart: number,
    closed: boolean,
    { fault, closer }: { readonly fault: FenceFault | undefined; readonly closer: Span | undefined },
  ): boolean {
    const { source, region } = this;
    const infoText = source.text.slice(info.start, info.end);
    const embedded = source.embedWholeLines(content, contentStart, marker.start);
    const span = source.span(marker.start, end);
    const contentSpan = whole(embedded);
    const options = /^\{\s*(?:mermaid|kroki)\b/i.test(infoText) ? optionLines(content, source.text) : 0;
    const stated = fenceLanguage(infoText);
    const fence: Fence = Object.freeze({
      span,
      markerSpan: source.span(marker.start, marker.end),
      infoSpan: source.span(info.start, info.end),
      info: infoText,
      language: stated === 'kroki' && namesMermaid(content.slice(0, options), source.text) ? 'mermaid' : stated,
      content: embedded,
      contentSpan,
      closed,
      ...(fault === undefined ? {} : { fault }),
      ...(closer ? { closerSpan: source.span(closer.start, closer.end) } : {}),
      region,
    });
    if (holdsMarkdown(infoText, embedded.text)) {
      this.#into.directives.push(fence);
      return true;
    }
    this.#into.fences.push(fence);
    if (fence.language === 'mermaid' && !standsInFile(infoText, content.slice(options), source.text)) {
      const drawn =
        options === 0 || options === content.length
          ? embedded
          : source.embedWholeLines(content.slice(options), content[options]!.start, marker.start);
      this.#into.diagrams.push(Object.freeze({ span, content: drawn, contentSpan: whole(drawn), fence }));
    }
    return false;
  }

  /** A diagram between an opening and a closing tag: a fence in another notation. */
  taggedDiagram(opener: Span, word: Span, closer: Span, content: readonly LinePart[], filledIn?: RegExp): void {
    const embedded = this.source.embedTagged(content, content[0]?.start ?? opener.end, filledIn);
    this.#diagramBetween(opener, word, closer, embedded);
  }

  /** A diagram in a template of JavaScript that a component is given; `raw` says that the template knows no escapes. */
  templateDiagram(opener: Span, word: Span, closer: Span, content: readonly LinePart[], raw: boolean): void {
    const embedded = this.source.embedTemplate(content, content[0]?.start ?? opener.end, raw);
    this.#diagramBetween(opener, word, closer, embedded);
  }

  #diagramBetween(opener: Span, word: Span, closer: Span, embedded: EmbeddedText): void {
    const { source, region } = this;
    const span = source.span(opener.start, closer.end);
    const contentSpan = whole(embedded);
    const info = source.text.slice(word.start, word.end);
    const fence: Fence = Object.freeze({
      span,
      markerSpan: source.span(opener.start, opener.end),
      infoSpan: source.span(word.start, word.end),
      info,
      language: info.toLowerCase(),
      content: embedded,
      contentSpan,
      closed: true,
      region,
    });
    this.#into.fences.push(fence);
    this.#into.diagrams.push(Object.freeze({ span, content: embedded, contentSpan, fence }));
  }

  /** The arrow of a diagram that ends the comment around it. */
  cutComment(start: number, end: number): void {
    this.#into.cutComments.push(this.source.span(start, end));
  }

  /** The first line of what lies too deep to be read. */
  tooDeep(start: number, end: number): void {
    this.#into.tooDeep.push(this.source.span(start, end));
  }

  formula(start: number, end: number, parts: readonly LinePart[], delimiter: FormulaBlock['delimiter']): void {
    const content = this.#embedTrimmed(parts, start + 2);
    this.#into.formulas.push(
      Object.freeze({
        span: this.source.span(start, end),
        delimiter,
        content,
        contentSpan: whole(content),
        region: this.region,
      }),
    );
  }

  reference(parts: readonly LinePart[]): void {
    const source = this.#embedTrimmed(parts, 0);
    this.#into.references.push(Object.freeze({ source, span: whole(source), region: this.region }));
  }

  table(start: number, end: number, rows: readonly (readonly Span[])[]): void {
    const cells = rows.map((row) =>
      Object.freeze(row.map((cell) => this.#inline('cell', this.source.embedCell(cell.start, cell.end)))),
    );
    for (const row of cells) for (const cell of row) this.#into.inlines.push(cell);
    this.#into.tables.push(
      Object.freeze({ span: this.source.span(start, end), rows: Object.freeze(cells), region: this.region }),
    );
  }

  openItem(line: number, start: number, end: number, number: number | undefined): void {
    const after = this.source.span(end, end);
    const item: Writable<ListItem> = {
      span: after,
      textSpan: after,
      ordered: number !== undefined,
      ...(number === undefined ? {} : { number }),
      markerSpan: this.source.span(start, end),
      depth: this.#open.length,
      region: this.region,
    };
    this.#open.push({ item, line, filled: false });
    this.#into.listItems.push(item);
  }

  closeItem(end: number): void {
    const open = this.#open.pop();
    if (!open) return;
    const { item } = open;
    item.span = Object.freeze({
      start: item.markerSpan.start,
      end: Math.max(item.markerSpan.end, this.source.span(end, end).end),
    });
    Object.freeze(item);
  }

  /** The first text on the item's own line is what the item says. */
  #fillItem(line: number, inline: Inline): void {
    const open = this.#open.at(-1);
    if (!open || open.filled || open.line !== line) return;
    open.filled = true;
    open.item.inline = inline;
    const lineBreak = inline.source.text.indexOf('\n');
    const end = lineBreak < 0 ? inline.source.text.length : lineBreak;
    open.item.textSpan = Object.freeze(inline.source.spanToOuter({ start: 0, end }));
  }

  #embedTrimmed(parts: readonly LinePart[], anchor: number): EmbeddedText {
    return this.source.embedLines(trimmed(parts, this.source.text), anchor);
  }

  #inline<K extends Inline['kind']>(kind: K, source: EmbeddedText): Inline & { readonly kind: K } {
    return Object.freeze({ kind, source, span: whole(source), region: this.region });
  }
}

/** How many lines at the beginning of a MyST directive are its options, `:name: value`, with the blank lines behind. */
function optionLines(content: readonly LinePart[], text: string): number {
  const lineAt = ({ start, end }: LinePart) => text.slice(start, end);
  let count = 0;
  while (count < content.length && /^[ \t]*:[\w-]+:(?:[ \t]|$)/.test(lineAt(content[count]!))) count++;
  while (count > 0 && count < content.length && lineAt(content[count]!).trim() === '') count++;
  return count;
}

/** Whether the options of a Kroki directive say that it draws Mermaid: `:type: mermaid`. */
const namesMermaid = (options: readonly LinePart[], text: string): boolean =>
  options.some(({ start, end }) => /^[ \t]*:type:[ \t]*mermaid[ \t]*$/i.test(text.slice(start, end)));

/** Whether a directive of Sphinx draws a file that it names, `{mermaid} x.mmd`, with nothing but options below. */
const standsInFile = (info: string, content: readonly LinePart[], text: string): boolean =>
  /^\{\s*mermaid\s*\}\s*\S+\.\w+$/i.test(info) &&
  content.every(({ start, end }) => text.slice(start, end).trim() === '');

const whole = (source: EmbeddedText): Span => Object.freeze(source.spanToOuter({ start: 0, end: source.text.length }));
