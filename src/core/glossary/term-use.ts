import type { Span } from '../text/span';

/** A place where a term stands. */
export interface TermUse {
  readonly uri: string;
  readonly span: Span;
  /** In prose, headings and tables, or in a diagram: an id, a label, an edge label. */
  readonly kind: 'prose' | 'node';
}
