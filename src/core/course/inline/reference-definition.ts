import type { Span } from '../../text/span';

/** The parts of `[label]: target "title"`, in offsets of the definition's text. */
export interface ReferenceDefinition {
  /** Between the brackets. */
  readonly labelSpan: Span;
  /** The destination as written, without angle brackets. */
  readonly targetSpan: Span;
  /** The title with its quotes; absent when there is none. */
  readonly titleSpan?: Span;
}

/** Reads a link reference definition that the block rules have found: what it is, they have made sure of. */
export function readReferenceDefinition(text: string): ReferenceDefinition | undefined {
  const label = /^\[(?:[^\\\]]|\\[\s\S])*\]:\s*/.exec(text)?.[0];
  if (!label) return undefined;
  const labelSpan = { start: 1, end: label.lastIndexOf(']') };
  const rest = text.slice(label.length);
  const target = /^<((?:[^\\>\n]|\\.)*)>|^\S+/.exec(rest);
  if (!target) return undefined;
  const start = label.length + (target[1] === undefined ? 0 : 1);
  const targetSpan = { start, end: start + (target[1] ?? target[0]).length };
  const afterTarget = label.length + target[0].length;
  const title = text.slice(afterTarget).trim();
  if (title === '') return { labelSpan, targetSpan };
  const titleStart = text.indexOf(title, afterTarget);
  return { labelSpan, targetSpan, titleSpan: { start: titleStart, end: titleStart + title.length } };
}
