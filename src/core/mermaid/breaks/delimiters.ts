import { say } from '../../l10n/say';
import { brokenLine, type Line, spokenLines } from './line';
import type { Finder, Suspect } from './suspect';

const partners: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '[': ']',
  '(': ')',
  '{': '}',
  '`': '`',
  '~': '~',
  '<<': '>>',
};

/** How many places for the missing partner are tried. */
const mostPlaces = 6;

/**
 * Openers whose partner is missing on their own line, the first line first: from there on Mermaid reads everything
 * askew. For types in which a delimiter never runs over the end of a line, or for the lines `among` which that is so.
 */
export function unclosedOnLine(openers: readonly string[], among = /./): Finder {
  return function* (broken) {
    const last = brokenLine(broken);
    for (const line of spokenLines(broken)) {
      if (line.number > last.number) break;
      if (!among.test(line.text)) continue;
      const open = unclosedOn(line.text, openers);
      if (open.length > 1) yield unclosedTogether(line, open);
      for (const { opener, column } of open) yield* unclosed(line, opener, column);
    }
  };
}

/** A quote that looks like an opener (white space or a bracket before, a word behind) is one, even inside a quote. */
function unclosedOn(text: string, openers: readonly string[]): { opener: string; column: number }[] {
  const open: { opener: string; column: number }[] = [];
  const found: { opener: string; column: number }[] = [];
  for (let column = 0; column < text.length; column++) {
    const inside = open.at(-1);
    const isQuote = inside && partners[inside.opener] === inside.opener;
    if (inside && text.startsWith(partners[inside.opener]!, column)) {
      if (isQuote && looksLikeOpener(text, column)) {
        found.push(open.pop()!);
        open.push({ opener: inside.opener, column });
      } else open.pop();
      column += partners[inside.opener]!.length - 1;
      continue;
    }
    if (isQuote) continue;
    const opener = openers.find((one) => text.startsWith(one, column));
    if (opener) {
      open.push({ opener, column });
      column += opener.length - 1;
    }
  }
  return [...found, ...open];
}

const looksLikeOpener = (text: string, column: number): boolean =>
  /[\s([{,:=]/.test(text[column - 1] ?? ' ') && /[\p{L}\p{N}]/u.test(text[column + 1] ?? '');

/** A line cut short: the innermost opener is marked, all are closed. */
function unclosedTogether(line: Line, open: readonly { opener: string; column: number }[]): Suspect {
  const { opener, column } = open.at(-1)!;
  const start = line.start + column;
  const closers = [...open]
    .reverse()
    .map((one) => partners[one.opener])
    .join('');
  // Inside of a quote that nothing closes the other closers count for text, and may be there.
  const outer = closers.slice(partners[opener]!.length);
  const isThere = partners[opener] === opener && outer !== '' && line.text.endsWith(outer);
  const at = isThere ? line.end - outer.length : line.end;
  const newText = isThere ? opener : closers;
  return {
    code: 'mermaid.unclosed',
    span: { start, end: start + opener.length },
    message: isThere ? say`This quote is never closed.` : say`The line ends before this ${opener} is closed.`,
    fix: {
      title: say`Close it with ${newText}`,
      safe: false,
      changes: [{ span: { start: at, end: at }, newText }],
    },
  };
}

function* unclosed(line: Line, opener: string, column: number): Generator<Suspect> {
  const start = line.start + column;
  const partner = partners[opener]!;
  for (const at of placesForPartner(line.text, column + opener.length)) {
    yield {
      code: 'mermaid.unclosed',
      span: { start, end: start + opener.length },
      message:
        opener === partner ? say`This quote is never closed.` : say`This ${opener} is never closed by ${partner}.`,
      fix: {
        title: opener === partner ? say`Close the quote` : say`Close it with ${partner}`,
        safe: false,
        changes: [{ span: { start: line.start + at, end: line.start + at }, newText: partner }],
      },
    };
  }
}

/** Columns where the partner may belong: before what never belongs inside, then the end of the line. */
function placesForPartner(text: string, from: number): number[] {
  const places: number[] = [];
  for (const match of text
    .slice(from)
    .matchAll(/\s*(?:[\])}>[({]|[,:](?=\s|$|\d)|\s(?:--|\.\.|[<*o|}]+[-.]|-\S|in\b|as\b|\{|@)|(?=>))/g)) {
    places.push(from + match.index, from + match.index + match[0].search(/\S|$/));
  }
  places.push(text.length);
  const gaps = [...text.slice(from).matchAll(/\s+/g)].map((match) => from + match.index);
  return [...new Set([...places, ...gaps])]
    .filter((place) => place > from || text.length === from || /\s/.test(text[from] ?? ''))
    .slice(0, mostPlaces);
}
