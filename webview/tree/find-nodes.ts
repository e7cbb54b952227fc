import type { SubjectNode } from '../../src/protocol';

/**
 * The ids of the nodes whose label or id holds the words, in the diagram's order. Case, accents and the width of letters
 * make no difference; every word must be found.
 */
export function findNodes(nodes: readonly SubjectNode[], query: string): readonly string[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return nodes
    .filter((node) => {
      const text = plain(`${node.label} ${node.id}`);
      return words.every((word) => text.includes(word));
    })
    .map((node) => node.id);
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
