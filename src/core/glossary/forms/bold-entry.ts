import { blankEmoji, emojiOf } from '../../text/emoji';
import { endsInColon, readTermName, type TermName } from '../term-name';

/** A line that begins with `**Name (AC):**`, in offsets of the text it stands in. */
export interface BoldEntry {
  readonly name: TermName;
  readonly nameStart: number;
  readonly start: number;
  readonly definitionStart: number;
  /** What ends the name: a colon, or a dash between spaces. */
  readonly separator: 'colon' | 'dash';
}

const longestName = 160;
const rest = /^[ \t]*(?:[(（][^()（）\n]{1,60}[)）][ \t]*)?(?:(?<colon>[:：])|(?<dash>(?<=[ \t])[-–—](?=\s|$)))?/u;

/** Reads the entry that begins at the offset, a line's start: emoji, bold name, acronym, separator. */
export function readBoldEntry(text: string, start: number): BoldEntry | undefined {
  const line = text.slice(start, start + 2 * longestName);
  const blank = blankEmoji(line);
  const open = blank.length - blank.trimStart().length;
  const marker = line.slice(open, open + 2);
  if ((marker !== '**' && marker !== '__') || line.slice(0, open).includes('\n')) return undefined;
  const close = line.indexOf(marker, open + 2);
  const written = line.slice(open + 2, close);
  if (close < 0 || written === '' || written.length > longestName || written.includes('\n')) return undefined;
  const after = close + 2;
  if (endsInColon(written)) return entry(start, line, open + 2, close, after, 'colon');
  const match = rest.exec(blank.slice(after))!;
  const separator = match.groups?.colon ? 'colon' : match.groups?.dash ? 'dash' : undefined;
  if (!separator) return undefined;
  const end = after + match[0].length;
  return entry(start, line, open + 2, end - 1, end, separator);
}

function entry(
  start: number,
  line: string,
  nameStart: number,
  nameEnd: number,
  end: number,
  separator: BoldEntry['separator'],
): BoldEntry | undefined {
  const name = readTermName(line.slice(nameStart, nameEnd));
  if (!name) return undefined;
  return {
    name: withOuterEmoji(name, line, nameStart, nameEnd),
    nameStart: start + nameStart,
    start: start + line.length - line.trimStart().length,
    definitionStart: start + end,
    separator,
  };
}

/** Emoji may also stand before or after the bold text. */
function withOuterEmoji(name: TermName, line: string, nameStart: number, nameEnd: number): TermName {
  if (name.emoji) return name;
  const before = emojiOf(line.slice(0, nameStart));
  const emoji = before ?? emojiOf(line.slice(0, nameEnd));
  return { ...name, emoji, emojiLast: emoji !== null && before === null };
}
