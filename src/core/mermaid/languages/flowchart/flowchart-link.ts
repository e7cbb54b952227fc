import { CharacterSet } from '../../scan/characters';
import type { Scan } from '../../scan/scan';

export type Stroke = 'normal' | 'thick' | 'dotted' | 'invisible' | 'unknown';

/** An arrow, or the first half of one that holds its label (`-- label -->`). */
export interface Link {
  readonly end: number;
  readonly stroke: Stroke;
  /** Whether it only opens: a label and the other half follow. */
  readonly opens: boolean;
}

const dash = 45;
const equals = 61;
const dot = 46;
const tilde = 126;

const isHead = (code: number): boolean => code === 62 /* > */ || code === 120 /* x */ || code === 111; /* o */
const isTail = (code: number): boolean => code === 60 /* < */ || code === 120 || code === 111;

const firsts = new CharacterSet('xo<-=.~');

/** The arrow that starts at an offset, as Mermaid's lexer would read it there. */
export function linkAt(scan: Scan, offset: number): Link | undefined {
  if (!firsts.has(scan.code(offset))) return undefined;
  const at = isTail(scan.code(offset)) ? offset + 1 : offset;
  const code = scan.code(at);
  if (code === dash) {
    const end = runEnd(scan, at, dash);
    if (end - at >= 2) return solid(scan, at, end, 'normal');
    const dots = runEnd(scan, end, dot);
    if (dots === end) return undefined;
    if (scan.code(dots) === dash) return dotted(scan, dots);
    return { end: end + 1, stroke: 'dotted', opens: true };
  }
  if (code === equals) {
    const end = runEnd(scan, at, equals);
    return end - at >= 2 ? solid(scan, at, end, 'thick') : undefined;
  }
  if (code === dot) {
    const dots = runEnd(scan, at, dot);
    return scan.code(dots) === dash ? dotted(scan, dots) : undefined;
  }
  if (code === tilde && at === offset) {
    const end = runEnd(scan, at, tilde);
    return end - at >= 3 ? { end, stroke: 'invisible', opens: false } : undefined;
  }
  return undefined;
}

function solid(scan: Scan, start: number, end: number, stroke: Stroke): Link {
  if (isHead(scan.code(end))) return { end: end + 1, stroke, opens: false };
  return { end, stroke, opens: end - start === 2 };
}

function dotted(scan: Scan, lastDash: number): Link {
  return { end: isHead(scan.code(lastDash + 1)) ? lastDash + 2 : lastDash + 1, stroke: 'dotted', opens: false };
}

function runEnd(scan: Scan, from: number, code: number): number {
  let at = from;
  while (scan.code(at) === code) at++;
  return at;
}

const signs: Readonly<Record<string, string>> = { normal: '--', thick: '==', dotted: '.' };

/**
 * The second half of an arrow whose first half ended at `from`: where it starts (blanks before it left to the label) and
 * what it is; undefined when the first half stays alone.
 */
export function closingLink(scan: Scan, from: number, stroke: Stroke): { start: number; link: Link } | undefined {
  const sign = signs[stroke]!;
  let start = scan.next(sign, from);
  if (start >= scan.end) return undefined;
  if (stroke === 'dotted' && start > from && scan.code(start - 1) === dash) start--;
  if (start > from && isTail(scan.code(start - 1))) start--;
  const link = linkAt(scan, start);
  return link && !link.opens && link.stroke === stroke ? { start, link } : undefined;
}

/** How far something goes on that people write for an arrow and Mermaid does not take: `->`, `=>`, `→`. */
export function wrongArrowEnd(scan: Scan, offset: number): number {
  let at = offset;
  while (isArrowLike(scan.code(at))) at++;
  if (at - offset >= 2) return at;
  return at > offset && scan.code(offset) > 127 ? at : offset;
}

function isArrowLike(code: number): boolean {
  return (
    code === dash ||
    code === equals ||
    code === dot ||
    code === tilde ||
    code === 60 ||
    code === 62 ||
    code === 0x2013 ||
    code === 0x2014 ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x27f5 && code <= 0x27ff)
  );
}
