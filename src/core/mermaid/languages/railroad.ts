import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { headerStart } from '../breaks/header-start';
import { brokenLine } from '../breaks/line';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, noWords, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = noWords;

/** A rule of EBNF in the language of functions: another word opens such a diagram. */
const ebnf: Finder = function* (broken) {
  if (broken.verdict.type !== 'railroad') return;
  const line = brokenLine(broken);
  if (!/^\s*[\w-]+\s*(?:::)?=\s*(?!\w+\s*\()\S/.test(line.text)) return;
  const start = headerStart(broken.text);
  const span = { start, end: start + 'railroad-beta'.length };
  if (broken.text.slice(span.start, span.end) !== 'railroad-beta') return;
  yield {
    code: 'mermaid.syntax',
    span,
    message: say`These rules are EBNF: their diagrams begin with railroad-ebnf-beta.`,
    fix: { title: say`Write railroad-ebnf-beta`, safe: false, changes: [{ span, newText: 'railroad-ebnf-beta' }] },
  };
};

const finders: readonly Finder[] = [
  comments,
  ebnf,
  unclosedOnLine(['"', '(', '[', '{']),
  slips([
    {
      line: /(?:=|<-|::=).*[^;\s](?<here>)$/du,
      message: say`A rule must end in a semicolon.`,
      title: say`Put the semicolon`,
      mend: ' ;',
      safe: true,
    },
  ]),
];

export const railroad: DiagramLanguage<'railroad'> = {
  type: 'railroad',
  judged: ['railroad'],
  keywords: [{ word: 'railroad-beta', since: '11.16' }],
  name: english`Railroad diagram of a grammar`,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  tokens: {
    RR_STRING: say`a text in quotes`,
  },
  line: say`a rule (digit = "0" | "1" ;)`,
};

export const railroadEbnf: DiagramLanguage<'railroad-ebnf'> = {
  ...railroad,
  type: 'railroad-ebnf',
  judged: ['railroadEbnf'],
  keywords: [{ word: 'railroad-ebnf-beta', since: '11.16' }],
  name: english`Railroad diagram of an EBNF grammar`,
};

export const railroadAbnf: DiagramLanguage<'railroad-abnf'> = {
  ...railroad,
  type: 'railroad-abnf',
  judged: ['railroadAbnf'],
  keywords: [{ word: 'railroad-abnf-beta', since: '11.16' }],
  name: english`Railroad diagram of an ABNF grammar`,
};

export const railroadPeg: DiagramLanguage<'railroad-peg'> = {
  ...railroad,
  type: 'railroad-peg',
  judged: ['railroadPeg'],
  keywords: [{ word: 'railroad-peg-beta', since: '11.16' }],
  name: english`Railroad diagram of a PEG grammar`,
};
