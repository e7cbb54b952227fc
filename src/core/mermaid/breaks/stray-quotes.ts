import { say } from '../../l10n/say';
import { brokenLine } from './line';
import type { Finder, Suspect } from './suspect';

/** How many words are tried as the first of a text whose quote is missing. */
const mostWords = 5;

/**
 * On a line with an odd number of quotes: the quote that opens a text is missing (`Cats" : 85`), or one is too many
 * (`" "Cats" : 85`); and a text behind its own two quotes (`""Cats : 85`). Of any kind; only what heals it is said.
 */
export const strayQuotes: Finder = function* (broken) {
  const line = brokenLine(broken);
  const quotes = [...line.text.matchAll(/"/g)].map(({ index }) => index);
  const suspect = (start: number, end: number, rest: Pick<Suspect, 'message' | 'fix'>): Suspect => ({
    code: 'mermaid.syntax',
    span: { start: line.start + start, end: line.start + end },
    ...rest,
  });
  const empty = /(?<here>"")(?<word>[^\s":[\]{}](?:[^":[\]{}]*[^\s":[\]{}])?)(?=\s*(?:[:[\]{}]|$))/d.exec(line.text);
  if (empty) {
    const [start, end] = empty.indices![0]!;
    yield suspect(start, start + 2, {
      message: say`The text stands behind its quotes, not between them.`,
      fix: {
        title: say`Put the text in quotes`,
        safe: false,
        changes: [{ span: { start: line.start + start, end: line.start + end }, newText: `"${empty.groups!.word!}"` }],
      },
    });
  }
  if (quotes.length % 2 === 0) return;
  for (const [i, at] of quotes.entries()) {
    const next = quotes[i + 1];
    if (next === undefined || line.text.slice(at + 1, next).trim() !== '') continue;
    yield suspect(at, at + 1, {
      message: say`This quote is one too many.`,
      fix: {
        title: say`Remove the quote`,
        safe: false,
        changes: [{ span: { start: line.start + at, end: line.start + next }, newText: '' }],
      },
    });
  }
  const last = quotes.at(-1)!;
  const from = /[^"[\](){},]*$/.exec(line.text.slice(0, last))!.index;
  const words = [...line.text.slice(from, last).matchAll(/[^\s:]+/g)].slice(0, mostWords);
  for (const { index } of words) {
    const start = from + index;
    yield suspect(start, last, {
      message: say`The quote that opens this text is missing.`,
      fix: {
        title: say`Put the quote`,
        safe: false,
        changes: [{ span: { start: line.start + start, end: line.start + start }, newText: '"' }],
      },
    });
  }
};
