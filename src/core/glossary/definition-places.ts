import { getOrSet } from '../get-or-set';
import { firstIndex } from '../text/first-index';
import type { Span } from '../text/span';
import type { Term } from './term';

const known = new WeakMap<Term, ReadonlyMap<string, readonly Span[]>>();

/** Where a term is defined in a file, in text order; definitions do not overlap. */
function definitionsIn(term: Term, uri: string): readonly Span[] {
  let files = known.get(term);
  if (!files) {
    const spans = new Map<string, Span[]>();
    for (const placed of term.entries) getOrSet(spans, placed.uri, () => []).push(placed.entry.span);
    for (const list of spans.values()) list.sort((a, b) => a.start - b.start);
    known.set(term, spans);
    files = spans;
  }
  return files.get(uri) ?? [];
}

/** Whether a span lies in a definition of the term itself. */
export function isInDefinition(term: Term, uri: string, span: Span): boolean {
  const spans = definitionsIn(term, uri);
  const last = spans[firstIndex(spans.length, (i) => spans[i]!.start > span.start) - 1];
  return last !== undefined && span.end <= last.end;
}
