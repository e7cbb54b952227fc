import { MappedText } from '../text/mapped-text';
import type { TextChange } from '../text/span';
import type { ShownText } from './judge';
import { decodeEntities } from './scan/entities';
import type { TokenKind } from './scan/token';
import { scanDiagram } from './scan-diagram';

/**
 * Whether a mend leaves every word of the author in the picture: each word that it touches stands, whole, in a text that
 * the mended diagram shows. `shown` is what Mermaid's database says of it; without that, what the scanner reads.
 * What is no text (keywords, arrows, comments, styles, front matter) may be written anew.
 */
export function keepsWords(
  text: string,
  changes: readonly TextChange[],
  shown: readonly ShownText[] | undefined,
): boolean {
  const mended = MappedText.of(text).change(changes).text;
  const { tokens } = scanDiagram(mended);
  const texts = shown
    ? shown.map((one) => lettersOf(one.text))
    : [...tokens]
        .filter(({ kind }) => textKinds.has(kind))
        .map(({ start, end }) => lettersOf(decodeEntities(mended.slice(start, end))));
  let shift = 0;
  for (const { span, newText } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    const words = touchedWords(text, span.start, span.end);
    if (words.length === 0) continue;
    const last = tokens.indexAt(start + Math.max(newText.length, 1) - 1);
    let isText = false;
    for (let i = tokens.indexAt(start); i <= last; i++) isText ||= textKinds.has(tokens.at(i)?.kind ?? 'space');
    if (newText.trim() !== '' && !isText) continue;
    if (!words.every((word) => texts.some((one) => one.includes(word)))) return false;
  }
  return true;
}

/** Whether each text of one picture stands in a text of another, blanks and case apart. */
export function saysAll(before: readonly ShownText[], after: readonly ShownText[]): boolean {
  const texts = after.map(({ text }) => lettersOf(text).toLowerCase());
  return before.every(({ text }) => texts.some((one) => one.includes(lettersOf(text).toLowerCase())));
}

const textKinds: ReadonlySet<TokenKind> = new Set(['label', 'text', 'string', 'id', 'number', 'unknown', 'quote']);

/** Letters and digits alone: signs are what a mend may write in another way. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a stretch; where it is empty, the word that it parts. */
function touchedWords(text: string, start: number, end: number): string[] {
  if (end > start) {
    const written = decodeEntities(
      text
        .slice(start, end)
        .replace(/<br\s*\/?>/gi, ' ')
        .replace(/&#?(\w{1,32});/g, '#$1;'),
    );
    return written
      .split(/\s+/)
      .map(lettersOf)
      .filter((word) => word !== '');
  }
  const left = /[\p{L}\p{N}][^\s"'`()[\]{}<>|;,]*$/u.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const right = /^[^\s"'`()[\]{}<>|;,]*[\p{L}\p{N}]/u.exec(text.slice(start, start + 200))?.[0] ?? '';
  return left !== '' && right !== '' ? [lettersOf(left + right)] : [];
}
