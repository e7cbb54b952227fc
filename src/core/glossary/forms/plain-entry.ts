import { readTermName, type TermName } from '../term-name';

/** A line that begins with `Name: ` or `Name – ` without bold type, in offsets of the text it stands in. */
export interface PlainEntry {
  readonly name: TermName;
  readonly nameStart: number;
  readonly start: number;
  readonly definitionStart: number;
}

const longest = 60;
const mostWords = 6;
const line =
  /^(?<lead>[ \t]*)(?<name>(?:\[[^\][\n]{1,60}\](?:\([^()\s]{1,200}\)|\{[#.][^{}\n]{1,80}\})|[^:：.!?;,\n*[\]|]|\*(?=[^*\s][^*\n]{0,60}\*)|(?<=[^*\s])\*){1,80}?)(?<end>[:：]|[ \t][-–—](?=[ \t]))[ \t]*(?=\S)/u;

/** Reads the plain entry that begins at the offset, a line's start; a sentence that a colon parts is none. */
export function readPlainEntry(text: string, start: number): PlainEntry | undefined {
  const match = line.exec(text.slice(start, start + 4 * longest));
  if (!match) return undefined;
  const { lead = '', name = '', end = '' } = match.groups ?? {};
  const behind = text[start + match[0].length - 1];
  // `std::move`, `10:30`, `https://`: a colon ends a name only before white space.
  if (end === ':' && behind !== ' ' && behind !== '\t') return undefined;
  if (name.trim() === '' || name.length > longest + 20 || name.trim().split(/\s+/).length > mostWords) return undefined;
  if (!/^[\p{L}\p{N}\p{Extended_Pictographic}*_`[]/u.test(name)) return undefined;
  const read = readTermName(name, true);
  if (!read) return undefined;
  const nameStart = start + lead.length;
  return { name: read, nameStart, start: nameStart, definitionStart: start + match[0].length };
}
