import { say } from '../../../l10n/say';
import { type Phrase, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, closedByEnd } from '../common-words';

/** The compound statements, which `end` closes, each with the word that parts it, if there is one. */
export const sequenceCompounds: Readonly<Record<string, string | undefined>> = {
  loop: undefined,
  alt: 'else',
  opt: undefined,
  par: 'and',
  par_over: 'and',
  critical: 'option',
  break: undefined,
  rect: undefined,
  box: undefined,
};

export const sequenceParts: readonly string[] = [
  ...new Set(Object.values(sequenceCompounds).flatMap((part) => part ?? [])),
];

const step =
  /^[ \t]*(?:(?<bar>activate|deactivate)[ \t]+(?<who>[^\n;]+?)|(?<from>[^\n:]*?[^\n:\s<-])[ \t]*(?:<<)?--?(?:>>|[>x)])[ \t]*(?<sign>[+-]?)[ \t]*(?<to>[^\s:;+-][^\n:;]*?)[ \t]*:.*)[ \t]*$/gim;

/** Who is active at the end of some lines, who became so last first. */
function active(above: string): readonly Phrase[] {
  const bars: string[] = [];
  const ends = (who: string) => {
    const last = bars.lastIndexOf(who);
    if (last >= 0) bars.splice(last, 1);
  };
  for (const { groups } of above.matchAll(step)) {
    const { bar, who, from, sign, to } = groups!;
    if (bar?.toLowerCase() === 'activate') bars.push(who!);
    else if (bar) ends(who!);
    else if (sign === '+') bars.push(to!);
    else if (sign === '-') ends(from!);
  }
  return [...new Set(bars.reverse())].map((text) => ({ text, detail: say`is active here` }));
}

/** Whom the last message reached: there a bar begins. */
function reached(above: string): readonly Phrase[] {
  const last = [...above.matchAll(step)].flatMap(({ groups }) => groups!.to ?? []).at(-1);
  return last === undefined ? [] : [{ text: last, detail: say`the last message reached it` }];
}

const backgrounds: readonly Phrase[] = phrases({
  'rgb(230, 240, 255)': say`light blue`,
  'rgb(235, 250, 235)': say`light green`,
  'rgb(255, 245, 225)': say`light orange`,
  'rgba(0, 0, 255, 0.1)': say`blue that lets the page through`,
}).map((phrase) => ({ ...phrase, example: `rect ${phrase.text}` }));

export const sequenceWords: Vocabulary = {
  keywords: [
    { text: 'participant', detail: say`a box`, snippet: 'participant ‹id› as ‹Name›' },
    { text: 'actor', detail: say`a stick figure`, snippet: 'actor ‹id› as ‹Name›' },
    { text: 'create participant', detail: say`appears here` },
    { text: 'destroy', detail: say`ends here` },
    { text: 'note over', detail: say`a note`, snippet: 'note over ‹id›: ‹text›' },
    { text: 'note left of', detail: say`a note`, snippet: 'note left of ‹id›: ‹text›' },
    { text: 'note right of', detail: say`a note`, snippet: 'note right of ‹id›: ‹text›' },
    closedByEnd('loop', 'repeated'),
    closedByEnd('alt', say`one of several`),
    { text: 'else', detail: say`the other case of alt` },
    closedByEnd('opt', 'perhaps'),
    closedByEnd('par', say`at the same time`),
    { text: 'and', detail: say`the other part of par` },
    closedByEnd('critical', say`must not be interrupted`),
    { text: 'option', detail: say`the other case of critical` },
    closedByEnd('break', say`stops what is around it`),
    closedByEnd('rect', say`a coloured background`, '‹rgb(230, 240, 255)›'),
    closedByEnd('box', say`participants in a frame`, '‹Name›'),
    { text: 'end', detail: say`ends what was opened last` },
    { text: 'activate', detail: say`starts a lifeline bar` },
    { text: 'deactivate', detail: say`ends it` },
    { text: 'autonumber', detail: say`numbers the messages` },
    { text: 'link', detail: say`a link in the menu of a participant`, snippet: 'link ‹id›: ‹Title› @ ‹https://›' },
    { text: 'links', detail: say`several links in that menu`, snippet: 'links ‹id›: {"‹Title›": "‹https://›"}' },
    ...accessibility,
  ],
  arrows: phrases({
    '->>': say`message`,
    '-->>': say`reply, dotted`,
    '->': say`line`,
    '-->': say`dotted line`,
    '-x': say`lost message`,
    '--x': say`lost reply`,
    '-)': say`asynchronous`,
    '--)': say`asynchronous, dotted`,
    '<<->>': say`both ways`,
    '<<-->>': say`both ways, dotted`,
  }),
  onlyIn: {
    else: ['alt'],
    and: ['par', 'par_over'],
    option: ['critical'],
    end: Object.keys(sequenceCompounds),
  },
  slots: {
    activate: ['ids'],
    deactivate: ['ids'],
    destroy: ['ids'],
    note: [
      phrases({ over: say`one or two participants`, 'left of': 'a participant', 'right of': 'a participant' }),
      'ids',
    ],
    over: ['ids'],
    'left of': ['ids'],
    'right of': ['ids'],
    link: ['ids'],
    links: ['ids'],
    participant: ['free'],
    actor: ['free'],
    create: [phrases({ participant: 'a box', actor: say`a stick figure` })],
    autonumber: [phrases({ off: say`no more numbers` })],
  },
  linePlaces: [
    { line: /^\s*activate\s+(?<typed>[^\s;]*)$/i, offers: reached, besides: 'ids' },
    { line: /^\s*deactivate\s+(?<typed>[^\s;]*)$/i, offers: active, besides: 'ids' },
    { line: /^\s*rect\s+(?<typed>[a-z]*)$/i, offers: backgrounds },
  ],
  rare: ['par_over', 'title', 'properties', 'details'],
  reserved: wordList(
    `participant actor create destroy activate deactivate note over loop rect opt alt else par par_over and critical option
    break box end title autonumber off`,
  ),
  anyCase: true,
};
