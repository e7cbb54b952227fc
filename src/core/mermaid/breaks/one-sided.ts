import { say } from '../../l10n/say';
import { brokenLine } from './line';
import type { Finder } from './suspect';

const pairs: Readonly<Record<string, string>> = { ']': '[', ')': '(', '}': '{' };

/** Closers of a line whose opener is not on it, by their columns; what stands in quotes is left out. */
function* loneClosers(line: string): Generator<{ closer: string; column: number }> {
  const open: string[] = [];
  let isQuoted = false;
  for (let column = 0; column < line.length; column++) {
    const sign = line[column]!;
    if (sign === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (Object.values(pairs).includes(sign)) open.push(sign);
    const opener = pairs[sign];
    if (opener === undefined) continue;
    if (open.at(-1) === opener) open.pop();
    else yield { closer: sign, column };
  }
}

/** `Database 0.15, 0.80]`, `A"Text"]`, `[Disk]]`: a bracket whose other half is missing, of any kind of diagram. Only what heals it is said. */
export const oneSided: Finder = function* (broken) {
  const line = brokenLine(broken);
  for (const { closer, column } of loneClosers(line.text)) {
    const opener = pairs[closer]!;
    const content = /^\s*\S+?(?=\s*["\d-])/.exec(line.text);
    const places = [broken.at - line.start, line.text.indexOf('"'), content?.[0].length ?? -1];
    for (const place of new Set(places)) {
      if (place < 0 || place >= column) continue;
      const from = place + (/^\s*/.exec(line.text.slice(place))?.[0].length ?? 0);
      const word = /^(?:"[^"]*"?|[^\s,\])}]+)/.exec(line.text.slice(from, column))?.[0];
      if (!word) continue;
      const start = line.start + from;
      yield {
        code: 'mermaid.syntax',
        span: { start, end: start + word.length },
        message: say`A ${opener} is missing before this: the ${closer} behind it closes nothing.`,
        guess: true,
        fix: {
          title: say`Put the ${opener}`,
          safe: false,
          changes: [{ span: { start, end: start }, newText: opener }],
        },
      };
    }
    const start = line.start + column;
    const span = { start, end: start + 1 };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`This ${closer} closes nothing: nothing before it is open.`,
      guess: true,
      fix: { title: say`Remove ${closer}`, safe: false, changes: [{ span, newText: '' }] },
    };
  }
};
