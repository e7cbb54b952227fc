import { plainWords, queryWords } from '../../src/core/text/plain-words';
import type { DiagramSubject, SearchAnswer, SubjectNode } from '../../src/protocol';

/**
 * The ids of the nodes whose label or id holds the words, in the diagram's order. Case, accents and the width of letters
 * make no difference; every word must be found.
 */
export function findNodes(nodes: readonly SubjectNode[], query: string): readonly string[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return nodes
    .filter((node) => {
      const text = plainWords(`${node.label} ${node.id}`);
      return words.every((word) => text.includes(word));
    })
    .map((node) => node.id);
}

/** What was found in the course without the nodes of the diagram itself: those are found in its picture. */
export function elsewhere({ hits, total }: SearchAnswer, subject: DiagramSubject | undefined): SearchAnswer {
  const others = hits.filter(({ kind, uri, range }) => {
    if (kind !== 'label' || !subject || uri !== subject.uri) return true;
    return range.start.line < subject.range.start.line || range.end.line > subject.range.end.line;
  });
  return { hits: others, total: total - (hits.length - others.length) };
}
