import { say } from '../../l10n/say';
import { type Line, spokenLines } from './line';
import type { Finder, Suspect } from './suspect';

/** `class Net` with members below and a `}` that nothing opened: the brace is missing behind the name. `opener` tells such names. */
export function* unopenedBodies(opener: RegExp, lines: readonly Line[]): Generator<Suspect> {
  const count = (pattern: RegExp): number => lines.filter(({ text }) => pattern.test(text)).length;
  if (count(/^\s*\}\s*$/) <= count(/\{\s*$/)) return;
  for (const [i, line] of lines.entries()) {
    if (!opener.test(line.text) || /^\s*[{}]/.test(lines[i + 1]?.text ?? '}')) continue;
    const closer = lines.slice(i + 1).find(({ indent }) => indent <= line.indent);
    if (!closer || !/^\s*\}\s*$/.test(closer.text)) continue;
    yield {
      code: 'mermaid.syntax',
      span: { start: line.end, end: line.end },
      message: say`A { is missing after the name: what is said of it stands in braces, and the } below closes them.`,
      fix: {
        title: say`Put the ${'{'}`,
        safe: false,
        changes: [{ span: { start: line.end, end: line.end }, newText: ' {' }],
      },
    };
  }
}

/** Such bodies in a diagram that Mermaid refuses. */
export const unopenedBody = (opener: RegExp): Finder =>
  function* (broken) {
    yield* unopenedBodies(opener, [...spokenLines(broken)]);
  };
