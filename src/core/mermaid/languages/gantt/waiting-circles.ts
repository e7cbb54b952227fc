import { say } from '../../../l10n/say';
import type { Span } from '../../../text/span';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';
import { ganttTags } from './gantt-words';

const tags = `(?:(?:${ganttTags.join('|')})\\s*,\\s*)*`;
const following = new RegExp(
  `^\\s*[^:]+:\\s*${tags}(?<id>[\\p{L}\\p{N}_-]+)\\s*,\\s*after\\s+(?<others>[\\p{L}\\p{N}_-]+(?:\\s+[\\p{L}\\p{N}_-]+)*)`,
  'du',
);

interface Waiting {
  readonly id: string;
  readonly others: readonly { readonly id: string; readonly span: Span }[];
}

/** Tasks that wait for each other: no date is found for them, and their bars are drawn nowhere, or at the beginning. */
export function* waitingCircles(diagram: Taken): Iterable<Suspect> {
  const waiting = new Map<string, Waiting>();
  for (const line of bodyLines(diagram)) {
    const match = following.exec(line.text);
    if (!match) continue;
    const from = line.start + match.indices!.groups!.others![0];
    const others = [...match.groups!.others!.matchAll(/\S+/g)].map(({ 0: id, index }) => ({
      id,
      span: { start: from + index, end: from + index + id.length },
    }));
    waiting.set(match.groups!.id!, { id: match.groups!.id!, others });
  }
  const told = new Set<string>();
  for (const { id, others } of waiting.values()) {
    for (const other of others) {
      const circle = wayBack(waiting, other.id, id);
      if (!circle || circle.some((one) => told.has(one))) continue;
      for (const one of circle) told.add(one);
      yield {
        code: 'mermaid.value',
        span: other.span,
        message:
          other.id === id
            ? say`‘${id}’ waits for itself, so that no date is found for it.`
            : say`‘${id}’ waits for ‘${other.id}’, which waits for ‘${id}’: no date is found for either.`,
      };
    }
  }
}

/** The tasks on the way from one to another along what they wait for, both ends with it. */
function wayBack(waiting: ReadonlyMap<string, Waiting>, from: string, to: string): readonly string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const id of before.keys()) {
    if (id === to) {
      const way: string[] = [];
      for (let at: string | undefined = id; at !== undefined; at = before.get(at)) way.push(at);
      return way;
    }
    for (const other of waiting.get(id)?.others ?? []) if (!before.has(other.id)) before.set(other.id, id);
  }
  return undefined;
}
