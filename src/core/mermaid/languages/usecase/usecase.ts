import { english, say } from '../../../l10n/say';
import { arrowLike, badArrows, blanked } from '../../breaks/arrows';
import { comments } from '../../breaks/comments';
import { compounds } from '../../breaks/compounds';
import { unclosedOnLine } from '../../breaks/delimiters';
import { directionNamed } from '../../breaks/direction-named';
import { misspelt } from '../../breaks/misspelt';
import { written } from '../../breaks/placeholder';
import { reservedEnds } from '../../breaks/reserved-words';
import { slips } from '../../breaks/slip';
import { keywordsOf, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, closedByEnd, directions, styling, stylingSlots } from '../common-words';
import type { DiagramLanguage } from '../language';
import { scanUsecase } from './usecase-scan';

const words: Vocabulary = {
  keywords: [
    { text: 'actor', detail: say`who acts`, snippet: 'actor ‹id›("‹Name›")' },
    closedByEnd('systemBoundary', say`use cases in a frame`, '‹id›["‹Name›"]'),
    { text: 'end', detail: say`ends the frame` },
    { text: 'note for', detail: say`a note`, snippet: 'note for ‹id› "‹text›"' },
    { text: 'json', detail: say`an object as a table`, snippet: 'json ‹id› @{ ‹› }' },
    { text: 'direction', detail: say`of the whole diagram` },
    ...styling,
    ...accessibility,
  ],
  arrows: phrases({
    '-->': 'association',
    '--': say`association without an arrow`,
    '..> : include': say`always a part of it`,
    '..> : extend': say`sometimes a part of it`,
    '--|>': say`is a kind of`,
  }),
  reserved: wordList(
    'actor systemBoundary end direction TD TB BT LR RL note for json classDef class style include extend true false',
  ),
  slots: { ...stylingSlots, note: [phrases({ for: say`an actor or a use case` }), 'ids'], for: ['ids'] },
};

/** Labels, stereotypes and what keywords take hold anything; `--` may open the label of an arrow. */
const mask = (line: string): string =>
  blanked(
    line,
    /"[^"]*"|'[^']*'|\([^)]*\)|\[[^\]]*\]|<<[^>]*>>|@\{.*|(?:--|<--|[ox]--)\s+[^-\s].*--.*|^\s*(?:note|classDef|class|style|direction|json)\b.*/g,
  );

const arrows = badArrows({
  valid: /^(?:--\|>|\.\.>|--+>|<--+|--[ox]|[ox]--|--+)$/,
  like: arrowLike,
  meant: (run) => (/[.]/.test(run) ? ['..> : include', '-->'] : ['-->']),
  mask,
});

const ownSlips = slips([
  {
    line: /^\s*actor\s+(?<mend>(?:"(?<quoted>[^"]+)"|(?<bare>\w+))\s+(?<here>as)\s+(?<id>\w+))\s*$/d,
    message: say`This is PlantUML. Here the name comes first, its text in parentheses and quotes: actor u("User").`,
    title: ({ id }) => say`Write ${id}("…")`,
    mend: ({ quoted, bare, id }) => `${id}("${quoted ?? bare}")`,
    safe: true,
    sure: true,
  },
  {
    line: /\.\.>\s*(?<mend>(?<here>include|extend)\s*:)/diu,
    message: say`The colon must stand before the word.`,
    title: ({ here }) => say`Write : ${here}`,
    mend: ({ here }) => `: ${here}`,
  },
  {
    line: /\.\.>\s*:\s*(?<here>(?:in|ex)\w+)/diu,
    message: ({ here }) => say`‘${here}’ is no relation; include and extend are.`,
    title: ({ here }) => say`Write ${relation(here!)}`,
    mend: ({ here }) => (relation(here!) === here!.toLowerCase() ? undefined : relation(here!)),
  },
  {
    line: /(?<here>\.\.>)(?<mend>)(?!\s*:)\s*\w/du,
    message: say`What the dotted arrow means is missing: include or extend.`,
    mend: ' : include',
  },
  {
    line: /^\s*note\s+(?!for\b)(?<mend>)(?<here>\w+)/du,
    message: say`The word ‘for’ is missing: note for A "text".`,
    title: say`Put for`,
    mend: 'for ',
  },
  {
    line: /^\s*direction\s+(?<here>\w+)/du,
    message: ({ here }) => say`‘${here}’ is no direction; directions are TB, TD, BT, LR and RL.`,
    title: ({ here }) => written(directionNamed(here!)),
    mend: ({ here }) => (directions.some(({ text }) => text === here) ? undefined : (directionNamed(here!) ?? 'LR')),
  },
  {
    line: /(?<mend>\s*(?:--\|>|--+>?|--[ox]|<--+|\.\.>)(?<here>))$/du,
    message: say`The relation leads nowhere: a name is missing after it.`,
    title: say`Remove the relation`,
    mend: '',
  },
]);

const relation = (word: string): string => (/^in/i.test(word) ? 'include' : 'extend');

export const usecase: DiagramLanguage<'usecase'> = {
  type: 'usecase',
  judged: ['usecase'],
  keywords: [{ word: 'usecase-beta', since: '12.0' }],
  name: english`Use case diagram`,
  description: english`actors and use cases`,
  scan: scanUsecase,
  words,
  finders: [
    comments,
    reservedEnds(words.reserved ?? [], {
      arrow: '[<ox]?--+(?:\\|?>|[ox])?|\\.\\.>',
      declared: '^\\s*actor\\s+WORD\\s*$',
    }),
    ownSlips,
    arrows,
    misspelt(keywordsOf(words)),
    unclosedOnLine(['"', '[', '(', '{']),
    compounds({ opens: /^\s*(?<here>systemBoundary)\b/d, closes: /^\s*(?<here>end)\s*$/d, apart: /./, closer: 'end' }),
  ],
  tokens: {
    DEPENDENCY_ARROW: say`an arrow (-->, --, ..>)`,
    GENERALIZATION: say`an arrow (-->, --, ..>)`,
    FORWARD_SOLID: say`an arrow (-->, --, ..>)`,
    MARKDOWN_STRING: '',
    PLAIN_STRING: say`a text in quotes`,
  },
  line: say`a relation (User --> Login)`,
  namesMakeNodes: true,
  lastLabelWins: true,
};
