import { english, say } from '../../../l10n/say';
import type { DiagramLanguage } from '../language';
import { classBreaks } from './class-breaks';
import { classDoubts } from './class-doubts';
import { scanClass } from './class-scan';
import { classWords } from './class-words';

export const classDiagram: DiagramLanguage<'class'> = {
  type: 'class',
  judged: ['classDiagram'],
  keywords: [{ word: 'classDiagram' }, { word: 'classDiagram-v2' }],
  name: english`Class diagram`,
  description: english`classes and relations`,
  hasAccessibility: true,
  scan: scanClass,
  words: classWords,
  finders: classBreaks,
  tokens: {
    LABEL: say`a colon and the text`,
    LINE: say`a relation (-->, --|>, ..>)`,
    MEMBER: say`a member (+name)`,
    ALPHA: say`the name of a class`,
    NUM: '',
    MINUS: '',
    UNICODE_TEXT: '',
    BQUOTE_STR: '',
    DOT: '',
    GENERICTYPE: '',
    STR: say`a text in quotes`,
    LINK_TARGET: say`_self, _blank, _parent or _top`,
    CALLBACK_NAME: say`the name of a function`,
    HREF: '‘href’',
    SEPARATOR: '',
    SPACE: '',
    UNIT: '',
    BRKT: '',
    PCT: '',
    ANNOTATION_END: '‘>>’',
    style: '',
  },
  line: say`a relation (A --> B : text) or a member (A : +name)`,
  doubts: classDoubts,
  novelties: [
    { since: '10.2', what: 'A namespace', line: /^\s*(?<here>namespace)\b/d },
    { since: '11.4', what: say`classDef in a class diagram`, line: /^\s*(?<here>classDef)\b/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
};
