import { say } from '../../../l10n/say';
import { badArrows, blanked } from '../../breaks/arrows';
import { braceForEnd } from '../../breaks/brace-for-end';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endings } from '../../breaks/endings';
import { brokenLine, spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { placeholder } from '../../breaks/placeholder';
import { reservedEnds } from '../../breaks/reserved-words';
import { type Saying, sayings } from '../../breaks/saying';
import { semicolons } from '../../breaks/semicolons';
import { slips } from '../../breaks/slip';
import type { Break, Finder, Suspect } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { bracedBlocks } from './braced-blocks';
import { declaredReserved } from './declared-reserved';
import { openStatement, otherParts } from './other-parts';
import { returns } from './returns';
import { noMessages, noteBlocks, runningTexts, sequenceForeign } from './sequence-foreign';
import { arrow, keyword } from './sequence-syntax';
import { sequenceCompounds, sequenceParts, sequenceWords } from './sequence-words';

/** What is said may hold anything, and keywords have arguments of their own. */
const mask = (line: string): string => (keyword.test(line) ? ' '.repeat(line.length) : blanked(line, /:.*/g));

const arrows = badArrows({
  valid: new RegExp(`^(?:${arrow})[+-]?$`),
  like: /[-=–—]+[ \t]+[-=–—]*[>»]+[+-]?|(?:&lt;|[<«])*(?:[-–—−‐‑=~]|\.(?=[-.>]))+(?:[ \t]+(?=>))?(?:(?:&gt;|[>»])+|[x)](?=[ \t]*[\p{L}\p{N}]))?[+-]?|[→⇒⟶⟹➔➜←⇐⟵↔⇔]|(?<=[\p{L}\p{N}_][ \t]*)>{1,2}(?=[ \t]*[\p{L}\p{N}_])/gu,
  meant(run) {
    const bare = run.replace(/[+-]$/, '');
    const mark = run.slice(bare.length).replace(/-(?=$)/, bare.includes('>') ? '-' : '');
    if (/[<«←⇐⟵]|&lt;/.test(run)) return [/--|==/.test(bare) ? '<<-->>' : '<<->>'];
    const dotted = /^(?:--|––|- -|\.\.)/.test(bare);
    return (dotted ? ['-->>', '->>'] : ['->>', '-->>']).map((one) => one + mark);
  },
  mask,
});

