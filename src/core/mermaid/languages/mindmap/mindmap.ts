import { english, say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import { keywordsOnly } from '../../vocabulary';
import type { DiagramLanguage } from '../language';
import { halfShapes } from './half-shapes';
import { listMarks } from './list-marks';
import { mindmapBreaks } from './mindmap-breaks';
import { scanMindmap } from './mindmap-scan';
import { textsWithBrackets } from './texts-with-brackets';

export const mindmap: DiagramLanguage<'mindmap'> = {
  type: 'mindmap',
  judged: ['mindmap'],
  keywords: [{ word: 'mindmap' }],
  name: english`Mindmap`,
  description: english`a tree by indentation`,
  plainLabels: true,
  scan: scanMindmap,
  words: keywordsOnly({ '::icon(': say`an icon for the node above`, ':::': say`style classes for the node above` }),
  finders: mindmapBreaks,
  tokens: {
    NODE_DEND: say`the bracket that closes the shape`,
    SHAPE_DATA: '‘}’',
  },
  doubts: [
    halfShapes,
    textsWithBrackets,
    listMarks,
    misreadings([
      {
        line: /^(?<margin>\s*)[^\s:"][^:"]*(?<mend>\s*(?<here>:::)(?<classes>[\w-]+(?:\s+[\w-]+)*))$/d,
        message: ({ here, classes }) =>
          say`‘${here}${classes}’ is drawn as text here: style classes stand on the next line.`,
        title: say`Put it on the next line`,
        mend: ({ margin, classes }) => `\n${margin}:::${classes}`,
      },
    ]),
  ],
};
