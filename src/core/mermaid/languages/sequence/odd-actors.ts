import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';

const message = /^\s*([^:]+?)\s*(?:<<)?--?(?:>>?|[x)])\s*[+-]?\s*([^:]+?)\s*:/;

/** Names between which messages go. */
function speakers(diagram: Taken): Set<string> {
  const names = new Set<string>();
  for (const { text } of bodyLines(diagram)) {
    const sent = message.exec(text);
    if (sent) names.add(sent[1]!).add(sent[2]!);
  }
  return names;
}

/** `Note over Client API`: two actors without a comma between them become a third. */
export function* joinedActors(diagram: Taken): Iterable<Suspect> {
  const known = speakers(diagram);
  for (const line of bodyLines(diagram)) {
    const match = /^\s*note\s+over\s+(?<here>(?<first>[^\s,:]+)[ \t]+(?<second>[^\s,:]+))\s*:/di.exec(line.text);
    if (!match) continue;
    const { here, first, second } = match.groups as Record<'here' | 'first' | 'second', string>;
    if (known.has(here) || !known.has(first) || !known.has(second) || first === second) continue;
    const [start, end] = match.indices!.groups!.here!;
    const span = { start: line.start + start, end: line.start + end };
    yield {
      code: 'mermaid.value',
      span,
      message: say`A comma is missing between ‘${first}’ and ‘${second}’: without it ‘${here}’ is drawn as one more actor.`,
      fix: { title: say`Put the comma`, safe: false, changes: [{ span, newText: `${first},${second}` }] },
    };
  }
}

/** `participant [Client]` beside `Client->>Server`: the brackets make it somebody else. */
export function* bracketedActors(diagram: Taken): Iterable<Suspect> {
  const known = speakers(diagram);
  for (const line of bodyLines(diagram)) {
    const match = /^\s*(?:participant|actor)\s+(?<here>[[(]\s*(?<name>[^[\]()]+?)\s*[\])])\s*$/di.exec(line.text);
    if (!match) continue;
    const name = match.groups!.name!;
    if (!known.has(name)) continue;
    const [start, end] = match.indices!.groups!.here!;
    const span = { start: line.start + start, end: line.start + end };
    yield {
      code: 'mermaid.value',
      span,
      message: say`The brackets belong to the name here: ‘${match.groups!.here!}’ is drawn beside ‘${name}’, as somebody else.`,
      fix: { title: say`Remove the brackets`, safe: false, changes: [{ span, newText: name }] },
    };
  }
}

/** `participant A[Alice]` beside `A->>B`: how an actor is called stands after `as`, not in brackets. */
export function* labelledActors(diagram: Taken): Iterable<Suspect> {
  const known = speakers(diagram);
  for (const line of bodyLines(diagram)) {
    const match =
      /^\s*(?:create\s+)?(?:participant|actor)\s+(?<id>[\p{L}\p{N}_]+)(?<here>\s*[[(]+\s*"?(?<shown>[^[\]()"]+?)"?\s*[\])]+|\s+"(?<quoted>[^"]+)")\s*$/diu.exec(
        line.text,
      );
    if (!match) continue;
    const { id, here, shown, quoted } = match.groups as Record<'id' | 'here' | 'shown' | 'quoted', string>;
    if (known.has(`${id}${here}`) || !known.has(id)) continue;
    const [start, end] = match.indices!.groups!.here!;
    const gap = here.length - here.trimStart().length;
    yield {
      code: 'mermaid.value',
      span: { start: line.start + start + gap, end: line.start + end },
      message: say`‘${`${id}${here}`}’ is drawn beside ‘${id}’, as somebody else. How ‘${id}’ is called stands after ‘as’.`,
      fix: {
        title: say`Write as`,
        safe: false,
        changes: [{ span: { start: line.start + start, end: line.start + end }, newText: ` as ${shown ?? quoted}` }],
      },
    };
  }
}

/** `participant A Alice` beside `A->>B`: without `as` all of it is one name, and `A` is somebody else. */
export function* unaliasedActors(diagram: Taken): Iterable<Suspect> {
  const known = speakers(diagram);
  const declared = new Set<string>();
  for (const { text } of bodyLines(diagram)) {
    const match = /^\s*(?:create\s+)?(?:participant|actor)\s+(\S+)\s*(?:$|\bas\s|@\{)/i.exec(text);
    if (match) declared.add(match[1]!);
  }
  for (const line of bodyLines(diagram)) {
    const match =
      /^\s*(?:create\s+)?(?:participant|actor)\s+(?<here>(?<id>[^\s@"[(=]+)(?<gap>[ \t]+)(?<shown>[^\s@"[(=][^@"]*?))\s*$/di.exec(
        line.text,
      );
    if (!match) continue;
    const { here, id, shown } = match.groups as Record<'here' | 'id' | 'shown', string>;
    if (known.has(here) || /\sas(?:\s|$)/i.test(shown)) continue;
    const isBare = id.toLowerCase() === 'as';
    if (isBare ? !known.has(shown) : !known.has(id) || declared.has(id) || /^as\s/i.test(shown)) continue;
    const [start, end] = match.indices!.groups!.here!;
    const [from, to] = match.indices!.groups!.gap!;
    const span = { start: line.start + start, end: line.start + end };
    const gap = { start: line.start + from, end: line.start + to };
    yield {
      code: 'mermaid.value',
      span,
      message: isBare
        ? say`‘as’ follows an id: without one ‘${here}’ is drawn beside ‘${shown}’, as somebody else.`
        : say`‘${here}’ is drawn beside ‘${id}’, as somebody else. How ‘${id}’ is called stands after ‘as’.`,
      fix: isBare
        ? { title: say`Remove as`, safe: false, changes: [{ span: { start: span.start, end: gap.end }, newText: '' }] }
        : { title: say`Write as`, safe: false, changes: [{ span: gap, newText: ' as ' }] },
    };
  }
}
