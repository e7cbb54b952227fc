import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { spacedNames } from './spaced-names';
import { stateBreaks } from './state-breaks';
import { stateDoubts } from './state-doubts';
import { scanState } from './state-scan';
import { stateWords } from './state-words';

export const state: DiagramLanguage<'state'> = {
  type: 'state',
  judged: ['stateDiagram'],
  keywords: [{ word: 'stateDiagram-v2' }, { word: 'stateDiagram' }],
  name: english`State diagram`,
  description: english`states and transitions`,
  hasAccessibility: true,
  scan: scanState,
  words: stateWords,
  finders: stateBreaks,
  tokens: {
    ID: say`the name of a state`,
    EDGE_STATE: '[*]',
    '-->': '‘-->’',
    DESCR: say`a colon and the text`,
    STRING: say`a text in quotes`,
    scale: '',
    style: '',
    class: '',
    note: '',
  },
  line: say`a transition (A --> B)`,
  doubts: [...stateDoubts, spacedNames],
  novelties: [{ since: '11.7', what: say`click in a state diagram`, line: /^\s*(?<here>click)\b/d }],
  namesMakeNodes: true,
  impliedIds: ['start', 'end', 'default'],
};
