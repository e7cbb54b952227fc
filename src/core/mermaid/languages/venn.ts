import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { type Saying, sayings } from '../breaks/saying';
import type { Break, Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({
  set: 'a circle: A["Label"]:20',
  union: 'what circles share: A,B["Label"]:3',
  text: 'a text inside',
  style: 'of a set or a union',
  title: 'of the diagram',
});

const sets = ({ text }: Break): string[] => [...text.matchAll(/^\s*set\s+(\w+)/gm)].map((match) => match[1]!);

/** What Mermaid says without a place. */
const unplaced: readonly Saying[] = [
  {
    message:
      /unknown set identifier: (.+)|set\(?s?\)? ?["'[]?(.+?)["'\]]? (?:is|are) not defined|undefined sets?:? (.+)/i,
    line: '^\\s*(?:union|text|style)\\b.*?(?<here>\\b$1\\b)',
    says: (name) => `There is no set ‘${name}’ above.`,
    instead: sets,
  },
];

const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '[']),
  misspelt(keywordsOf(words)),
  sayings(unplaced),
];

export const venn: DiagramLanguage<'venn'> = {
  type: 'venn',
  judged: ['venn'],
  keywords: [{ word: 'venn-beta', since: '11.13' }],
  name: 'Venn diagram',
  description: 'sets and what they share',
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
};
