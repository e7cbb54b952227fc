import type { Span } from '../text/span';

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
  readonly form: 'bold' | 'definition-list' | 'abbreviation' | 'table' | 'titled';
  /** From the name to the end of the definition. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly acronymSpan: Span | null;
  readonly definitionSpan: Span | null;
}
