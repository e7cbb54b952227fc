import { say } from '../../l10n/say';
import type { Break, Suspect } from './suspect';

/** Signs that look like a space or like nothing, by what people call them. */
const names: Readonly<Record<string, string>> = {
  '\u00A0': say`a no-break space`,
  '\u2007': say`a figure space`,
  '\u202F': say`a narrow no-break space`,
  '\u3000': say`an ideographic space`,
  '\u2002': say`an en space`,
  '\u2003': say`an em space`,
  '\u2009': say`a thin space`,
  '\u00AD': say`a soft hyphen`,
  '\u200B': say`a zero width space`,
  '\u200C': say`a zero width non-joiner`,
  '\u200E': say`a left-to-right mark`,
  '\u200F': say`a right-to-left mark`,
  '\u2060': say`a word joiner`,
  '\uFEFF': say`a byte order mark`,
};

const spaces = '\u00A0\u2007\u202F\u3000\u2002\u2003\u2009';
const nothings = '\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF';
const run = new RegExp(`[${spaces}]+|[${nothings}]+`, 'g');

/** How many are looked at. */
const most = 200;

/**
 * Characters that nobody sees, where the diagram's notation stands and not its words: as indentation, beside an arrow,
 * behind a name. They come from word processors and chat windows, and are mended together.
 */
export function* unseen({ text, lines }: Break): Iterable<readonly Suspect[]> {
  const found: Suspect[] = [];
  for (const { index, 0: signs } of text.matchAll(run)) {
    if (found.length === most) break;
    const start = lines.lineStart(lines.lineOf(index));
    if (!isNotation(text.slice(start, index), text.slice(index + signs.length), signs)) continue;
    const span = { start: index, end: index + signs.length };
    const newText = spaces.includes(signs[0]!) ? ' '.repeat(signs.length) : '';
    const what = calledBy(signs[0]!);
    found.push({
      code: 'mermaid.syntax',
      span,
      message: say`A character that nobody sees stands here: ${what}. Mermaid ${newText === '' ? say`does not skip it` : say`does not take it for a space`}.`,
      fix: {
        title: newText === '' ? say`Remove ${what}` : say`Put a plain space here`,
        safe: true,
        changes: [{ span, newText }],
      },
    });
  }
  if (found.length > 0) yield found;
}

/** The first such character of a name, by what people call it, and the name without any. */
export function unseenIn(name: string): { at: number; what: string; without: string } | undefined {
  const at = name.search(run);
  if (at < 0) return undefined;
  return { at, what: calledBy(name[at]!), without: name.replace(run, '').trim() };
}

const calledBy = (sign: string): string =>
  `${names[sign]} (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Whether signs stand between the marks of a diagram: not in quotes, brackets, or the text behind a colon or a bar. */
function isNotation(before: string, after: string, signs: string): boolean {
  if (before.trim() === '') return true;
  if ((before.split('"').length - 1) % 2 === 1 || /[[({|][^\])}|]*$/.test(before) || /:\s/.test(before)) return false;
  // Between two words a space of any kind may be the author's.
  const joins = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
  return !(joins && spaces.includes(signs[0]!));
}
