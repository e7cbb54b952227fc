import { say } from '../../l10n/say';
import type { Suspect } from '../breaks/suspect';
import { bodyLines, type Taken } from '../doubts/doubt';

/** What stands at the two ends of an axis, as people name them: an axis called `Time to market` has one name. */
const ends: readonly (readonly [low: RegExp, high: RegExp])[] = [
  [/^(?:very )?low(?:er|est)?\b/i, /^(?:very )?high(?:er|est)?\b/i],
  [/^(?:small|little|short|narrow|minor)(?:er|est)?\b/i, /^(?:big|large|long|wide|tall|major|great)(?:er|est)?\b/i],
  [/^slow(?:er|est)?\b/i, /^(?:fast|quick)(?:er|est)?\b/i],
  [/^(?:cheap|inexpensive)/i, /^(?:dear|expensive|costly|pric)/i],
  [/^(?:easy|easier|simple)\b/i, /^(?:hard|difficult|complex|complicated)/i],
  [/^(?:few|less|little|least|none|no)\b/i, /^(?:many|more|much|most|all|lots|yes)\b/i],
  [/^(?:bad|poor|worst|worse|weak|unimportant|not )/i, /^(?:good|rich|best|better|strong|important|very )/i],
  [
    /^(?:old|cold|dark|near|left|rare|never|passive|past|local|light|soft)/i,
    /^(?:new|hot|bright|far|right|common|often|frequent|always|active|future|global|heavy|hard)/i,
  ],
];

const areOpposite = (one: string, other: string): boolean =>
  ends.some(([low, high]) => (low.test(one) && high.test(other)) || (high.test(one) && low.test(other)));

/** `x-axis Low to High` is drawn as one name at one end of the axis; the two ends are parted by an arrow. */
export function* wordyEnds(diagram: Taken): Iterable<Suspect> {
  for (const line of bodyLines(diagram)) {
    const match =
      /^\s*(?<axis>[xy])-axis\s+(?<low>[^"\s](?:(?!--)[^"])*?)(?<mend>\s+(?<here>to|until|bis|vs\.?|[-–—/→])\s+)(?<high>[^"\s](?:(?!--)[^"])*)$/d.exec(
        line.text,
      );
    if (!match) continue;
    const { axis = '', low = '', high = '', here = '' } = match.groups!;
    if (!areOpposite(low, high)) continue;
    const spanOf = ([start, end]: [number, number]) => ({ start: line.start + start, end: line.start + end });
    yield {
      code: 'mermaid.value',
      span: spanOf(match.indices!.groups!.here!),
      message: say`‘${here}’ is drawn as a word, and all of it at one end: an arrow parts the two ends of an axis, ${axis}-axis ${low} --> ${high}.`,
      fix: {
        title: say`Write -->`,
        safe: false,
        changes: [{ span: spanOf(match.indices!.groups!.mend!), newText: ' --> ' }],
      },
    };
  }
}