const backwards = slips([
  {
    line: /^\s*(?<mend>(?<to>[\p{L}\p{N}_][\p{L}\p{N}_ ]*?)\s*(?<here><<?--?|←|⇐|⟵)\s*(?<from>[\p{L}\p{N}_][\p{L}\p{N}_ ]*?))\s*:/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no arrow here: arrows point to the right, so the two ends change places.`,
    title: say`Turn the arrow round`,
    mend: ({ from, to, here }) => `${from}${here!.includes('--') ? '-->>' : '->>'}${to}`,
  },
]);

/** Names that other lines use, longest first. */
function actorsOf(broken: Break): string[] {
  const names = new Set<string>();
  const message = new RegExp(`^\\s*(.+?)\\s*(?:${arrow})\\s*[+-]?\\s*(.+?)\\s*:`);
  for (const { text } of spokenLines(broken)) {
    const declared = /^\s*(?:create\s+)?(?:participant|actor)\s+(.+?)(?:\s+as\s+.*|\s*@\{.*)?$/i.exec(text);
    const sent = keyword.test(text) ? null : message.exec(text);
    for (const name of [declared?.[1], sent?.[1], sent?.[2]]) if (name) names.add(name);
  }
  return [...names].sort((a, b) => b.length - a.length);
}

/**
 * The names that a text begins with, none where it begins with a comma or a blank: one, or, of a note over several, those
 * that commas join.
 */
function addressees(text: string, several: boolean, actors: readonly string[]): string {
  const name =
    actors.find((one) => text.startsWith(`${one} `) || text.startsWith(`${one},`)) ?? /^[^\s,]*/.exec(text)![0];
  const comma = several ? /^\s*,\s*(?=\S)/.exec(text.slice(name.length)) : null;
  if (!comma) return name;
  const before = name + comma[0];
  return before + addressees(text.slice(before.length), true, actors);
}

/** `Alice->>Bob Hello`: the colon is missing where the receiver's name ends, known names before single words. */
const missingColon: Finder = function* (broken) {
  const line = brokenLine(broken);
  const message = new RegExp(
    `^\\s*(?:note\\s+(?:left of|right of|over)\\s+|(?!${keyword.source.slice(4)})[^:]*?(?:${arrow})\\s*[+-]?\\s*)`,
    'i',
  ).exec(line.text);
  if (!message || line.text.slice(message[0].length).includes(':')) return;
  const rest = line.text.slice(message[0].length);
  if (rest === '') return;
  const known = addressees(rest, /^\s*note\s+over/i.test(line.text), actorsOf(broken));
  if (known === '') return;
  const speech = rest.slice(known.length).trimStart();
  const start = line.end - speech.length;
  yield {
    code: 'mermaid.syntax',
    span: { start, end: line.end },
    message: speech
      ? say`A colon is missing before what is said.`
      : say`A colon and what is said are missing: A->>B: text.`,
    fix: {
      title: say`Put the colon`,
      safe: false,
      changes: [
        { span: { start: line.start + message[0].length + known.length, end: start }, newText: speech ? ': ' : ':' },
      ],
    },
  };
};

const ownSlips = slips([
  {
    line: new RegExp(
      `^(?<margin>\\s*)[\\p{L}\\p{N}_]+\\s*(?<first>${arrow})\\s*(?<mend>(?<middle>[\\p{L}\\p{N}_]+)\\s*(?<here>${arrow})\\s*(?<last>[\\p{L}\\p{N}_]+)\\s*:\\s*(?<text>.*))$`,
      'du',
    ),
    message: say`A message goes from one to one: what goes on from there is a message of its own.`,
    title: say`Write two messages`,
    mend: ({ margin, middle, here, last, text }) => `${middle}: ${text}\n${margin}${middle}${here}${last}: ${text}`,
  },
  {
    line: /^\s*(?<mend>)(?<here>(?!(?:note|title|links?|properties|details|acc\w+)\b)[\p{L}\p{N}_]+(?: [\p{L}\p{N}_]+)?)\s*:\s*[^\s:<-]/diu,
    message: ({ here }) =>
      say`A message names who sends and who receives: A->>B: text. What ${here} thinks alone is a note: Note over ${here}: text.`,
    title: say`Make it a note`,
    mend: 'Note over ',
  },
  {
    line: /^\s*sequenceDiagram\s+(?<here>\S.*)$/du,
    message: ({ here }) => say`‘${here}’ belongs on a line of its own, below sequenceDiagram.`,
    title: ({ here }) => say`Remove ${here}`,
    mend: '',
  },
  {
    line: /^\s*note\s+(?!left of\b|right of\b|over\b)(?<mend>)(?<here>(?!left\b|right\b)\S[^\s:,]*)/diu,
    message: say`A note must stand over, left of or right of an actor.`,
    title: say`Put it over the actor`,
    mend: 'over ',
  },
  {
    line: /^\s*note\s+(?:left|right)\s+(?!of\b)(?<mend>)(?<here>\S[^\s:,]*)/diu,
    message: say`The word ‘of’ is missing: Note right of A: text.`,
    title: say`Put of`,
    mend: 'of ',
  },
  {
    line: /^\s*(?:participant|actor|activate|deactivate|destroy|create(?:\s+(?:participant|actor))?)(?<here>)$/diu,
    message: say`The name of an actor is missing after this word.`,
    title: say`Put ${placeholder} for the name`,
    mend: ` ${placeholder}`,
  },
  {
    line: new RegExp(`^\\s*(?<mend>)(?<here>${arrow})`, 'du'),
    message: say`Who sends is missing before the arrow.`,
    title: say`Put ${placeholder} for the sender`,
    mend: placeholder,
  },
  {
    line: new RegExp(`^[^:]*(?:${arrow})\\s*[+-]?\\s*(?<mend>)(?<here>:)`, 'du'),
    message: say`Who receives is missing after the arrow.`,
    title: say`Put ${placeholder} for the receiver`,
    mend: placeholder,
  },
  {
    line: new RegExp(`^[^:]*\\S\\s*(?:${arrow})\\s*[+-]?(?<here>)$`, 'du'),
    message: say`Who receives, and what is said, is missing.`,
    title: say`Put ${placeholder} for the receiver`,
    mend: `${placeholder}: `,
  },
  {
    line: /^\s*autonumber(?:\s+[\d.]+){0,2}(?<mend>\s+(?<here>[^\s\d].*))$/du,
    message: ({ here }) => say`autonumber takes numbers or off, not ‘${here}’.`,
    title: ({ here }) => (/\d/.test(here!) ? say`Write ${`autonumber${numbersOf(here!)}`}` : say`Remove ${here}`),
    mend: ({ here }) => numbersOf(here!),
  },
]);

/** Where to begin and by how much to go on, out of the words around them: ` 10 5` of `from 10 by 5`. */
const numbersOf = (words: string): string =>
  (words.match(/\d+/g) ?? [])
    .slice(0, 2)
    .map((one) => ` ${one}`)
    .join('');

const reserved = reservedEnds(sequenceWords.reserved ?? [], {
  arrow,
  declared: '^\\s*(?:participant|actor)\\s+WORD\\s*$',
  flags: 'i',
});

const partLine = new RegExp(`^\\s*(?<here>${sequenceParts.join('|')})\\b`, 'di');

/** `else`, `and` and `option` part the statement that they stand in, and no other. */
const strayParts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = partLine.exec(line.text);
  if (!match) return;
  const [start, end] = match.indices!.groups!.here!;
  const parent = Object.keys(sequenceCompounds).find(
    (one) => sequenceCompounds[one] === match.groups!.here!.toLowerCase(),
  );
  const opener = openStatement(broken, line);
  if (parent === 'alt' && opener?.word === 'opt') {
    yield {
      code: 'mermaid.syntax',
      span: { start: line.start + start, end: line.start + end },
      message: say`‘${match.groups!.here}’ stands only inside of alt: opt has one case.`,
      fix: { title: say`Write alt for opt`, safe: false, changes: [{ span: opener, newText: 'alt' }] },
    };
  }
  yield {
    code: 'mermaid.syntax',
    span: { start: line.start + start, end: line.start + end },
    message: say`‘${match.groups!.here}’ stands only inside of ${parent}.`,
    fix: {
      title: say`Make it a comment`,
      safe: false,
      changes: [{ span: { start: line.start + start, end: line.start + start }, newText: '%% ' }],
    },
  } satisfies Suspect;
};

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /^a link of (.+) is no address$/,
    line: '^\\s*links\\s+$1\\s*:\\s*(?<here>.+)$',
    says: () => say`Each link is a text in quotes: its address.`,
    stays: true,
  },
  {
    message: /^no menu of links at the \w+ (.+)$/,
    line: '^\\s*links?\\s+(?<here>$1)\\s*:',
    last: true,
    says: (name) =>
      say`With links ‘${name}’ must be drawn as a box: at an actor or another sign Mermaid draws nothing at all.`,
  },
  {
    message: /inactivate an inactive participant \((.+?)\)/,
    line: '^\\s*deactivate\\s+(?<here>$1)\\s*$',
    last: true,
    says: (name) =>
      say`‘${name}’ was not activated before. It needs activate ${name} above, or an arrow ->>+ that leads to it.`,
  },
  {
    message: /inactivate an inactive participant \((.+?)\)/,
    line: '^\\s*(?<here>$1)\\s*(?:--?>>?|--?[x)])-',
    last: true,
    says: (name) =>
      say`‘${name}’ was not activated before. It needs activate ${name} above, or an arrow ->>+ that leads to it.`,
  },
  {
    message: /created participant (.+?) does not have an associated creating message/,
    line: '^\\s*create\\s+(?:participant|actor)\\s+(?<here>$1)\\b',
    says: (name) => say`The next message must be the one that creates ‘${name}’.`,
  },
  {
    message: /destroyed participant (.+?) does not have an associated destroying message/,
    line: '^\\s*destroy\\s+(?<here>$1)\\s*$',
    says: (name) => say`The next message must go to or come from ‘${name}’, which ends with it.`,
  },
];

export const sequenceBreaks: readonly Finder[] = [
  comments,
  endings([...Object.keys(sequenceCompounds), 'if', 'group']),
  noteBlocks,
  bracedBlocks,
  braceForEnd(Object.keys(sequenceCompounds)),
  returns,
  runningTexts,
  sequenceForeign,
  otherParts,
  semicolons,
  declaredReserved,
  reserved,
  backwards,
  arrows,
  misspelt(keywordsOf(sequenceWords)),
  ownSlips,
  missingColon,
  compounds({
    opens: new RegExp(`^\\s*(?<here>${Object.keys(sequenceCompounds).join('|')})\\b(?!\\s*(?:<<)?--?[>x)])`, 'di'),
    closes: /^\s*(?<here>end)\s*;?$/di,
    parts: partLine,
    holds: (opener) => (opener.toLowerCase() === 'box' ? /^\s*(?:create\s+)?(?:participant|actor)\b/i : undefined),
    closer: 'end',
  }),
  strayParts,
  unclosedOnLine(['"', '{'], /@\{/),
  sayings(unplaced),
  noMessages,
];
