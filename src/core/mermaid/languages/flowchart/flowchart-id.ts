import { CharacterSet, isDigit, isSpace, isWordCharacter } from '../../scan/characters';
import type { Scan } from '../../scan/scan';
import { linkAt } from './flowchart-link';
import { flowchartReserved } from './flowchart-words';

/** With a blank after them, in any case, and the targets of a link. */
const reservedWords: ReadonlySet<string> = new Set([...flowchartReserved, '_self', '_blank', '_parent', '_top']);
const needBlank = new Set(['click', 'call', 'href']);
const firstLetters = new CharacterSet(Array.from(reservedWords, (word) => word[0]).join(''));
const longest = Math.max(...Array.from(reservedWords, (word) => word.length));

/** The reserved word that the lexer would take at an offset. */
export function reservedAt(scan: Scan, offset: number): string | undefined {
  if (!firstLetters.has(scan.code(offset))) return undefined;
  let end = offset + 1;
  while (end - offset <= longest && isWordCharacter(scan.code(end))) end++;
  const word = scan.text.slice(offset, end);
  if (!reservedWords.has(word) || (needBlank.has(word) && !isSpace(scan.code(end)))) return undefined;
  return word;
}

const letterV = 118;
const hyphen = 45;

/**
 * Where the id that starts at an offset ends: a run of the lexer's tokens that may stand in one. At the start of each
 * token an arrow or a reserved word goes first, inside one it does not: `endpoint` and `to-end` are ids.
 */
export function idEnd(scan: Scan, from: number): number {
  let at = from;
  for (;;) {
    const code = scan.code(at);
    if (isDigit(code) || isSeparator(code)) at++;
    else if (code === 58 /* : */) {
      if (scan.startsWith(':::', at)) return at;
      at++;
    } else if (code === 34 /* " */ || linkAt(scan, at) || reservedAt(scan, at) !== undefined) return at;
    else if (code === letterV && !isWordCharacter(scan.code(at + 1))) at++;
    else if (isIdCharacter(code) || code === hyphen) at = runEnd(scan, at);
    else if (isForeign(code)) at++;
    else return at;
  }
}

/** The end of an id where a node must stand: a reserved word is taken for one there, and so is the `x` of `x-->y`. */
export function nodeIdEnd(scan: Scan, mustStand: boolean): number {
  const end = idEnd(scan, scan.at);
  if (end > scan.at) return end;
  const word = mustStand ? reservedAt(scan, scan.at) : undefined;
  if (word !== undefined) return scan.at + word.length;
  return isWordCharacter(scan.code()) && linkAt(scan, scan.at) ? scan.at + 1 : end;
}

/** `#`, `&`, `*` and `,` are tokens of their own at a token's start. */
const isSeparator = (code: number): boolean => code === 35 || code === 38 || code === 42 || code === 44;

/** Letters, digits and ``! " # $ % & ' * + . / ? \ ` _`` */
const isIdCharacter = (code: number): boolean =>
  isWordCharacter(code) ||
  (code >= 33 && code <= 39) ||
  code === 42 ||
  code === 43 ||
  code === 46 ||
  code === 47 ||
  code === 63 ||
  code === 92 ||
  code === 96;

/** Letters beyond ASCII. Mermaid takes fewer; the author means an id all the same. */
const isForeign = (code: number): boolean =>
  code >= 0xaa &&
  !isSpace(code) &&
  !(code >= 0x2010 && code <= 0x2027) &&
  !(code >= 0x2190 && code <= 0x21ff) &&
  !(code >= 0x27f0 && code <= 0x27ff);

/** The end of one run of id characters. A hyphen belongs to it unless an arrow could start there. */
function runEnd(scan: Scan, from: number): number {
  let at = from;
  for (;;) {
    const code = scan.code(at);
    if (!isIdCharacter(code) && !(code === hyphen && continuesId(scan.code(at + 1)))) break;
    at++;
  }
  return at > from ? at : from + 1;
}

/** Not an arrow's next character; NaN at the end of the text. */
const continuesId = (code: number): boolean => code !== 62 && code !== hyphen && code !== 46;
