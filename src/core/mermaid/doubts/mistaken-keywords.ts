import { say } from '../../l10n/say';
import type { Line } from '../breaks/line';
import { nearest } from '../breaks/nearest';
import type { Suspect } from '../breaks/suspect';
import { bodyLines, type Doubter } from './doubt';

/** A keyword that, misspelt, passes for content, and how a line with it goes on. */
export type MistakableKeyword = readonly [keyword: string, follows: RegExp];

/** A keyword misspelt so that it passes for a period, a state, a class or a statement that holds others. */
export const mistakenKeywords = (known: readonly MistakableKeyword[]): Doubter =>
  function* (diagram) {
    for (const line of bodyLines(diagram)) {
      const match = /^(\s*)([\p{L}_]\w*)(.*)$/u.exec(line.text);
      if (!match) continue;
      const [, margin = '', word = '', rest = ''] = match;
      for (const [keyword, follows] of known) {
        if (word === keyword || !follows.test(rest) || nearest(word, [keyword]).length === 0) continue;
        if (Math.abs(word.length - keyword.length) > 1) continue;
        yield misspelt(line, margin.length, word, keyword);
      }
    }
  };

function misspelt(line: Line, column: number, word: string, keyword: string): Suspect {
  const span = { start: line.start + column, end: line.start + column + word.length };
  return {
    code: 'mermaid.value',
    span,
    message: say`‘${word}’ is drawn as content; ‘${keyword}’ is the keyword.`,
    fix: { title: say`Write ${keyword}`, safe: false, changes: [{ span, newText: keyword }] },
  };
}
