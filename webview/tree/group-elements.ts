import type { DiagramSubject } from '../../src/protocol';

/**
 * The drawn frames of each group, per index into `groups`, as far as they can be told apart: by the group's id, by its
 * title where no other frame has it, and in a sequence diagram by the order in which the groups end.
 *
 * @param nodes the shapes by id, which a group with an id stands among.
 */
export function groupElements(
  svg: SVGSVGElement,
  { groups, type }: Pick<DiagramSubject, 'groups' | 'type'>,
  nodes: ReadonlyMap<string, readonly SVGElement[]>,
): Map<number, readonly SVGElement[]> {
  const found = new Map<number, readonly SVGElement[]>();
  const titled = new Map<string, SVGElement[]>();
  for (const frame of svg.querySelectorAll<SVGElement>('g.cluster')) {
    const title = squeeze(frame.textContent ?? '');
    titled.set(title, [...(titled.get(title) ?? []), frame]);
  }
  for (const [index, { id, label }] of groups.entries()) {
    const own = id === undefined ? undefined : nodes.get(id);
    const same = own ?? titled.get(squeeze(label ?? id ?? ''));
    if (own || same?.length === 1) found.set(index, same!);
  }
  if (type !== 'sequence') return found;
  const frames = [...svg.querySelectorAll<SVGElement>('g[data-et="control-structure"]')].sort(
    (a, b) => numberOf(a) - numberOf(b),
  );
  const ended = [...groups.entries()]
    .filter(([, { kind }]) => kind !== 'box' && kind !== 'rect')
    .sort(
      (
        [
          ,
          {
            range: { end: a },
          },
        ],
        [
          ,
          {
            range: { end: b },
          },
        ],
      ) => a.line - b.line || a.character - b.character,
    );
  if (frames.length === ended.length) for (const [i, [index]] of ended.entries()) found.set(index, [frames[i]!]);
  return found;
}

const numberOf = ({ dataset }: SVGElement): number => Number(/\d+/.exec(dataset.id ?? '')?.[0] ?? 0);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
