import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, noWords, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = noWords;

const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"', '(', '[', '{']),
  slips([
    {
      line: /(?:=|<-|::=).*[^;\s](?<here>)$/du,
      message: 'A rule ends in a semicolon.',
      title: 'Put the semicolon',
      mend: ' ;',
      safe: true,
    },
  ]),
];

export const railroad: DiagramLanguage<'railroad'> = {
  type: 'railroad',
  judged: ['railroad'],
  keywords: [{ word: 'railroad-beta', since: '11.16' }],
  name: 'Railroad diagram of a grammar',
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
};

export const railroadEbnf: DiagramLanguage<'railroad-ebnf'> = {
  ...railroad,
  type: 'railroad-ebnf',
  judged: ['railroadEbnf'],
  keywords: [{ word: 'railroad-ebnf-beta', since: '11.16' }],
  name: 'Railroad diagram of an EBNF grammar',
};

export const railroadAbnf: DiagramLanguage<'railroad-abnf'> = {
  ...railroad,
  type: 'railroad-abnf',
  judged: ['railroadAbnf'],
  keywords: [{ word: 'railroad-abnf-beta', since: '11.16' }],
  name: 'Railroad diagram of an ABNF grammar',
};

export const railroadPeg: DiagramLanguage<'railroad-peg'> = {
  ...railroad,
  type: 'railroad-peg',
  judged: ['railroadPeg'],
  keywords: [{ word: 'railroad-peg-beta', since: '11.16' }],
  name: 'Railroad diagram of a PEG grammar',
};
