import { say } from '../../../l10n/say';
import { comments } from '../../breaks/comments';
import { spokenLines } from '../../breaks/line';
import { misspelt } from '../../breaks/misspelt';
import { namelessSection } from '../../breaks/nameless-section';
import { placeholder } from '../../breaks/placeholder';
import { type Saying, sayings } from '../../breaks/saying';
import { slips, slipsAnywhere } from '../../breaks/slip';
import type { Finder } from '../../breaks/suspect';
import { keywordsOf } from '../../vocabulary';
import { afterNothings } from './after-nothing';
import { ganttTags, ganttWords } from './gantt-words';
import { surplusItems } from './surplus-items';

/** Words that Mermaid takes for its own wherever a line begins with them. */
const ownWords = slips([
  {
    line: /^\s*(?<here>gantt|click|weekday|weekend|dateFormat|axisFormat|tickInterval|todayMarker|excludes|includes|inclusiveEndDates|topAxis)\b(?=[^:]*:)/di,
    message: ({ here }) =>
      say`‘${here}’ at the beginning of a line is a word of the language. Its first letter as a code keeps it a task.`,
    title: ({ here }) => say`Write ${coded(here!)}`,
    mend: ({ here }) => coded(here!),
    safe: true,
  },
  {
    line: /^\s*[^:=]*[^:=\s](?<mend>\s*(?<here>=)\s*)(?:\w+\s*,\s*)*(?:\d{4}-|after\b|\d+[a-z])[^:]*$/diu,
    message: say`A colon must stand between the task and its dates.`,
    title: say`Write a colon`,
    mend: ' :',
    safe: true,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*[^:,]*[^:,\\s](?<!\\s\\p{L}+[-_]?\\d+)(?<mend>\\s*(?<here>,)\\s*)(?:(?:${ganttTags.join('|')})\\s*,|\\d{4}-\\d{2}-\\d{2}|after\\s)[^:]*$`,
      'du',
    ),
    message: say`A colon must stand between the task and its dates, not a comma.`,
    title: say`Write a colon`,
    mend: ' :',
    safe: true,
    sure: true,
  },
]);

const coded = (word: string): string => `#${word.codePointAt(0)};${word.slice(1)}`;

/** What is noticed only when all is read: a colon behind a word of the language, and dates joined by a dash. */
const early = slipsAnywhere(
  [
    namelessSection,
    {
      line: /:(?:[^:]*,)?\s*(?<here>follows|following|depends on|depends|needs|behind|since)\s+[\w-]+\s*(?:,|$)/di,
      message: ({ here }) => say`A task follows another by after, not by ‘${here}’.`,
      title: say`Write ${'after'}`,
      mend: 'after',
    },
    {
      line: /:.*?[\w-](?<mend>\s*(?<here>;)\s*)(?=\d+(?:ms|[smhdwMy])\s*$|\d{4}-|after\b|crit\b|active\b|done\b)/d,
      message: say`A comma must stand between what a task says of itself: a semicolon ends the line.`,
      title: say`Write a comma`,
      mend: ', ',
      safe: true,
    },
    {
      line: /^\s*(?:dateFormat|axisFormat|tickInterval|todayMarker|excludes|includes|title|section|weekday|weekend)(?<mend>\s*(?<here>:)\s*)/d,
      message: say`The colon must go: none belongs after this word.`,
      title: say`Remove the colon`,
      mend: ' ',
      safe: true,
    },
    {
      line: /:.*?\d{4}-\d{2}-\d{2}(?<mend>\s*(?<here>--?>|→|–|—|\bto\b|\buntil\b|\s-\s)\s*)(?=\d{4}-)/d,
      message: say`A comma must stand between the first day and the last.`,
      title: say`Write a comma`,
      mend: ', ',
      safe: true,
    },
  ],
  spokenLines,
);

const ownSlips = slips([
  {
    line: /^\s*(?<mend>)(?<here>:)\s*\S/d,
    message: say`The name of the task is missing before the colon: Plan :2026-01-31, 5d.`,
    title: say`Put ${placeholder} for the name`,
    mend: `${placeholder} `,
    sure: true,
  },
  {
    line: new RegExp(
      `^\\s*[^:]*?\\S(?<mend>\\s+)(?<here>(?:${ganttTags.join('|')})\\b|after\\b|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|[\\p{L}_][\\w-]*(?=\\s*,))[^:]*$`,
      'du',
    ),
    message: say`A colon is missing between the task and its dates.`,
    title: say`Put the colon`,
    mend: ' :',
  },
  {
    line: /^\s*(?<here>(?<mend>)[^:]*[^:\s])$/du,
    message: ({ here }) =>
      say`A task has a colon, a date and a length (${here} :2024-01-31, 5d); the heading of several is written section ${here}.`,
    title: say`Make it a section`,
    mend: 'section ',
  },
  {
    line: /^\s*[^:]*[^:\s]\s*:(?<here>)$/du,
    message: say`The length of the task is missing: 3d, 2w, or the day it ends.`,
    mend: ' 1d',
  },
]);

/** What stands behind a task's colon is parted by commas; without one an id and a date are taken for a date. */
const missingCommas = slipsAnywhere(
  [
    {
      line: new RegExp(
        `^\\s*[^:]+:(?:\\s*(?:${ganttTags.join('|')})\\s*,)*\\s*(?:${ganttTags.join('|')})(?<mend>\\s+(?<here>(?<day>\\d{4}-\\d{2}-\\d{2})\\s+(?<end>\\d+(?:\\.\\d+)?(?:ms|[smhdwMy])|\\d{4}-\\d{2}-\\d{2})))\\s*$`,
        'du',
      ),
      message: say`Commas are missing: what a task says of itself is parted by them, as in crit, 2024-01-31, 5d.`,
      title: say`Put the commas`,
      mend: ({ day, end }) => `, ${day}, ${end}`,
      safe: true,
    },
    {
      line: new RegExp(`^\\s*[^:]+:.*?(?:${ganttTags.join('|')})(?<mend>\\s+)(?<here>after\\s+[\\w-]+)`, 'du'),
      message: ({ here }) => say`A comma is missing before ‘${here}’.`,
      title: say`Put the comma`,
      mend: ', ',
      safe: true,
    },
    {
      line: /^\s*[^:]+:.*?\bafter\s+\S(?:[^,]*\S)?(?<mend>\s+)(?<here>\d+(?:\.\d+)?(?:ms|[smhdwMy])|\d{4}-\d{2}-\d{2})\s*$/du,
      message: say`A comma is missing before the length.`,
      title: say`Put the comma`,
      mend: ', ',
      safe: true,
    },
    {
      line: new RegExp(
        `^\\s*[^:]+:(?:\\s*(?:${ganttTags.join('|')})\\s*,)*\\s*(?:${ganttTags.join('|')})(?<mend>\\s+)(?<here>[\\p{L}_][\\w-]*)\\s*,`,
        'du',
      ),
      message: ({ here }) => say`A comma is missing before ‘${here}’.`,
      title: say`Put the comma`,
      mend: ', ',
      safe: true,
    },
    {
      line: /^\s*[^:]+:(?:[^,]*,)*\s*[\p{L}_][\w-]*(?<mend>\s+)(?<here>\d{4}-\d{2}-\d{2})(?=\s|,|$)/du,
      message: say`A comma is missing before the date.`,
      title: say`Put the comma`,
      mend: ', ',
      safe: true,
    },
    {
      line: /^\s*[^:]+:.*?\d{4}-\d{2}-\d{2}(?<mend>\s+)(?<here>\d+(?:\.\d+)?(?:ms|[smhdwMy])|\d{4}-\d{2}-\d{2})\s*$/du,
      message: say`A comma is missing before the length.`,
      title: say`Put the comma`,
      mend: ', ',
      safe: true,
    },
  ],
  spokenLines,
);

/** What Mermaid says only when it draws, without a place. */
const unplaced: readonly Saying[] = [
  {
    message: /^Invalid date:\s*(.+?)\s*$/,
    line: '[:,]\\s*(?<here>$1)\\s*(?:,|$)',
    says(name, { text }) {
      if (/^\d/.test(name)) return say`There is no date ‘${name}’, read as dateFormat says, so nothing is drawn.`;
      const isBeforeStart = new RegExp(
        `[:,]\\s*${name.replace(/[^\w-]/g, '\\$&')}\\s*,\\s*(?:\\d{3,}|after\\b)[^,\\n]*$`,
        'mi',
      );
      return isBeforeStart.test(text)
        ? say`‘${name}’ is read as a date, since behind the start the end or the length is missing: ${name}, 2026-01-31, 5d.`
        : say`‘${name}’ is read as a date. Behind the id of a task its start is named too, a date or after: ${name}, 2026-01-31, 5d.`;
    },
    meant(line, broken) {
      // A milestone has no length.
      if (/:\s*(?:\w+\s*,\s*)*milestone\s*,\s*(?:\w+\s*,\s*)*\d{4}-\d{2}-\d{2}\s*$/.test(line))
        return { title: say`Put ${'0d'}`, line: `${line.trimEnd()}, 0d` };
      // Of a task that only names itself and its length, the start is where the one above ends.
      const start = broken.lines.lineStart([...spokenLines(broken)].find(({ text }) => text === line)?.number ?? 0);
      const above = [
        ...broken.text
          .slice(0, start)
          .matchAll(/:[ \t]*(?:(?:active|done|crit|milestone)[ \t]*,[ \t]*)*(\w+)[ \t]*,[^,\n]+,[^,\n]+$/gm),
      ].at(-1);
      const written =
        /^(?<head>[^:]+:\s*(?:(?:active|done|crit|milestone)\s*,\s*)*[\p{L}_]\w*\s*,\s*)(?<length>\d+[a-z])\s*$/u.exec(
          line,
        );
      return above && written
        ? {
            title: say`Put ${`after ${above[1]}`}`,
            line: `${written.groups!.head}after ${above[1]}, ${written.groups!.length}`,
          }
        : undefined;
    },
    stays: true,
  },
  {
    message: /reading 'endTime'/,
    line: '^\\s*(?!(?:title|dateFormat|axisFormat|section|accTitle|accDescr)\\b)[^:]+:\\s*(?<here>.+)$',
    says: () => say`The first task has none before it to follow: it needs a date to start on.`,
    stays: true,
  },
  {
    message: /not excluded by `excludes`/,
    line: '^\\s*(?<here>excludes\\s.*)$',
    says: () => say`So many days are excluded that a task comes to no end, and nothing is drawn.`,
    stays: true,
  },
];

export const ganttBreaks: readonly Finder[] = [
  comments,
  ownWords,
  early,
  missingCommas,
  afterNothings,
  surplusItems,
  sayings(unplaced),
  misspelt(keywordsOf(ganttWords)),
  ownSlips,
];
