import { say } from '../../../l10n/say';
import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { bodyBraces } from '../../breaks/body-braces';
import { classNames } from '../../breaks/class-names';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { endForBrace } from '../../breaks/end-for-brace';
import { spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { placeholder } from '../../breaks/placeholder';
import { reservedEnds } from '../../breaks/reserved-words';
import { type Saying, sayings } from '../../breaks/saying';
import { onLine, type Slip, slips } from '../../breaks/slip';
import { styles } from '../../breaks/styles';
import type { Break, Finder } from '../../breaks/suspect';
import { titleLine } from '../../breaks/title-line';
import { keywordsOf } from '../../vocabulary';
import { oddNames, stateForeign, wordyComposites } from './state-foreign';
import { bodyOpener, stateWords } from './state-words';

const mask = (line: string): string =>
  blanked(line, /"[^"]*"|:(?!:).*|^\s*(?:note|state|click|style|classDef|class)\b.*/g);

const arrows = badArrows({
  valid: /^-->$/,
  like: arrowLike,
  meant: () => ['-->'],
  mask,
});

const backwards = slips([
  {
    line: /^\s*(?<mend>(?<to>\[\*\]|[\p{L}\p{N}_]+)\s*(?<here><--?|←|⇐|⟵)\s*(?<from>\[\*\]|[\p{L}\p{N}_]+))/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no arrow here: arrows point to the right, so the two ends change places.`,
    title: say`Turn the arrow round`,
    mend: ({ from, to }) => `${from} --> ${to}`,
  },
]);

const labelsInPipes = slips([
  {
    line: /^\s*[^\s|]+\s*(?<mend>(?<here>-->?)\s*\|(?<label>[^|]+)\|\s*-*>?\s*(?<to>[\p{L}\p{N}_]+|\[\*\]))$/du,
    message: say`The text of a transition must stand after a colon: A --> B : text.`,
    title: say`Put it after a colon`,
    mend: ({ label, to }) => `--> ${to} : ${label!.trim()}`,
    safe: true,
    sure: true,
  },
]);

const ownSlips = slips([
  {
    line: /^\s*(?<mend>)(?<here>:)\s*\S/du,
    message: say`The state that this text belongs to must stand before the colon.`,
    title: say`Put ${placeholder} for the state`,
    mend: `${placeholder} `,
  },
  {
    line: /-->\s*\S+(?<mend>\s+(?<text>[^\s:][^:]*?)\s*(?<here>:))$/du,
    message: say`The text of a transition must stand after a colon: A --> B : text.`,
    title: say`Put it after a colon`,
    mend: ({ text }) => ` : ${text}`,
  },
  {
    line: /^\s*note\s+(?<mend>)(?<here>of)\s/d,
    message: say`On which side the note stands is missing: note left of A, note right of A.`,
    title: say`Put it on the right`,
    mend: 'right ',
  },
  {
    line: /^\s*note\s+(?:left|right)\s+(?!of\b)(?<mend>)(?<here>\S[^\s:]*)/du,
    message: say`The word ‘of’ is missing: note right of A : text.`,
    title: say`Put of`,
    mend: 'of ',
  },
  {
    line: /^\s*note\s+(?:left|right)\s+of\s+[^\s:]+(?<mend>\s+)(?<here>[^\s:].*)$/du,
    message: say`A colon is missing before the text of the note.`,
    title: say`Put the colon`,
    mend: ' : ',
  },
  {
    line: /^\s*(?<here>note)\s+(?:left|right)\s+of\s+\S+$/du,
    code: 'mermaid.unclosed',
    message: say`This note has no end: a line end note closes it.`,
    title: say`Add the missing end note`,
    mend: ({ here }) => here,
  },
  {
    line: /^\s*state\s+"[^"]*"\s+(?!as\b)(?<mend>)(?<here>\S+)/du,
    message: say`The word ‘as’ is missing between the text and the id: state "Text" as id.`,
    title: say`Put as`,
    mend: 'as ',
  },
  {
    line: /^\s*(?:\[\*\]|[\p{L}\p{N}_]+)\s*-->\s*(?:\[\*\]|[\p{L}\p{N}_]+)(?<mend>\s+)(?<here>\p{Ll}[^:]*)$/du,
    message: say`A colon is missing before the text of the transition: A --> B : text.`,
    title: say`Put the colon`,
    mend: ' : ',
  },
  {
    line: /-->(?<mend>\s*)(?<here>:)\s*\S/d,
    message: say`The transition leads nowhere: a state or [*] is missing after it.`,
    title: say`Put ${placeholder} for the state`,
    mend: ` ${placeholder} `,
  },
  {
    line: /^\s*(?<mend>)(?<here>"[^"]*")\s+as\s+\w+/d,
    message: ({ here }) => say`The word ${'state'} is missing before ‘${here}’.`,
    title: say`Put ${'state'}`,
    mend: 'state ',
  },
  {
    line: /(?<mend>\s*-->(?<here>))$/du,
    message: say`The transition leads nowhere: a state or [*] is missing after it.`,
    title: say`End it in [*]`,
    mend: ' --> [*]',
  },
  {
    line: /^\s*(?<mend>)(?<here>-->)/du,
    message: say`The transition comes from nowhere: a state or [*] is missing before it.`,
    title: say`Begin it in [*]`,
    mend: '[*] ',
  },
]);

/** A note over several lines needs `end note`; without it Mermaid reads on to the end of the text. */
const openNotes: Finder = compounds({
  opens: /^\s*(?<here>note)\s+(?:left|right)\s+of\s+[^\s:]+\s*$/d,
  closes: /^\s*(?<here>end note)\s*$/d,
  closer: 'end note',
});

/** A note that ends as other things do, with `end` alone. */
const noteEnds: Finder = function* (broken) {
  let isOpen = false;
  for (const line of spokenLines(broken)) {
    if (/^\s*note\s+(?:left|right)\s+of\s+[^\s:]+\s*$/i.test(line.text)) isOpen = true;
    else if (/^\s*end note\s*$/i.test(line.text)) isOpen = false;
    else if (isOpen) yield* onLine(line, wrongNoteEnds);
  }
};

const wrongNoteEnds: readonly Slip[] = [
  {
    line: /^\s*(?<here>end|end_?note|end\s+of\s+note)\s*$/di,
    message: say`A note over several lines ends with the words end note.`,
    title: say`Write end note`,
    mend: 'end note',
    safe: true,
  },
];

/** The names on both sides of the transitions. */
const statesOf = ({ text }: Break): string[] => [
  ...new Set(
    [...text.matchAll(/([\p{L}\p{N}_]+)\s*-->|-->\s*([\p{L}\p{N}_]+)/gu)].flatMap(([, from, to]) => from ?? to ?? []),
  ),
];

/** What Mermaid stumbles over only when it draws, without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /^Error: State name must be a single word\. Found: "([^\s"]+)[^\S\n]*\n/,
    line: '^\\s*state\\s+(?<here>$1)$',
    says: (name) =>
      say`Mermaid reads ‘state ${name}’ and the state with a body below it as one name. Without the word state the line declares it too.`,
    meant: (line) => ({ title: say`Remove ${'state'}`, line: line.replace(/^(\s*)state\s+/, '$1') }),
    stays: true,
  },
  {
    message: /^state note names the unknown (.*)$/,
    line: '^\\s*note\\s+(?:left|right)\\s+of\\s+(?<here>$1)(?=\\s|:|$)',
    says: (name) => say`There is no state ‘${name}’ for this note, so nothing is drawn.`,
    instead: statesOf,
    stays: true,
  },
  {
    message: /^the state holds itself: (.*)$/,
    line: '^\\s*(?<here>$1)\\s*(?:-->|:|$)|-->\\s*(?<other>$1)\\s*(?::|$)',
    says: (name) =>
      say`‘${name}’ stands inside of itself, and drawing it comes to no end. Give the outer state another name.`,
    stays: true,
  },
];

export const stateBreaks: readonly Finder[] = [
  comments,
  ...bodyBraces(bodyOpener),
  sayings(unplaced),
  styles,
  classNames,
  titleLine,
  oddNames,
  stateForeign,
  wordyComposites,
  endForBrace,
  reservedEnds(stateWords.reserved ?? [], {
    arrow: '-->',
    flags: 'i',
  }),
  backwards,
  labelsInPipes,
  arrows,
  misspelt(keywordsOf(stateWords)),
  noteEnds,
  openNotes,
  ownSlips,
  unclosedOnLine(['"']),
  compounds({ opens: /^\s*state\b.*(?<here>\{)\s*$/d, closes: /^\s*(?<here>\})\s*$/d, closer: '}' }),
];
