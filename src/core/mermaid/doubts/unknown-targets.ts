import { say } from '../../l10n/say';
import { nearest } from '../breaks/nearest';
import type { Suspect } from '../breaks/suspect';
import type { DiagramNode, OccurrenceRole } from '../diagram-symbols';
import type { Taken } from './doubt';

/** What does something to a node, but does not make one. */
const doing: ReadonlySet<OccurrenceRole> = new Set(['style', 'class', 'click']);

/** What a language lets pass. */
export interface Forgiving {
  /** Ids that are there without being said. */
  readonly impliedIds?: readonly string[];
  /** Further roles that refer to a node without making one. */
  readonly referring?: readonly OccurrenceRole[];
}

/** `style`, `class` and `click` on ids that nothing in the diagram declares; `after` a task that does not exist. */
export function* unknownTargets({ text, symbols }: Taken, { impliedIds, referring }: Forgiving): Iterable<Suspect> {
  const isTarget = ({ occurrences }: DiagramNode) =>
    occurrences.every(({ role }) => doing.has(role) || referring?.includes(role) === true);
  const known = [
    ...symbols.nodes.filter((node) => !isTarget(node)).map(({ id }) => id),
    ...symbols.groups.flatMap(({ id, label }) => [id ?? [], label?.text ?? []].flat()),
    ...edgeIds(text),
  ];
  for (const node of symbols.nodes) {
    if (!isTarget(node) || known.includes(node.id) || impliedIds?.includes(node.id)) continue;
    // A colon behind the nodes of a class is said by itself.
    if (node.id.endsWith(':')) continue;
    for (const { span, role } of node.occurrences) {
      const ids = node.id.split(',').map((id) => id.trim());
      if (role === 'style' && ids.length > 1 && ids.every((id) => known.includes(id)))
        yield severalStyled(text, span, ids);
      else if (isSwapped(text, span, known)) yield swapped(text, span);
      else yield target(node.id, span, nearest(node.id, known)[0]);
    }
  }
}

/** `style A,B …` styles neither: the list is taken for one id, and drawn as a node of its own. */
function severalStyled(text: string, span: Suspect['span'], ids: readonly string[]): Suspect {
  const start = text.lastIndexOf('\n', span.start) + 1;
  const found = text.indexOf('\n', span.end);
  const end = found < 0 ? text.length : found;
  const before = text.slice(start, span.start);
  const after = text.slice(span.end, end).trimEnd();
  return {
    code: 'mermaid.unknown-target',
    span,
    message: say`style takes one id: ‘${ids.join(',')}’ is drawn as a node of its own.`,
    fix: {
      title: say`Style each by itself`,
      safe: false,
      changes: [
        { span: { start, end: span.end + after.length }, newText: ids.map((id) => before + id + after).join('\n') },
      ],
    },
  };
}

const wordBehind = (text: string, { end }: Suspect['span']): RegExpExecArray | null =>
  /^[ \t]+([^\s;]+)(?=[ \t]*(?:;|$))/m.exec(text.slice(end).split('\n', 1)[0]!);

/** `style fill:#f9f A`, `class big A`: what stands last is the node. */
function isSwapped(text: string, span: Suspect['span'], known: readonly string[]): boolean {
  const last = wordBehind(text, span)?.[1];
  return last?.split(',').every((id) => known.includes(id)) === true;
}

function swapped(text: string, span: Suspect['span']): Suspect {
  const [gap, last] = wordBehind(text, span)!;
  const written = text.slice(span.start, span.end);
  const keyword = /(\S+)[ \t]+$/.exec(text.slice(0, span.start))?.[1] ?? '';
  return {
    code: 'mermaid.unknown-target',
    span,
    message: say`The node stands before what it gets: ${`${keyword} ${last} ${written}`}.`,
    fix: {
      title: say`Put the node first`,
      safe: false,
      changes: [{ span: { start: span.start, end: span.end + gap.length }, newText: `${last} ${written}` }],
    },
  };
}

function target(id: string, span: Suspect['span'], near: string | undefined): Suspect {
  return {
    code: 'mermaid.unknown-target',
    span,
    message: near
      ? say`There is no ‘${id}’ in this diagram; there is ‘${near}’.`
      : say`There is no ‘${id}’ in this diagram.`,
    ...(near && { fix: { title: say`Write ${near}`, safe: false, changes: [{ span, newText: near }] } }),
  };
}

/** `e1@-->`: edges have ids too. */
const edgeIds = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])([\w-]+)@(?=[\s{]*[-=.<ox~{])/g)].map((match) => match[1]!);
