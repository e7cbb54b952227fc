import { say } from '../../../l10n/say';
import { nearest } from '../../breaks/nearest';
import { written } from '../../breaks/placeholder';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const days = ['weekends', ...weekdays];

/** Words between days, which mean nothing and do nothing. */
const fillers = /^(?:and|or|the|on|und|oder)$/i;

/** `excludes saturdy`: a word that is no day leaves none out, and Mermaid says nothing of it. */
export function* ganttDays(diagram: Taken): Iterable<Suspect> {
  // Months and days by their names may be what the format of dates asks for.
  if (/^[^\S\r\n]*dateFormat\s.*(?:MMM|ddd|Do)/m.test(diagram.text)) return;
  for (const line of bodyLines(diagram)) {
    const list = /^\s*(?<word>excludes|includes)\s+(?<days>(?:(?!%%)[^#;])*)/di.exec(line.text);
    if (!list) continue;
    const from = line.start + list.indices!.groups!.days![0];
    for (const { 0: day, index } of list.groups!.days!.matchAll(/[^\s,]+/g)) {
      if (!/^\p{L}+$/u.test(day) || days.includes(day.toLowerCase()) || fillers.test(day)) continue;
      const meant = meantDay(day);
      const span = { start: from + index, end: from + index + day.length };
      yield {
        code: 'mermaid.value',
        span,
        message: say`‘${day}’ is no day, so it does nothing: after ${list.groups!.word!} stand weekends, days like saturday, and dates.`,
        ...(meant && { fix: { title: written(meant)!, safe: false, changes: [{ span, newText: meant }] } }),
      };
    }
  }
}

function meantDay(word: string): string | undefined {
  const small = word.toLowerCase();
  if (small === 'weekend') return 'weekends';
  const short = small.length >= 2 ? weekdays.filter((day) => day.startsWith(small) || `${day}s` === small) : [];
  return short.length === 1 ? short[0] : nearest(small, days)[0];
}
