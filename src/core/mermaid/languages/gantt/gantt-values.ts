import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';
import { keywordsOf } from '../../vocabulary';
import { dateReader } from './date-format';
import { ganttTags, ganttWords } from './gantt-words';

const tags = new Set(ganttTags);
const duration = /^\d+(?:\.\d+)?(?:ms|[Mdhmswy])$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;
/** A date and a length with no comma between them. */
const joined = /^\d[\d./:-]+\s+\d+(?:\.\d+)?(?:ms|[Mdhmswy])$/;
/** A tag and a date, or a task to follow, with no comma between them. */
const tagThenTime = new RegExp(`^(${ganttTags.join('|')})(\\s+)(\\d{4}-\\d{2}-\\d{2}|after\\s+[\\w-]+)(?=\\s|$)`, 'i');
/** A task to follow and a length, with no comma between them. */
export const afterThenLength = /^after\s+\S.*?(?<gap>\s+)(?<length>\d+(?:\.\d+)?(?:ms|[Mdhmswy]))$/d;
const settings = new RegExp(`^\\s*(?:gantt|${keywordsOf(ganttWords).join('|')}|accTitle|accDescr)\\b`, 'i');

/** Dates that no calendar has, or that are not as `dateFormat` says; lengths without a unit. */
export function* ganttValues(diagram: Taken): Iterable<Suspect> {
  const { text } = diagram;
  const format = /^[^\S\r\n]*dateFormat\s+([^\n#;]+)/im.exec(text)?.[1]?.trim() ?? 'YYYY-MM-DD';
  const read = dateReader(format);
  for (const line of bodyLines(diagram)) {
    const colon = line.text.indexOf(':');
    if (colon < 0 || settings.test(line.text)) continue;
    const items = itemsOf(line.text, colon + 1);
    while (items[0] && tags.has(items[0].text.toLowerCase())) items.shift();
    const tagged = items[0] && tagThenTime.exec(items[0].text);
    if (tagged) {
      const at = line.start + items[0]!.column + tagged[1]!.length;
      const span = { start: at + tagged[2]!.length, end: at + tagged[2]!.length + tagged[3]!.length };
      const lengthAt = /\s+(?=\d+(?:ms|[Mdhmswy])$)/.exec(items[0]!.text);
      const changes = [{ span: { start: at, end: span.start }, newText: ', ' }];
      if (lengthAt && lengthAt.index > tagged[1]!.length) {
        const gap = line.start + items[0]!.column + lengthAt.index;
        changes.push({ span: { start: gap, end: gap + lengthAt[0].length }, newText: ', ' });
      }
      yield {
        code: 'mermaid.value',
        span,
        message: say`A comma is missing before ‘${tagged[3]!}’: without it the task is not marked as ${tagged[1]!}.`,
        fix: { title: say`Put the comma`, safe: false, changes },
      };
      continue;
    }
    // `after a1 3d` is read as two tasks to follow, and the length is lost.
    const follows = items.length < 3 && items.at(-1) && afterThenLength.exec(items.at(-1)!.text);
    if (follows) {
      const { column } = items.at(-1)!;
      const [gap, length] = [follows.indices!.groups!.gap!, follows.indices!.groups!.length!];
      const spanOf = ([start, end]: [number, number]) => ({
        start: line.start + column + start,
        end: line.start + column + end,
      });
      yield {
        code: 'mermaid.value',
        span: spanOf(length),
        message: say`A comma is missing before the length.`,
        fix: { title: say`Put the comma`, safe: false, changes: [{ span: spanOf(gap), newText: ', ' }] },
      };
      continue;
    }
    const times = items.length >= 3 ? items.slice(1) : items;
    const [from, to] = times;
    if (from && to && format === 'YYYY-MM-DD' && isDay.test(from.text) && isDay.test(to.text) && to.text < from.text)
      yield {
        code: 'mermaid.value',
        span: { start: line.start + to.column, end: line.start + to.column + to.text.length },
        message: say`The end, ${to.text}, lies before the start, ${from.text}.`,
      };
    for (const [i, { text: written, column }] of times.entries()) {
      const isStart = i === 0 && times.length > 1;
      if (written === '' || /^(?:after|until)\b/.test(written)) continue;
      const span = { start: line.start + column, end: line.start + column + written.length };
      if (!isStart && duration.test(written)) continue;
      const value = read?.(written);
      if (value === 'impossible') {
        yield { code: 'mermaid.value', span, message: say`There is no date ${written}.` };
      } else if (value === 'other' && items.length > 2 && i === times.length - 1 && /^\p{L}+ \p{L}+$/u.test(written)) {
        yield {
          code: 'mermaid.value',
          span,
          message: say`‘${written}’ is no length of time: lengths are written 3d, 2w, 12h.`,
        };
      } else if (value === 'other' && joined.test(written)) {
        const gap = written.search(/\s/);
        const at = { start: span.start + gap, end: span.end - /\S+$/.exec(written)![0].length };
        yield {
          code: 'mermaid.value',
          span: { start: at.end, end: span.end },
          message: say`A comma is missing before the length.`,
          fix: { title: say`Put the comma`, safe: false, changes: [{ span: at, newText: ', ' }] },
        };
      } else if (value === 'other' && /^\d/.test(written)) {
        const unit = /^(\d+(?:\.\d+)?)\s*(?:days?|weeks?|hours?|months?|years?|minutes?)$/i.exec(written);
        yield {
          code: 'mermaid.value',
          span,
          message: /^\d+(?:\.\d+)?\s*[a-z]*$/i.test(written)
            ? say`‘${written}’ is no length of time: lengths are written 3d, 2w, 12h.`
            : say`‘${written}’ is not written as dateFormat says: ${format}.`,
          ...(isoMeant(written, format) && {
            fix: {
              title: say`Write ${isoMeant(written, format)!}`,
              safe: false,
              changes: [{ span, newText: isoMeant(written, format)! }],
            },
          }),
          ...(tailed(written) && {
            fix: { title: say`Write ${tailed(written)!}`, safe: false, changes: [{ span, newText: tailed(written)! }] },
          }),
          ...(unit && {
            fix: {
              title: say`Write its unit in one letter`,
              safe: false,
              changes: [
                { span, newText: unit[1]! + (/month/i.test(written) ? 'M' : /[a-z]/i.exec(written)![0].toLowerCase()) },
              ],
            },
          }),
        };
      }
    }
  }
}

/** `24de` without what stands behind its unit. */
const tailed = (text: string): string | undefined => /^(\d+(?:ms|[dhmswMy]))[^\s\w]*[a-z\d]$/.exec(text)?.[1];

/** `31.12.2024` and `12/31/2024` as the calendar of the chart writes them, where only one reading is possible. */
function isoMeant(text: string, format: string): string | undefined {
  const match = /^(?<one>\d{1,2})(?<sign>[./])(?<two>\d{1,2})\k<sign>(?<year>\d{4})$/.exec(text);
  if (!match || format !== 'YYYY-MM-DD') return undefined;
  const { one, sign, two, year } = match.groups as Record<'one' | 'sign' | 'two' | 'year', string>;
  // With points the day stands first wherever they are used; slashes are read either way.
  const isDayFirst = sign === '.' || Number(one) > 12;
  if (!isDayFirst && Number(two) <= 12) return undefined;
  const [day, month] = isDayFirst ? [one, two] : [two, one];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dateReader(format)?.(date) === 'date' ? date : undefined;
}

function itemsOf(line: string, from: number): { text: string; column: number }[] {
  const end = line.search(/[#;]|%%/) < 0 ? line.length : Math.max(from, line.search(/[#;]|%%/));
  const items: { text: string; column: number }[] = [];
  let column = from;
  for (const part of line.slice(from, end).split(',')) {
    const lead = part.length - part.trimStart().length;
    items.push({ text: part.trim(), column: column + lead });
    column += part.length + 1;
  }
  return items;
}
