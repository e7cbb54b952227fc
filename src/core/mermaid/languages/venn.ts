import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { hashInTitle } from '../breaks/hash-in-title';
import { misspelt } from '../breaks/misspelt';
import { type Saying, sayings } from '../breaks/saying';
import { slips } from '../breaks/slip';
import type { Break, Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({
  set: say`a circle: A["Label"]:20`,
  union: say`what circles share: A,B["Label"]:3`,
  text: 'a text inside',
  style: say`of a set or a union`,
  title: say`of the diagram`,
});

const sets = ({ text }: Break): string[] => [...text.matchAll(/^[^\S\r\n]*set\s+(\w+)/gm)].map((match) => match[1]!);

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message:
      /unknown set identifier: (.+)|set\(?s?\)? ?["'[]?(.+?)["'\]]? (?:is|are) not defined|undefined sets?:? (.+)/i,
    line: '^\\s*(?:union|text|style)\\b.*?(?<here>\\b$1\\b)',
    says: (name) => say`There is no set ‘${name}’ above.`,
    instead: sets,
  },
  {
    message: /union requires multiple identifiers/,
    line: '^\\s*union\\s+(?<here>[^\\s,:[]+)\\s*(?:$|[:[])',
    says: (name) => say`A union is of two sets or more, with commas between them: union ${name},B.`,
    stays: true,
  },
  {
    message: /text requires set/,
    line: '^\\s*(?<here>text)\\b',
    says: () => say`A text belongs to the set or union above it, and there is none.`,
    stays: true,
  },
];

const finders: readonly Finder[] = [
  comments,
  slips([
    hashInTitle,
    {
      line: /^\s*(?:set|union)\s+[\w,]+\s*(?<mend>(?<here>\()\s*"?(?<text>[^()"]+)"?\s*\))/d,
      message: say`A label must stand in brackets and quotes: set A["text"].`,
      title: say`Write brackets`,
      mend: ({ text }) => `["${text}"]`,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?:set|union)\s+[\w,]+(?:\["[^"]*"\])?(?<mend>\s*(?<here>[=({[]?)\s*(?<size>\d+(?:\.\d+)?)\s*[)}\]]?)\s*$/d,
      message: say`How large a set is stands after a colon: set A:20.`,
      title: say`Write a colon`,
      mend: ({ size }) => `:${size}`,
      sure: true,
    },
    {
      line: /^\s*union\s+\w+(?<mend>\s*(?<here>&|\+|∩|\band\b)\s*)\w/d,
      message: say`A comma must stand between the sets of a union.`,
      title: say`Write a comma`,
      mend: ',',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<here>intersection|intersect|overlap)(?=\s+\w)/di,
      message: say`What sets share is called union here.`,
      title: say`Write union`,
      mend: 'union',
      sure: true,
    },
    {
      line: /^\s*(?<here>circle|group)(?=\s+\w)/di,
      message: say`A circle is called set here.`,
      title: say`Write set`,
      mend: 'set',
      sure: true,
    },
  ]),
  unclosedOnLine(['"', '[']),
  slips([
    {
      line: /^\s*(?<mend>(?<id>\w+)\s+(?<here>set|union|text|style))\s*(?=[\s[:]|$)/d,
      message: ({ here }) => say`The word ${here} must stand first on its line.`,
      title: ({ id, here }) => say`Write ${here} ${id}`,
      mend: ({ id, here }) => `${here} ${id}`,
    },
    {
      line: /^\s*(?<mend>)(?<here>(?!(?:set|union|text|style|title)\b)\w+)\s*(?:\["[^"]*"\])?\s*(?::\s*[\d.]+)?$/d,
      message: ({ here }) => say`The word ${'set'} is missing before ‘${here}’.`,
      title: say`Put ${'set'}`,
      mend: 'set ',
    },
    {
      line: /^\s*(?<mend>)(?<here>\w+(?:\s*,\s*\w+)+)\s*(?:\["[^"]*"\])?\s*(?::\s*[\d.]+)?$/d,
      message: ({ here }) => say`The word ${'union'} is missing before ‘${here}’.`,
      title: say`Put ${'union'}`,
      mend: 'union ',
    },
    {
      line: /^\s*(?:set|union)\s+\w[^:]*:\s*(?<here>[^\s\d][^\s]*)/d,
      message: ({ here }) => say`How large a set is must be a number, not ‘${here}’.`,
      mend: '1',
    },
    {
      line: /^\s*union\s+\w+(?<mend>\s*(?<here>,)\s*)(?=[[:]|$)/d,
      message: say`The second set of the union is missing after the comma.`,
    },
  ]),
  misspelt(keywordsOf(words)),
  sayings(unplaced),
];

export const venn: DiagramLanguage<'venn'> = {
  type: 'venn',
  judged: ['venn'],
  keywords: [{ word: 'venn-beta', since: '11.13' }],
  name: english`Venn diagram`,
  description: english`sets and what they share`,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    IDENTIFIER: say`the name of a set`,
  },
};
