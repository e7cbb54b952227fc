import { english, say } from '../../../l10n/say';
import { namelessSection } from '../../breaks/nameless-section';
import { written } from '../../breaks/placeholder';
import { misreadings } from '../../doubts/misreadings';
import type { DiagramLanguage } from '../language';
import { axisSlip, formatSlip } from './format-slip';
import { ganttBreaks } from './gantt-breaks';
import { ganttDays } from './gantt-days';
import { scanGantt } from './gantt-scan';
import { ganttValues } from './gantt-values';
import { ganttWords } from './gantt-words';
import { waitingCircles } from './waiting-circles';

/** `weekly`, `2 weeks`, `1w` as Mermaid takes it: a number and a unit in the singular. */
function tickMeant(text: string): string | undefined {
  const [, count = '1', word = ''] = /^(\d+)?\s*([a-z]+)$/i.exec(text.trim()) ?? [];
  const unit = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month'].find((one) =>
    [one, `${one}s`, `${one}ly`, one[0], `1${one}`].includes(word.toLowerCase()),
  );
  if (/^daily$/i.test(word)) return `${count}day`;
  return unit && count !== '0' && !/^m$/i.test(word) ? `${count}${unit}` : undefined;
}

export const gantt: DiagramLanguage<'gantt'> = {
  type: 'gantt',
  judged: ['gantt'],
  keywords: [{ word: 'gantt' }],
  name: english`Gantt chart`,
  description: english`tasks on a calendar`,
  hasTitle: true,
  hasAccessibility: true,
  scan: scanGantt,
  words: ganttWords,
  finders: ganttBreaks,
  tokens: {
    taskData: say`a colon with a date and a length (:2026-01-01, 3d)`,
    callbackname: say`the name of a function`,
    href: say`‘href’ and an address in quotes`,
    title: '',
  },
  line: say`a task (Plan :2026-01-01, 3d)`,
  doubts: [
    ganttValues,
    ganttDays,
    waitingCircles,
    misreadings([
      namelessSection,
      formatSlip,
      axisSlip,
      {
        line: /^\s*tickInterval\s+(?!(?:[1-9]\d*)(?:millisecond|second|minute|hour|day|week|month)\s*(?:[#;]|%%|$))(?<here>[^\s#;](?:[^#;]*[^\s#;])?)/d,
        message: ({ here }) => say`‘${here}’ is no distance of ticks: it is written as 1day, 1week or 1month.`,
        title: ({ here }) => written(tickMeant(here!)),
        mend: ({ here }) => tickMeant(here!) ?? '1day',
      },
      {
        line: /^\s*(?!(?:title|section|click|dateFormat|axisFormat|todayMarker|accTitle|accDescr)\b)[^:]*[^:\s](?<here>:)(?=\s+[^:,]*[^:,\s]\s+:\s*\S)/d,
        code: 'mermaid.lost-text',
        message: say`The first colon ends the name of a task, and what stands up to the next one is not drawn.`,
        title: say`Write #58; for the colon`,
        mend: '#58;',
        safe: true,
      },
    ]),
  ],
  novelties: [
    { since: '10.9', what: 'until', line: /[:,]\s*(?<here>until)\s/d },
    { since: '11.7', what: say`A vertical line`, line: /[:,]\s*(?<here>vert)\s*,/d },
  ],
  referring: ['other'],
};
