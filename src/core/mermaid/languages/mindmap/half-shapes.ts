import { say } from '../../../l10n/say';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';

const shapes: readonly (readonly [opener: string, closer: string])[] = [
  ['((', '))'],
  ['))', '(('],
  ['{{', '}}'],
  ['(-', '-)'],
  ['-)', '(-'],
  ['(', ')'],
  ['[', ']'],
  [')', '('],
];

/** Mindmaps and boards take any closer for any opener, and none too: the shape is then another, or text. */
export function* halfShapes(diagram: Taken): Iterable<Suspect> {
  for (const line of bodyLines(diagram)) {
    if (/^\s*(?:::icon|:::|mindmap\b|kanban\b)/.test(line.text) || line.text.includes('"`')) continue;
    const body = line.text
      .replace(/@\{.*$/, '')
      .replace(/:::.*$/, '')
      .trimEnd();
    const column = body.search(/[([{)]|-\)/);
    if (column < 0) continue;
    const shape = shapes.find(([opener]) => body.startsWith(opener, column));
    if (!shape || body.endsWith(shape[1]!)) continue;
    const [opener, closer] = shape;
    const wrong = /[)\]}(]+-?$/.exec(body.slice(column + opener.length))?.[0] ?? '';
    const start = line.start + column;
    const end = line.start + body.length;
    yield {
      code: 'mermaid.value',
      span: { start, end: start + opener.length },
      message: say`This ${opener} is not closed by ${closer}.`,
      fix: {
        title: say`Close it with ${closer}`,
        safe: false,
        changes: [{ span: { start: end - wrong.length, end }, newText: closer }],
      },
    };
  }
}
