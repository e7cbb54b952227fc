import type { DiagramLanguage } from '../language';
import { classBreaks } from './class-breaks';
import { classDoubts } from './class-doubts';
import { scanClass } from './class-scan';
import { classWords } from './class-words';

export const classDiagram: DiagramLanguage<'class'> = {
  type: 'class',
  judged: ['classDiagram'],
  keywords: [{ word: 'classDiagram' }, { word: 'classDiagram-v2' }],
  name: 'Class diagram',
  description: 'classes and relations',
  scan: scanClass,
  words: classWords,
  finders: classBreaks,
  doubts: classDoubts,
  novelties: [
    { since: '10.2', what: 'A namespace', line: /^\s*(?<here>namespace)\b/d },
    { since: '11.4', what: 'classDef in a class diagram', line: /^\s*(?<here>classDef)\b/d },
  ],
  namesMakeNodes: true,
  lastLabelWins: true,
};
