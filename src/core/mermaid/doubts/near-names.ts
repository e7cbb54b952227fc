import { distance } from 'fastest-levenshtein';
import type { Suspect } from '../breaks/suspect';
import type { DiagramNode } from '../diagram-symbols';
import type { Taken } from './doubt';

/** Where naming makes nodes: one named once, without a label of its own, that is only a slip away from one that is declared. */
export function* nearNames({ symbols }: Taken): Iterable<Suspect> {
  const settled = symbols.nodes.filter(isSettled);
  for (const node of symbols.nodes) {
    if (isSettled(node) || node.occurrences.length > 1 || node.labels.length > 0) continue;
    const meant = settled.find(({ id }) => isSlip(node.id, id));
    if (!meant) continue;
    const { span } = node.occurrences[0]!;
    yield {
      code: 'mermaid.near-name',
      span,
      message: `‘${node.id}’ is named only here; is ‘${meant.id}’ meant?`,
      fix: { title: `Write ${meant.id}`, safe: false, changes: [{ span, newText: meant.id }] },
    };
  }
}

const isSettled = ({ labels, occurrences }: DiagramNode): boolean => labels.length > 0 || occurrences.length > 2;

/** A letter lost, doubled, misplaced or in the wrong case; not a number or a letter counted on, nor a plural. */
function isSlip(written: string, meant: string): boolean {
  if (Math.min(written.length, meant.length) < 4) return false;
  if (written.replace(/\d/g, '') !== written || meant.replace(/\d/g, '') !== meant) {
    if (written.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return false;
  }
  if (written.toLowerCase() === meant.toLowerCase()) return true;
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  const far = distance(written, meant);
  if (long.length === short.length + 1) return far === 1 && long !== `${short}s` && !/[A-Z_-].?$/.test(long);
  if (far === 2) return [...written].sort().join('') === [...meant].sort().join('');
  return far === 1 && written.length >= 6 && /[a-z]/.test(changed(written, meant));
}

const changed = (a: string, b: string): string => {
  const at = [...a].findIndex((character, i) => character !== b[i]);
  return at === a.length - 1 ? '' : a[at]!;
};
