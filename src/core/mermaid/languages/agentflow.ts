import { english, say } from '../../l10n/say';
import { slips } from '../breaks/slip';
import { phrases, type Vocabulary, wordList } from '../vocabulary';
import { closedByEnd } from './common-words';
import { flowchart } from './flowchart/flowchart';
import { flowchartBreaks } from './flowchart/flowchart-breaks';
import { scanDialect } from './flowchart/flowchart-scan';
import type { DiagramLanguage } from './language';

const groups = ['flow', 'global'];

const words: Vocabulary = {
  ...flowchart.words,
  keywords: [
    closedByEnd('flow', say`a group of nodes`, '‹id› [‹Title›]'),
    closedByEnd('global', say`what every flow may reach`, ''),
    { text: 'connector', detail: say`a node where flows meet`, snippet: 'connector ‹id› [‹Title›]' },
    ...flowchart.words.keywords.filter(({ text }) => text !== 'subgraph'),
  ],
  arrows: phrases({
    '-->': 'arrow',
    '--x': say`with a cross`,
    '-.-': say`dotted line`,
    '-->|label|': say`arrow with a label`,
    '-- label -->': say`arrow with a label`,
    '&': say`and another node`,
  }),
  reserved: wordList('style linkStyle interpolate classDef class click href flow connector global end'),
};

/** What a flowchart takes and an agent flow does not. */
const notHere = slips([
  {
    line: /^\s*(?<here>subgraph)\b/d,
    message: say`‘subgraph’ opens no group here; ‘flow’ does.`,
    title: say`Write flow`,
    mend: 'flow',
  },
  {
    line: /(?<=[\w\])}]\s*)(?<here>==+>|-\.+->|--->?|==+|~~~+)(?=\s*\w)/du,
    code: 'mermaid.bad-arrow',
    message: ({ here }) => say`‘${here}’ is no arrow here; ‘-->’ is.`,
    title: say`Write -->`,
    mend: '-->',
  },
]);

/** A flowchart of agents, with words of its own for groups. */
export const agentflow: DiagramLanguage<'agentflow'> = {
  ...flowchart,
  hasAccessibility: false,
  type: 'agentflow',
  judged: ['agentflow'],
  keywords: [{ word: 'agentflow-beta', since: '12.0' }],
  name: english`Agent flow`,
  description: english`agents and what they pass on`,
  scan: (scan) => scanDialect(scan, { groups, prefixes: ['connector'] }),
  words,
  finders: [notHere, ...flowchartBreaks(words, groups)],
};
