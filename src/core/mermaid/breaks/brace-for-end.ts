import { say } from '../../l10n/say';
import { brokenLine } from './line';
import type { Finder } from './suspect';

/** `}` on a line of its own, while a group is open: it is meant for the `end`. */
export const braceForEnd = (groups: readonly string[]): Finder =>
  function* (broken) {
    const line = brokenLine(broken);
    const match = /^\s*(?<here>\})\s*;?$/d.exec(line.text);
    if (!match) return;
    const above = broken.text.slice(0, line.start);
    const openers = [...above.matchAll(new RegExp(`^[^\\S\\r\\n]*(${groups.join('|')})\\b`, 'gm'))];
    const last = openers.at(-1)?.[1];
    if (last === undefined || openers.length <= (above.match(/^[^\S\r\n]*end\b/gm) ?? []).length) return;
    const start = line.start + match.indices!.groups!.here![0];
    const span = { start, end: start + 1 };
    yield {
      code: 'mermaid.syntax',
      span,
      message: say`A ${last} is closed by end, not by }.`,
      sure: true,
      fix: { title: say`Write end`, safe: true, changes: [{ span, newText: 'end' }] },
    };
  };
