import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { sequenceBreaks } from './sequence-breaks';
import { sequenceDoubts } from './sequence-doubts';
import { scanSequence } from './sequence-scan';
import { sequenceWords } from './sequence-words';

export const sequence: DiagramLanguage<'sequence'> = {
  type: 'sequence',
  judged: ['sequence'],
  keywords: [{ word: 'sequenceDiagram' }],
  name: english`Sequence diagram`,
  description: english`messages over time`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanSequence,
  words: sequenceWords,
  finders: sequenceBreaks,
  tokens: {
    TXT: say`a colon and the text`,
    SOLID_ARROW: say`an arrow (->>, -->>, -x, -))`,
    ACTOR: say`the name of an actor`,
    ACTIVE_PARTICIPANT: say`the name of an actor`,
    participant_actor: '‘actor’',
    left_of: say`‘left of’`,
    right_of: say`‘right of’`,
    '()': '',
    link: '',
    legacy_title: '',
    CONFIG_END: '‘}’',
  },
  line: say`a message (A->>B: text)`,
  doubts: sequenceDoubts,
  novelties: [
    { since: '11.0', what: say`An arrow to both sides`, line: /(?<here><<--?>>)/d },
    { since: '11.13', what: say`A half arrow`, line: /(?<here>--?(?:\|[\\/]|\\\\|\/\/)|(?:[\\/]\||\\\\|\/\/)--?)/d },
    { since: '11.11', what: say`A type of participant`, line: /^\s*(?:participant|actor)\s+[^@\n]+(?<here>@\{)/di },
    { since: '10.3', what: say`Creating an actor`, line: /^\s*(?<here>create)\s+(?:participant|actor)\b/di },
    { since: '10.3', what: say`Destroying an actor`, line: /^\s*(?<here>destroy)\s+\S/di },
    { since: '10.2', what: 'par_over', line: /^\s*(?<here>par_over)\b/di },
    { since: '11.15', what: say`Decimals in autonumber`, line: /^\s*autonumber\b.*?(?<here>\d*\.\d+)/di },
    { since: '11.7', what: say`A message that says nothing`, line: /--?>>?\s*[+-]?[^:]+(?<here>:)\s*$/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
};
