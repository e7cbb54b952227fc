import { say } from '../../l10n/say';
import { brokenLine, lineBefore, stopsAtLineStart } from './line';
import type { Finder, Suspect } from './suspect';

const pair = /[“”„‟](?<inner>[^“”„‟"]*)[“”„‟]/g;

/**
 * Typographic quotes where straight ones delimit a text. Word processors and chat windows write them; those of one line
 * are mended together. Inside of a text in straight quotes, and around a label in brackets, they are words.
 */
export const smartQuotes: Finder = function* (broken) {
  const line = brokenLine(broken);
  const above = stopsAtLineStart(broken, line) ? lineBefore(broken, line) : undefined;
  for (const { text, start } of above ? [line, above] : [line]) {
    const found = [...text.matchAll(pair)].filter(
      ({ index }) => text.slice(0, index).split('"').length % 2 === 1 && !/[[({|]\s*$/.test(text.slice(0, index)),
    );
    const first = found[0];
    if (!first) continue;
    const sign = first[0][0]!;
    yield {
      code: 'mermaid.syntax',
      span: { start: start + first.index, end: start + first.index + 1 },
      message: say`‘${sign}’ (U+${sign.charCodeAt(0).toString(16).toUpperCase()}) is no quote to Mermaid, which takes straight ones alone: ".`,
      fix: {
        title: say`Use straight quotes`,
        safe: true,
        changes: found.map((match) => ({
          span: { start: start + match.index, end: start + match.index + match[0].length },
          newText: `"${match.groups!.inner}"`,
        })),
      },
    } satisfies Suspect;
  }
};
