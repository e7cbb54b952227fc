import { blankEmoji, emojiOf } from '../../text/emoji';
import { endsInColon, readTermName, type TermName } from '../term-name';

/** A line that begins with `**Name (AC):**`, in offsets of the text it stands in. */
export interface BoldEntry {
  readonly name: TermName;
  readonly nameStart: number;
  readonly start: number;
  readonly definitionStart: number;
  /** What ends the name: a colon, a dash between spaces, a dot inside the bold text, or the line that it is alone on. */
  readonly separator: 'colon' | 'dash' | 'dot' | 'line';
}

const longestName = 160;
/** A name that no colon ends is short, or it is a sentence. */
const longestBare = 70;
const rest = /^[ \t]*(?:[(（][^()（）\n]{1,60}[)）][ \t]*)?(?:(?<colon>[:：])|(?<dash>(?<=[ \t])[-–—](?=\s|$)))?/u;
const alone = /^[ \t]*(?:[(（][^()（）\n]{1,60}[)）][ \t]*)?(?:\\?(?:\n|$))/;

/** Reads the entry that begins at the offset, a line's start: emoji, bold name, acronym, separator. */
export function readBoldEntry(text: string, start: number, announced = false): BoldEntry | undefined {
  const line = text.slice(start, start + 2 * longestName);
  const blank = blankEmoji(line);
  const open = blank.length - blank.trimStart().length;
  const marker = line.slice(open, open + 2);
  if ((marker !== '**' && marker !== '__') || line.slice(0, open).includes('\n')) return undefined;
  const close = line.indexOf(marker, open + 2);
  const written = line.slice(open + 2, close);
  if (close < 0 || written === '' || written.length > longestName || written.includes('\n')) return undefined;
  const after = close + 2;
  const made = (end: number, next: number, separator: BoldEntry['separator']) =>
    entry({ start, line, nameStart: open + 2, nameEnd: end, next, separator, announced });
  if (endsInColon(written)) return made(close, after, 'colon');
  const match = rest.exec(blank.slice(after))!;
  const separator = match.groups?.colon ? 'colon' : match.groups?.dash ? 'dash' : undefined;
  const end = after + match[0].length;
  if (separator) return made(end - 1, end, separator);
  if (!announced || written.length > longestBare) return undefined;
  if (/[^.\s]\.\s*$/.test(written) && /^[ \t]+\S/.test(line.slice(after))) {
    return made(open + 2 + written.replace(/\.\s*$/, '').length, after, 'dot');
  }
  const whole = alone.exec(blank.slice(after));
  // The next line's colon makes it a definition list.
  const isListed = whole !== null && /^[ \t]{0,3}:[ \t]/.test(line.slice(after + whole[0].length));
  return whole && !isListed && !/[.!?]\s*$/.test(written)
    ? made(after + whole[0].trimEnd().length, after + whole[0].length, 'line')
    : undefined;
}

interface Found {
  readonly start: number;
  readonly line: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly next: number;
  readonly separator: BoldEntry['separator'];
  readonly announced: boolean;
}

function entry({ start, line, nameStart, nameEnd, next, separator, announced }: Found): BoldEntry | undefined {
  const name = readTermName(line.slice(nameStart, nameEnd), announced);
  if (!name) return undefined;
  return {
    name: withOuterEmoji(name, line, nameStart, nameEnd),
    nameStart: start + nameStart,
    start: start + line.length - line.trimStart().length,
    definitionStart: start + next,
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
