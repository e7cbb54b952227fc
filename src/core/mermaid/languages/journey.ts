import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { spokenLines } from '../breaks/line';
import { misspelt } from '../breaks/misspelt';
import { namelessSection } from '../breaks/nameless-section';
import { written } from '../breaks/placeholder';
import { sectionColon } from '../breaks/section-colon';
import { semicolons } from '../breaks/semicolons';
import { slips, slipsAnywhere } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { misreadings } from '../doubts/misreadings';
import { scanEntries } from '../scan/entries';
import { found, keywordsOf, phrases, type Vocabulary } from '../vocabulary';
import { accessibility } from './common-words';
import type { DiagramLanguage } from './language';

const words: Vocabulary = {
  keywords: [...phrases({ title: say`of the journey`, section: say`a part of it` }), ...accessibility],
  linePlaces: [
    {
      line: /^[^:\n]+:[ \t]*\d+[ \t]*:(?:[^,\n]*,)*[ \t]*(?<typed>[^,\n]*)$/,
      offers: found(/(?:^[^:\n]+:[ \t]*\d+[ \t]*:|,)([^,\n]+)(?=,|$)/gm, say`takes part`),
    },
    {
      line: /^[^:\n]+:[ \t]*(?<typed>\d?)$/,
      offers: phrases({ 5: say`very well`, 4: 'well', 3: 'neither', 2: 'badly', 1: say`very badly` }),
    },
  ],
};

/** A score that is written as a word. */
const scoreOf = (word: string): string | undefined => {
  const score = ['one', 'two', 'three', 'four', 'five'].indexOf(word.trim().toLowerCase()) + 1;
  return score > 0 ? `${score}` : undefined;
};

const others = slips([
  {
    line: /^[^:]+:\s*[\d.]+\s*:[^:;]*[^:;\s](?<mend>\s*(?<here>;)\s*)(?=[^\s;:])[^:]*$/du,
    message: say`A comma must stand between those who take part.`,
    title: say`Write a comma`,
    mend: ', ',
    safe: true,
    sure: true,
  },
]);

const ownSlips = slips([
  {
    line: /^\s*(?!title\b|section\b)[^:]*?[^:\s](?<mend>\s*(?<here>[-–—|,;=])\s*(?<score>[1-5])(?:\s*[-–—|,;:]\s*(?<who>[^\s:][^:]*))?)$/du,
    message: ({ here }) => say`A colon must stand between the task, its score and who does it, not ‘${here}’.`,
    title: say`Write colons`,
    mend: ({ score, who }) => `: ${score}${who ? `: ${who.trim()}` : ''}`,
    sure: true,
  },
  {
    line: /^\s*(?:#\w+;|[^#:])+(?<here>#)(?!\w+;)/du,
    message: say`A # ends the text: what stands after it is a comment.`,
    title: say`Write #35; for #`,
    mend: '#35;',
    safe: true,
  },
  {
    line: /^\s*(?!title\b|section\b)[^:]*?\p{L}[^:]*?(?<mend>\s+(?<here>[1-5])\s+(?<who>\p{L}[^:]*))$/du,
    message: say`A colon must stand before the score and after it: Plan: 5: Me.`,
    title: say`Write colons`,
    mend: ({ here, who }) => `: ${here}: ${who}`,
  },
  {
    line: /^\s*(?<here>chapter|part|phase|stage|group|step)\s+\S[^:]*$/du,
    message: ({ here }) => say`A part of the journey opens with section, not with ‘${here}’.`,
    title: say`Write section`,
    mend: 'section',
  },
  {
    line: /^\s*(?<here>[^:]*[^:\s])(?<mend>)$/du,
    message: say`A task needs a colon, a score and who does it: Plan: 5: Me.`,
    mend: ': 3',
  },
  {
    line: /^\s*[^:]*[^:\s]\s*(?<here>:)(?<mend>)$/du,
    message: say`The score is missing: a number from 1 to 5.`,
    mend: ' 3',
  },
]);

const finders: readonly Finder[] = [
  comments,
  slipsAnywhere([namelessSection], spokenLines),
  others,
  semicolons,
  misspelt(keywordsOf(words)),
  ownSlips,
];

export const journey: DiagramLanguage<'journey'> = {
  type: 'journey',
  judged: ['journey'],
  keywords: [{ word: 'journey' }],
  name: english`User journey`,
  description: english`tasks and how they feel`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanEntries('task', keywordsOf(words)),
  words,
  finders,
  tokens: {
    taskData: say`a colon, a score and who does it (: 5: Me)`,
  },
  line: say`a task (Plan: 5: Me)`,
  doubts: [
    misreadings([
      sectionColon,
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]+:\s*[\d.]+(?<mend>\s*(?<here>[,;|/-])\s*)\p{L}[^:]*$/du,
        message: say`A colon must stand between the score and who does it.`,
        title: say`Write a colon`,
        mend: ': ',
      },
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]+:\s*[1-5](?<mend>\s+)(?<here>\p{L}[^:]*)$/du,
        message: say`A colon must stand between the score and who does it.`,
        title: say`Put the colon`,
        mend: ': ',
      },
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]*\p{L}[^:]*?(?<mend>\s+)(?<here>[1-5])\s*:\s*\p{L}[^:]*$/du,
        message: say`A colon is missing before the score: Plan: 5: Me.`,
        title: say`Put the colon`,
        mend: ': ',
      },
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]*[^:\s](?<here>:)(?=(?!\s*\d\s*:)[^:]*[^:\s][^:]*:\s*[1-5]\s*(?::|$))/du,
        message: say`The first colon ends the name of a task. In the name it is written #58;.`,
        title: say`Write #58; for the colon`,
        mend: '#58;',
        safe: true,
      },
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)(?![^:]*:[^:]*:\s*[1-5]\s*(?::|$))(?![^:]*\p{L}[^:]*\s[1-5]\s*:\s*\p{L}[^:]*$)[^:]+:\s*(?<here>(?![\d.]+\s*(?:[,;|/-]\s*\p{L}|:|$)|[1-5]\s+\p{L}[^:]*$)[^:\s][^:]*?)\s*(?:(?<who>:)|$)/du,
        message: ({ here, who }) =>
          who === undefined && scoreOf(here!) === undefined
            ? say`The score is missing before ‘${here}’: a number from 1 to 5, as in Plan: 5: Me.`
            : say`A score is a number from 1 to 5, not ‘${here}’.`,
        title: ({ here }) => written(scoreOf(here!)),
        mend: ({ here }) => scoreOf(here!) ?? '3',
      },
      {
        line: /^(?!\s*(?:title|section|accTitle|accDescr)\b)[^:]+:\s*(?<here>[6-9]\d*(?:\.\d+)?|[1-5]\d+(?:\.\d+)?|5\.0*[1-9]\d*|0+(?:\.\d+)?)\s*(?::|$)/du,
        message: ({ here }) => say`Scores go from 1 to 5: the face for ‘${here}’ is drawn beyond them.`,
      },
    ]),
  ],
};
