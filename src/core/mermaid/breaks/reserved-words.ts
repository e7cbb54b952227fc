import { say } from '../../l10n/say';
import { brokenLine, spokenLines } from './line';
import { type Slip, slipsAnywhere } from './slip';
import type { Finder } from './suspect';

/** Words of the language used as an id. They are renamed by a capital: `end` becomes `End`, and reads the same. */
export function reservedWords(reserved: readonly string[], mask: (line: string) => string): Finder {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${reserved.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
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
        message: say`‘${word}’ is a word that Mermaid keeps for itself and cannot be an id.`,
        fix: { title: say`Rename it to ${renamed}`, safe: false, changes: [{ span, newText: renamed }] },
      };
    }
  };
}

/**
 * Words of the language at an end of an arrow, or where an id is declared, on any line: `loop->>A` opens a statement that
 * Mermaid misses only at the end. These languages take a word in any case, so an underscore tells the id apart.
 */
export function reservedEnds(
  reserved: readonly string[],
  { arrow, declared, flags = '' }: { readonly arrow: string; readonly declared?: string; readonly flags?: string },
): Finder {
  const word = `(?<here>${reserved.join('|')})(?![\\p{L}\\p{N}_])`;
  const places = [`^\\s*${word}\\s*(?:${arrow})`, `(?:${arrow})\\s*[+-]?\\s*${word}\\s*(?:[:;]|$)`];
  if (declared) places.push(declared.replace('WORD', word));
  const table = places.map(
    (place): Slip => ({
      line: new RegExp(place, `du${flags}`),
      code: 'mermaid.reserved-word',
      message: ({ here }) => say`‘${here}’ is a word that Mermaid keeps for itself and cannot be an id.`,
      title: ({ here }) => say`Rename it to ${here}_`,
      mend: ({ here }) => `${here}_`,
    }),
  );
  return slipsAnywhere(table, spokenLines);
}
