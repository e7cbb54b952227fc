import { brokenLine } from './line';
import type { Finder } from './suspect';

/** Words of the language used as an id. They are renamed by a capital: `end` becomes `End`, and reads the same. */
export function reservedWords(words: readonly string[], mask: (line: string) => string): Finder {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return function* (broken) {
    const line = brokenLine(broken);
    for (const match of mask(line.text).matchAll(pattern)) {
      const [word] = match;
      const start = line.start + match.index;
      const span = { start, end: start + word.length };
      const renamed = word[0]!.toUpperCase() + word.slice(1);
      yield {
        code: 'mermaid.reserved-word',
        span,
        message: `‘${word}’ is a word of the language and cannot be an id.`,
        fix: { title: `Rename it to ${renamed}`, safe: false, changes: [{ span, newText: renamed }] },
      };
    }
  };
}
