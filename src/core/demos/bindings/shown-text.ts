import type { Span } from '../../text/span';

/** A stretch of running text as a reader sees it, with the way back to what is written. */
export interface ShownText {
  readonly text: string;
  /** Where a stretch of it stands in what is written. */
  written(span: Span): Span;
}

/** What is not shown as it is written: tags, spaces by name, marks of emphasis, code and formulas. */
const unseen = /<[^<>]{0,80}>|&(?:nbsp|thinsp|#160|#8239);|\\[,;]|[*_`$]+/g;

/** A stretch of an inline text without its marks: `**10.4**&nbsp;GB` reads `10.4 GB`. */
export function shownText(source: string, { start, end }: Span): ShownText {
  let text = '';
  const at: number[] = [];
  const add = (shown: string, from: number): void => {
    for (let i = 0; i < shown.length; i++) at.push(from + i);
    text += shown;
  };
  let from = start;
  for (const match of source.slice(start, end).matchAll(unseen)) {
    const index = start + match.index;
    const after = index + match[0].length;
    if (isText(match[0], source.charAt(index - 1), source.charAt(after))) continue;
    add(source.slice(from, index), from);
    if (/^[&\\]/.test(match[0])) {
      text += '\u00a0';
      at.push(index);
    }
    from = after;
  }
  add(source.slice(from, end), from);
  return {
    text,
    written: (span) =>
      span.end > span.start
        ? { start: at[span.start]!, end: at[span.end - 1]! + 1 }
        : { start: at[span.start] ?? end, end: at[span.start] ?? end },
  };
}

/** A star of a product and the bars of a name are no marks. */
function isText(mark: string, before: string, after: string): boolean {
  const stands = (sign: RegExp) => sign.test(before) && sign.test(after);
  return (mark === '*' && (stands(/\d/) || stands(/\s/))) || (mark.startsWith('_') && stands(/[\p{L}\p{N}]/u));
}
