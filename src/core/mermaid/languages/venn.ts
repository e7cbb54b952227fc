import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { type Saying, sayings } from '../breaks/saying';
import type { Break, Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { noWords } from '../vocabulary';
import type { DiagramLanguage } from './language';

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
  misspelt(['set', 'union', 'text', 'style', 'title']),
  sayings(unplaced),
];

export const venn: DiagramLanguage<'venn'> = {
  type: 'venn',
  judged: ['venn'],
  keywords: [{ word: 'venn-beta', since: '11.13' }],
  name: 'Venn diagram',
  description: 'sets and what they share',
  scan: scanKeywords([
    'title',
    'x-axis',
    'y-axis',
    'bar',
    'line',
    'set',
    'union',
    'text',
    'component',
    'anchor',
    'evolve',
    'pipeline',
    'note',
    'participant',
  ]),
  words: noWords,
  finders,
};
