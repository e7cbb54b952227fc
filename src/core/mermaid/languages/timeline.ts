import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { placeholder } from '../breaks/placeholder';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { mistakenKeywords } from '../doubts/mistaken-keywords';
import { scanEntries } from '../scan/entries';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({ title: say`of the timeline`, section: say`an age` });

const finders: readonly Finder[] = [
  comments,
  slips([
    {
      line: /^\s*section\s+[^:]*[^:\s]\s*(?<here>:)\s*\S/du,
      message: say`A colon ends the name of a section. In the name it is written #58;.`,
      title: say`Write #58; for the colon`,
      mend: '#58;',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>)(?<here>:)\s*\S/du,
      message: say`An event belongs to a period, which must stand before the colon: 2020 : what happened.`,
      title: say`Put ${placeholder} for the period`,
      mend: `${placeholder} `,
    },
    {
      line: /(?<here>:)(?<mend>)(?=\S)/du,
      message: say`A space is missing after the colon.`,
      title: say`Put the space`,
      mend: ' ',
      safe: true,
    },
    {
      line: /(?<mend>\s*(?<here>:))\s*$/du,
      message: say`The event is missing.`,
      title: say`Remove the colon`,
      mend: '',
    },
  ]),
];

export const timeline: DiagramLanguage<'timeline'> = {
  type: 'timeline',
  judged: ['timeline'],
  keywords: [{ word: 'timeline' }],
  name: english`Timeline`,
  description: english`periods and events`,
  headerRest: /^(?:TD|LR)$/,
  hasTitle: true,
  plainLabels: true,
  hasAccessibility: true,
  scan: scanEntries('period', keywordsOf(words)),
  words,
  finders,
  tokens: {
    event: say`an event (: what happened)`,
    period: say`a period (2020)`,
  },
  line: say`a period with its events (2020 : what happened)`,
  doubts: [
    mistakenKeywords([
      ['section', /^\s+[^:]+$/],
      ['title', /^\s+[^:]+$/],
    ]),
  ],
  novelties: [{ since: '11.14', what: say`A direction of a timeline`, line: /^\s*timeline\s+(?<here>LR|TD)\b/d }],
};
