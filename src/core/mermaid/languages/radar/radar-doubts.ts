import { say } from '../../../l10n/say';
import { bodyLines, type Doubter } from '../../doubts/doubt';

const label = '(?:\\s*\\["[^"]*"\\])?';

/** A curve of plain numbers with more or fewer of them than there are axes: Mermaid leaves it out, without a word. */
export const curveLengths: Doubter = function* (diagram) {
  const lines = [...bodyLines(diagram)];
  let axes = 0;
  for (const { text } of lines) {
    const list = /^\s*(?:radar-beta\s+)?axis\s+(.+)$/.exec(text)?.[1];
    if (list) axes += [...list.replace(/\["[^"]*"\]/g, '').matchAll(/[^\s,][^,]*/g)].length;
  }
  // An axis on a line of its own, after a comma, is not counted.
  if (axes === 0 || lines.some(({ text }) => /^\s*axis\b.*,\s*$/.test(text))) return;
  for (const line of lines) {
    if (!/^\s*curve\b/.test(line.text)) continue;
    for (const match of line.text.matchAll(new RegExp(`\\w${label}\\s*(?<here>\\{(?<values>[^{}:]*)\\})`, 'dg'))) {
      const count = match.groups!.values!.split(',').length;
      if (count === axes) continue;
      const [start, end] = match.indices!.groups!.here!;
      yield {
        code: 'mermaid.lost-text',
        span: { start: line.start + start, end: line.start + end },
        message: say`This curve is not drawn: it has ${count} values, and there are ${axes} axes.`,
      };
    }
  }
};
