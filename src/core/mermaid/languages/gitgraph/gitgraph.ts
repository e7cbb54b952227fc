import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { gitgraphBreaks } from './gitgraph-breaks';
import { scanGitGraph } from './gitgraph-scan';
import { gitgraphWords } from './gitgraph-words';

export const gitgraph: DiagramLanguage<'gitgraph'> = {
  type: 'gitgraph',
  judged: ['gitGraph'],
  keywords: [{ word: 'gitGraph' }],
  name: english`Git graph`,
  description: english`commits, branches and merges`,
  hasAccessibility: true,
  scan: scanGitGraph,
  words: gitgraphWords,
  finders: gitgraphBreaks,
  tokens: {
    REFERENCE: 'a name',
    NORMAL: 'NORMAL',
    REVERSE: 'REVERSE',
    HIGHLIGHT: 'HIGHLIGHT',
  },
  novelties: [
    { since: '11.0', what: say`A graph from the bottom up`, line: /^\s*gitGraph\s+(?<here>BT)\s*:/d },
    { since: '10.3', what: say`A direction of a git graph`, line: /^\s*gitGraph\s+(?<here>LR|TB)\s*:/d },
  ],
};
