import type { EmbeddedText } from '../text/embedded-text';
import type { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

export type CourseLanguage = 'markdown' | 'mermaid' | 'python' | 'notebook';

/**
 * One course file, read once and frozen. Every span is in offsets of `text`, the file as it stands, also for markdown
 * that lives in a Python string; who reads the model need not know where it came from. Arrays are in text order.
 */
export interface CourseDocument {
  readonly uri: string;
  readonly language: CourseLanguage;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
  /** The stretches of course text: all of a markdown file, each course string of a Python file, none of a `.mmd` file. */
  readonly regions: readonly Region[];
  readonly headings: readonly Heading[];
  readonly listItems: readonly ListItem[];
  readonly tables: readonly Table[];
  /** Those whose content is no markdown, or is shown as it is written. */
  readonly fences: readonly Fence[];
  /** Those whose content is read as markdown too, as MyST's ```` ```{note} ````. */
  readonly directives: readonly Fence[];
  /** The Mermaid diagrams: Mermaid fences, strings that are wholly a diagram, or the whole `.mmd` file. */
  readonly diagrams: readonly Diagram[];
  /** Formulas that stand as blocks: `$$ … $$` and `\[ … \]` on lines of their own. */
  readonly formulas: readonly FormulaBlock[];
  /** Link reference definitions, `[label]: target`. */
  readonly references: readonly ReferenceBlock[];
  /** The arrows of diagrams that end the comment around them. */
  readonly cutComments: readonly Span[];
  /** First lines of what lies so deep in quotes and lists that it is not read. */
  readonly tooDeep: readonly Span[];
  /** Inline text (paragraphs, headings, list items, table cells): where prose stands, without block markers. */
  readonly inlines: readonly Inline[];
}

/** A markdown text and its way back to the file: the identity for markdown, decoding for a Python string. */
export interface Region {
  readonly source: EmbeddedText;
  readonly span: Span;
  /** YAML between `---` lines, those included; only where the first line of a file opens it. */
  readonly frontMatter?: Span;
}

export interface Heading {
  readonly level: number;
  /** The line or lines of the heading, markers included. */
  readonly span: Span;
  /** The inline text, without `#` markers. */
  readonly titleSpan: Span;
  /** The inline text as written, markup and emoji included. */
  readonly title: string;
  readonly region: number;
}

export interface ListItem {
  readonly span: Span;
  /** First line's inline text, without marker; empty span when there is none. */
  readonly textSpan: Span;
  /** The paragraph or heading on the marker's line, all of it; absent when there is none. */
  readonly inline?: Inline;
  readonly ordered: boolean;
  /** The number as written, for ordered items. */
  readonly number?: number;
  /** Span of the marker (`-`, `12.`). */
  readonly markerSpan: Span;
  /** Nesting depth, 0 at the top. */
  readonly depth: number;
  readonly region: number;
}

export interface Table {
  readonly span: Span;
  /** Rows of cells, the header row first; the delimiter row is left out. */
  readonly rows: readonly (readonly Inline[])[];
  readonly region: number;
}

/**
 * What keeps a fence from being what its author meant: nothing closes it, its closing line says something more, or a
 * fence that it shows is as long as itself.
 */
export type FenceFault = 'never-closed' | 'text-behind-closer' | 'holds-its-own-kind';

/** A fence as its author meant it, which is not always as markdown reads it: see `fault`. */
export interface Fence {
  /** The opening line to the closing line, both included; where it is not closed, to the next heading, fence or the end of its container. */
  readonly span: Span;
  /** The opening marker: the backticks, tildes or colons; the tag or shortcode that opens a diagram. */
  readonly markerSpan: Span;
  /** The info string, trimmed; empty span after the marker when there is none. */
  readonly infoSpan: Span;
  readonly info: string;
  /** The language that the info string names, in lower case: `mermaid`, `attention`, `python`, ''. */
  readonly language: string;
  readonly content: EmbeddedText;
  readonly contentSpan: Span;
  readonly closed: boolean;
  readonly fault?: FenceFault;
  /** The marker that was meant to close it, where markdown reads another or none. */
  readonly closerSpan?: Span;
  readonly region: number;
}

export interface Diagram {
  readonly span: Span;
  readonly content: EmbeddedText;
  readonly contentSpan: Span;
  /** Absent for a whole file and for a string that is wholly a diagram. */
  readonly fence?: Fence;
}

export interface FormulaBlock {
  /** Delimiters included. */
  readonly span: Span;
  /** The opener. */
  readonly delimiter: '$$' | '\\[';
  /** The TeX between the delimiters. */
  readonly content: EmbeddedText;
  readonly contentSpan: Span;
  readonly region: number;
}

/** A link reference definition, whole. It shows nothing, so it is no inline. */
export interface ReferenceBlock {
  readonly source: EmbeddedText;
  readonly span: Span;
  readonly region: number;
}

/** Inline content of one block. `source` is the text markdown-it would parse inline, with its way back. */
export interface Inline {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  readonly source: EmbeddedText;
  readonly span: Span;
  readonly region: number;
}
