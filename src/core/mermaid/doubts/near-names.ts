import { getOrSet } from '../../get-or-set';
import { say } from '../../l10n/say';
import { type Nearness, nearest } from '../../text/nearest';
import type { Suspect } from '../breaks/suspect';
import type { DiagramNode } from '../diagram-symbols';
import type { Taken } from './doubt';

/** Where naming makes nodes: one named once, without a label of its own, that is only a slip away from one that is declared. */
export function* nearNames({ symbols }: Taken): Iterable<Suspect> {
  const settled = new OneSlipAway(symbols.nodes.filter(isSettled));
  // What opens a group is named there: its title may be a node's in other letters.
  const groups = new Set(symbols.groups.map(({ id }) => id));
  for (const node of symbols.nodes) {
    if (isSettled(node) || groups.has(node.id) || node.occurrences.length > 1 || node.labels.length > 0) continue;
    const [meant] = nearest(node.id, settled.from(node.id), slip, ({ id }) => id);
    if (!meant) continue;
    const { span } = node.occurrences[0]!;
    yield {
      code: 'mermaid.near-name',
      span,
      message: say`‘${node.id}’ is named only here; is ‘${meant.id}’ meant?`,
      fix: { title: say`Write ${meant.id}`, safe: false, changes: [{ span, newText: meant.id }] },
    };
  }
}

/** Longer names are no slips of each other. */
const longest = 60;
const shortest = 4;

/**
 * Nodes by what is left of their names after a slip, so that a name is compared with few: two names that a letter tells apart,
 * or two that changed places, are one without it; else they have the same letters, or are alike but for case.
 */
class OneSlipAway {
  readonly #nodes: readonly DiagramNode[];
  readonly #places = new Map<string, number[]>();

  constructor(nodes: readonly DiagramNode[]) {
    this.#nodes = nodes;
    for (const [place, { id }] of nodes.entries())
      for (const key of keysOf(id)) getOrSet(this.#places, key, () => []).push(place);
  }

  /** In the order of the diagram. */
  from(id: string): DiagramNode[] {
    const places = new Set<number>();
    for (const key of keysOf(id)) for (const place of this.#places.get(key) ?? []) places.add(place);
    return [...places].sort((a, b) => a - b).map((place) => this.#nodes[place]!);
  }
}

function keysOf(id: string): Set<string> {
  const keys = new Set<string>();
  if (id.length < shortest || id.length > longest) return keys;
  keys
    .add(id)
    .add(`aA ${id.toLowerCase()}`)
    .add(`az ${[...id].sort().join('')}`);
  for (let at = 0; at < id.length; at++) keys.add(id.slice(0, at) + id.slice(at + 1));
  return keys;
}

const isSettled = ({ labels, occurrences }: DiagramNode): boolean => labels.length > 0 || occurrences.length > 2;

/** A letter lost, doubled, misplaced or in the wrong case; not a number or a letter counted on, nor a plural. */
const slip: Nearness = { plain: (id) => id, most: mostEdits, swaps: true };

function mostEdits(written: string, meant: string): number {
  if (written === meant || Math.min(written.length, meant.length) < shortest) return -1;
  if (written.toLowerCase() === meant.toLowerCase()) return meant.length;
  if (/\d/.test(written + meant) && written.replace(/\D/g, '') !== meant.replace(/\D/g, '')) return -1;
  const [short, long] = written.length < meant.length ? [written, meant] : [meant, written];
  if (long.length > short.length) return long === `${short}s` || /[A-Z_-].?$/.test(long) ? -1 : 1;
  return hasSameLetters(written, meant) || (written.length >= 6 && /[a-z]/.test(changed(written, meant))) ? 1 : -1;
}

const hasSameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** The first letter of a name that another one of its length has otherwise; nothing where that is its last. */
const changed = (a: string, b: string): string => {
  const at = [...a].findIndex((character, i) => character !== b[i]);
  return at === a.length - 1 ? '' : a[at]!;
};
