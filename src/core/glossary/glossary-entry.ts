import type { Span } from '../text/span';

export type EntryForm =
  | 'bold'
  | 'plain'
  | 'heading'
  | 'page'
  | 'definition-list'
  | 'abbreviation'
  | 'table'
  | 'titled'
  | 'directive'
  | 'html';

/** A labelled part of an entry that is not its definition. */
export interface EntryField {
  readonly label: string;
  /** Markdown, as definitions are. */
  readonly text: string;
}

/** A term where its author defines it. Spans are in document offsets. */
export interface GlossaryEntry {
  /** The name without emoji, acronym and colon. */
  readonly term: string;
  readonly acronym: string | null;
  readonly emoji: string | null;
  /** The name with its emoji where the author puts it: what a diagram's label says. */
  readonly label: string;
  /** Other names: the mnemonic of a titled area, further short forms, what an abbreviation stands for. */
  readonly aliases: readonly string[];
  /** Markdown, its paragraphs each on one line; null where the form gives none. */
  readonly definition: string | null;
  readonly form: EntryForm;
  /** What an author says of it besides: Example, See also. */
  readonly fields: readonly EntryField[];
  /**
   * The list of its file that it belongs to, by the offset of what announces it; null where nothing does. What merely
   * looks like an entry (a definition list in a manual) is shown, and not checked.
   */
  readonly scope: number | null;
  /** Whether the author put it into a glossary: under a title that announces one, or in a form made for one. */
  readonly announced: boolean;
  /** From the name to the end of the definition. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly acronymSpan: Span | null;
  readonly definitionSpan: Span | null;
}
