import { say } from '../../../l10n/say';
import { bodyLines, type Doubter } from '../../doubts/doubt';
import { misreadings } from '../../doubts/misreadings';
import { bracketedActors, joinedActors, labelledActors, unaliasedActors } from './odd-actors';

const ends = [
  /^\s*(?:participant|actor)\s+(?<name>"[^"]+")\s*(?:$|as\b)/d,
  /^\s*(?<name>"[^":]+")\s*(?:<<)?--?(?:>>?|[x)])/d,
  /--?(?:>>?|[x)])\s*[+-]?\s*(?<name>"[^":]+")\s*:/d,
];

/** `participant A as "Web App"`: quotes part nothing here, and are drawn. */
export const sequenceDoubts: readonly Doubter[] = [
  joinedActors,
  bracketedActors,
  labelledActors,
  unaliasedActors,
  misreadings([
    {
      line: /^\s*note\s+over\s+(?<mend>(?<here>of)\s+)\S+\s*:/di,
      message: say`A note must stand over an actor, without ‘of’, which is drawn as a part of its name.`,
      title: say`Remove of`,
      mend: '',
    },
    {
      line: /^\s*(?:participant|actor)\s+\S.*?(?<mend>\s+(?<here>as))\s*$/di,
      message: say`The name that is to be shown is missing after ‘as’, so that ‘as’ is drawn as a part of the name.`,
      title: say`Remove as`,
      mend: '',
    },
    {
      line: /^\s*(?:participant|actor)\s+\w+(?<mend>\s*(?<here>=)\s*)\S/d,
      message: say`What an actor is called must stand after ‘as’; with = all of it is the name of one actor.`,
      title: say`Write as`,
      mend: ' as ',
    },
  ]),
  function* (diagram) {
    const places = new Map<string, { start: number; end: number }[]>();
    for (const line of bodyLines(diagram)) {
      const alias = /^\s*(?:participant|actor)\s+[^\s"]+\s+as\s+(?<name>"[^"]+")$/d.exec(line.text);
      for (const match of [alias, ...ends.map((end) => end.exec(line.text))]) {
        if (!match) continue;
        const [start, end] = match.indices!.groups!.name!;
        const name = match.groups!.name!;
        const key = match === alias ? `${name} ${line.number}` : name;
        places.set(key, [...(places.get(key) ?? []), { start: line.start + start, end: line.start + end }]);
      }
    }
    for (const spans of places.values()) {
      const [first] = spans;
      const words = diagram.text.slice(first!.start + 1, first!.end - 1);
      yield {
        code: 'mermaid.value',
        span: first!,
        message: say`The quotes are drawn: the name of an actor may have spaces without them.`,
        fix: {
          title: say`Remove the quotes`,
          safe: false,
          changes: spans.map((span) => ({ span, newText: words })),
        },
      };
    }
  },
];
