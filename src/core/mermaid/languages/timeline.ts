import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { spokenLines } from '../breaks/line';
import { namelessSection } from '../breaks/nameless-section';
import { placeholder } from '../breaks/placeholder';
import { sectionColon } from '../breaks/section-colon';
import { slips, slipsAnywhere } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { bodyLines, type Doubter } from '../doubts/doubt';
import { misreadings } from '../doubts/misreadings';
import { mistakenKeywords } from '../doubts/mistaken-keywords';
import { scanEntries } from '../scan/entries';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({ title: say`of the timeline`, section: say`an age` });

const finders: readonly Finder[] = [
  comments,
  slipsAnywhere([namelessSection], spokenLines),
  slips([
    {
      line: /^(?<margin>\s*)section\s+[^:]*[^:\s](?<mend>\s*(?<here>:)\s*)(?=[^:]*[^:\s]\s*:\s*\S)/du,
      message: say`The name of a section has a line of its own: its periods stand below, 2020 : what happened.`,
      title: say`Begin a new line`,
      mend: ({ margin }) => `\n${margin}  `,
      safe: true,
      sure: true,
    },
    {
      line: /^\s*section\s+[^:]*[^:\s]\s*(?<here>:)\s*\S/du,
      message: say`A colon ends the name of a section. In the name it is written #58;.`,
      title: say`Write #58; for the colon`,
      mend: '#58;',
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>(?<first>\d{1,2}(?<here>:)\d{2}\b)(?<rest>.*))$/du,
      message: say`A colon ends the period. In a time of day it is written #58;.`,
      title: say`Write #58; for the colon`,
      mend: ({ mend }) => mend!.replace(/(?<=\b\d{1,2}):(?=\d{2}\b)/g, '#58;'),
      safe: true,
      sure: true,
    },
    {
      line: /^\s*(?<mend>)(?<here>:)\s*\S/du,
      message: say`An event belongs to a period, which must stand before the colon: 2020 : what happened.`,
      title: say`Put ${placeholder} for the period`,
      mend: `${placeholder} `,
    },
    {
      line: /(?<here>:)(?<mend>)(?=\S)/du,
      message: say`A space is missing after the colon.`,
      title: say`Put the space`,
      mend: ' ',
      safe: true,
    },
    {
      line: /(?<mend>\s*(?<here>:))\s*$/du,
      message: say`The event is missing after the colon.`,
      title: say`Remove the colon`,
      mend: '',
    },
  ]),
];

/** What ends a span of time rather than telling an event: `2020 - today`, `2020 – Mar 2021`. */
const endOfTime =
  /^(?:today|now|present|ongoing|current|heute|jetzt|至今|现在|今|[QHW]\d|(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}*\b)/iu;

/** `2020 - GPT-3`: a dash in place of the colon makes of both one period, to which nothing happens. */
const dashedEvents: Doubter = function* (diagram) {
  const lines = [...bodyLines(diagram)];
  for (const [i, line] of lines.entries()) {
    const match =
      /^\s*(?:\p{L}+ )?\d{3,4}s?(?:[./-]\d{1,2}){0,2}(?<mend>\s+(?<here>-{1,2}|[–—=|,]|[-=]>|→)\s+)(?<event>\p{L}[^:]*)$/du.exec(
        line.text,
      );
    if (!match || endOfTime.test(match.groups!.event!) || /^\s*:/.test(lines[i + 1]?.text ?? '')) continue;
    const at = match.indices!.groups!;
    const spanOf = ([start, end]: [number, number]) => ({ start: line.start + start, end: line.start + end });
    yield {
      code: 'mermaid.value',
      span: spanOf(at.here!),
      message: say`Without a colon this is drawn as one period in which nothing happens: 2020 : what happened.`,
      fix: { title: say`Write a colon`, safe: false, changes: [{ span: spanOf(at.mend!), newText: ' : ' }] },
    };
  }
};

export const timeline: DiagramLanguage<'timeline'> = {
  type: 'timeline',
  judged: ['timeline'],
  keywords: [{ word: 'timeline' }],
  name: english`Timeline`,
  description: english`periods and events`,
  headerRest: /^(?:TD|LR)$/,
  hasTitle: true,
  plainLabels: true,
  hasAccessibility: true,
  scan: scanEntries('period', keywordsOf(words)),
  words,
  finders,
  tokens: {
    event: say`an event (: what happened)`,
    period: say`a period (2020)`,
  },
  line: say`a period with its events (2020 : what happened)`,
  doubts: [
    dashedEvents,
    misreadings([sectionColon]),
    mistakenKeywords([
      ['section', /^\s+[^:]+$/],
      ['title', /^\s+[^:]+$/],
    ]),
  ],
  novelties: [{ since: '11.14', what: say`A direction of a timeline`, line: /^\s*timeline\s+(?<here>LR|TD)\b/d }],
};
