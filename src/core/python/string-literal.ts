import type { Span } from '../text/span';

/** A triple-quoted string of a Python file. */
export interface StringLiteral {
  /** From the prefix to the closing quotes. */
  readonly span: Span;
  /** Between the quotes. */
  readonly contentSpan: Span;
  readonly quote: '"""' | "'''";
  readonly raw: boolean;
  /** An f-string, a t-string or a template of `str.format`: braces hold what is filled in, and are doubled to stand for one. */
  readonly formatted: boolean;
  readonly bytes: boolean;
  /** What is filled in, braces included. */
  readonly fields: readonly Span[];
  /** The first statement of a module, class or function. */
  readonly docstring: boolean;
  /** White space before the first word of the line that the string starts on. */
  readonly indent: string;
}
