import { isScalar, isSeq, type Node } from 'yaml';
import type { Claimed } from './claim';
import { numberPattern } from './number-text';

/** How deep lists may lie in each other. */
const deepest = 8;

/**
 * Reads what an author claims of results: a number, a word or a list of them; undefined for anything else. Bounded in
 * depth and, over all that one reader reads, in number, since an alias may stand for a list that holds the alias.
 * @param resolve what stands for an alias
 */
export function claimReader(
  resolve: (node: Node) => Node | undefined,
  most: number,
): (node: Node) => Claimed | undefined {
  let items = 0;
  const read = (node: Node, depth: number): Claimed | undefined => {
    if (++items > most || depth > deepest) return undefined;
    if (isSeq(node)) {
      const list = node.items.map((item) => {
        const resolved = resolve(item as Node);
        return resolved && read(resolved, depth + 1);
      });
      return list.includes(undefined) ? undefined : { kind: 'list', items: list as Claimed[] };
    }
    if (!isScalar(node) || typeof node.value === 'boolean' || node.value === null) return undefined;
    if (typeof node.value !== 'number') return { kind: 'word', value: String(node.value) };
    if (!Number.isFinite(node.value)) return undefined;
    const written = (node.source ?? String(node.value)).trim();
    const plain = new RegExp(`^${numberPattern}$`).test(written);
    return { kind: 'number', value: node.value, written: plain ? written : String(node.value) };
  };
  return (node) => read(node, 0);
}
