import type { DiagramLanguage } from '../language';
import { flowchartBreaks } from './flowchart-breaks';
import { flowchartDoubts } from './flowchart-doubts';
import { scanFlowchart } from './flowchart-scan';
import { flowchartWords } from './flowchart-words';

export const flowchart: DiagramLanguage<'flowchart'> = {
  type: 'flowchart',
  judged: ['flowchart-v2', 'flowchart-elk'],
  keywords: [{ word: 'flowchart' }, { word: 'graph' }, { word: 'flowchart-elk' }],
  name: 'Flowchart',
  description: 'nodes and arrows',
  headerRest: /^(?:TB|TD|BT|RL|LR|[<>^v])\s*(?:;|$)/,
  scan: scanFlowchart,
  words: flowchartWords,
  finders: flowchartBreaks(flowchartWords, ['subgraph']),
  doubts: flowchartDoubts,
  novelties: [
    { since: '11.3', what: 'Shapes by name', line: /(?<here>@\{)[^}]*\b(?:shape|icon|img)\s*:/d },
    { since: '11.10', what: 'A curve of a single edge', line: /@\{[^}]*\b(?<here>curve)\s*:/d },
    { since: '11.5', what: 'Animated edges', line: /@\{[^}]*\b(?<here>animat(?:e|ion))\s*:/d },
    { since: '11.5', what: 'An id of an edge', line: /(?:^|\s)(?<here>[\w-]+@)(?=[<ox]?(?:--|==|-\.))/d },
    { since: '11.15', what: 'The shape datastore', line: /\bshape\s*:\s*"?(?<here>data-?store)\b/d },
    { since: '10.1', what: 'Markdown in a label', line: /(?<here>"`)/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
  bracketLabels: true,
  impliedIds: ['default'],
};
