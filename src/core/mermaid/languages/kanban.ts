import { english, say } from '../../l10n/say';
import { written } from '../breaks/placeholder';
import { slips } from '../breaks/slip';
import { misreadings } from '../doubts/misreadings';
import { type Phrase, phrases, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';
import { halfShapes } from './mindmap/half-shapes';
import { listMarks } from './mindmap/list-marks';
import { mindmapBreaks } from './mindmap/mindmap-breaks';
import { scanMindmap } from './mindmap/mindmap-scan';
import { textsWithBrackets } from './mindmap/texts-with-brackets';

const cardKeys: readonly Phrase[] = [
  { text: 'assigned', detail: say`who does it`, snippet: "assigned: '‹name›'" },
  { text: 'ticket', detail: say`its number elsewhere`, snippet: 'ticket: ‹T-1›' },
  { text: 'priority', detail: say`how urgent it is`, snippet: "priority: '‹High›'" },
];

const words: Vocabulary = {
  keywords: [],
  keywordsOpen: true,
  linePlaces: [
    {
      line: /@\{[^{}]*\bpriority[ \t]*:[ \t]*['"]?(?<typed>[\w ]*)$/,
      offers: phrases({
        'Very High': say`a red mark`,
        High: say`an orange mark`,
        Low: say`a blue mark`,
        'Very Low': say`a light mark`,
      }),
    },
    { line: /@\{(?:[^{}]*,)?[ \t]*(?<typed>\w*)$/, offers: cardKeys },
    { line: /@\{[^{}]*(?<typed>)$/, offers: 'free' },
  ],
};

/** The priority that a word means. */
function priorityMeant(word: string): string | undefined {
  if (/^(?:very high|urgent|critical|highest|blocker|asap|p?0)$/i.test(word)) return 'Very High';
  if (/^(?:high|important|major|p?1)$/i.test(word)) return 'High';
  if (/^(?:low|minor|p?3)$/i.test(word)) return 'Low';
  return /^(?:very low|lowest|trivial|p?4)$/i.test(word) ? 'Very Low' : undefined;
}

/** Columns and their cards, written as a mindmap is, with data in `@{ }`. */
export const kanban: DiagramLanguage<'kanban'> = {
  type: 'kanban',
  judged: ['kanban'],
  keywords: [{ word: 'kanban', since: '11.4' }],
  name: english`Kanban board`,
  description: english`columns and cards`,
  plainLabels: true,
  scan: scanMindmap,
  words,
  finders: [
    slips([
      {
        line: /^\s*\S.*\](?<mend>\s*(?<here>@)\s*(?<data>(?:assigned|ticket|priority|label|icon)\s*:[^{}]*[^{}\s]))\s*$/d,
        message: say`What is said of a card stands in braces behind the @: @{ assigned: 'name' }.`,
        title: say`Put the braces`,
        mend: ({ data }) => `@{ ${data} }`,
        safe: true,
        sure: true,
      },
      {
        line: /^\s*\S.*\](?<mend>)(?<here>\{)\s*(?:assigned|ticket|priority|label|icon)\s*:/d,
        message: say`What is said of a card stands behind an @: @{ assigned: 'name' }.`,
        title: say`Put ${'@'}`,
        mend: '@',
      },
    ]),
    ...mindmapBreaks,
  ],
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
        line: /@\{[^{}]*\bpriority[ \t]*:[ \t]*(?![ \t])(?<here>(?<quote>["']?)(?!(?:Very High|High|Low|Very Low|Medium|Normal)\s*["'},])(?<word>[^"'{},]*[^"'{},\s])\k<quote>)/d,
        message: ({ word }) =>
          say`‘${word}’ is no priority, so no mark is drawn: there are Very High, High, Low and Very Low.`,
        title: ({ word }) => written(priorityMeant(word!)),
        mend: ({ word }) => `'${priorityMeant(word!) ?? 'High'}'`,
      },
      {
        line: /@\{(?:[^{}"']*,)?\s*(?<here>(?:assigned|ticket|priority)(?<mend>[ \t]+))(?=[^\s:,}])/d,
        message: ({ here }) => say`A colon is missing after ‘${here!.trim()}’, so that it is not drawn.`,
        title: say`Put the colon`,
        mend: ': ',
      },
    ]),
  ],
};
