import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';
import { keywordsOf } from '../../vocabulary';
import { dateReader } from './date-format';
import { ganttTags, ganttWords } from './gantt-words';

const tags = new Set(ganttTags);
const duration = /^\d+(?:\.\d+)?(?:ms|[Mdhmswy])$/;
/** A date and a length with no comma between them. */
const joined = /^\d[\d./:-]+\s+\d+(?:\.\d+)?(?:ms|[Mdhmswy])$/;
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
    const times = items.length >= 3 ? items.slice(1) : items;
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
