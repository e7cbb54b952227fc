import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Heading } from '../../course/course-document';
import { regionAt } from '../../course/region-at';
import { type ItemNumber, readHeadingNumber, writtenLike } from '../../outline/item-number';
import { nextInSeries } from '../../outline/next-in-series';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const marks = /^[\s>]*(#{1,6})[ \t]+/;

/** Behind the marks of a heading: the number that goes on with its series, written as the one before. */
export function headingCompletion(
  { document }: FeatureContext,
  offset: number,
  { typed }: CompletionAbilities,
): CompletionItem[] {
  const { lines, text } = document;
  const line = lines.lineOf(offset);
  const start = lines.lineStart(line);
  const match = marks.exec(text.slice(start, offset));
  const region = match && regionAt(document, { start: offset, end: offset });
  if (!match || !region || typed !== undefined || text.slice(offset, lines.lineEnd(line)).trim() !== '') return [];
  if (document.fences.some(({ span }) => span.start <= offset && offset <= span.end)) return [];
  const number = document.regions.indexOf(region);
  const above = document.headings.filter((one) => one.region === number && one.span.start < start);
  const level = match[1]!.length;
  const label = nextNumber(above, level) ?? countedOn(above, level);
  if (label === undefined) return [];
  return [
    {
      label,
      kind: CompletionItemKind.Value,
      detail: 'the next number',
      documentation: { kind: 'markdown', value: `Goes on with the headings above: \`${match[1]} ${label}Title\`.` },
      sortText: '0',
      textEdit: { range: lines.rangeOf({ start: start + match[0].length, end: offset }), newText: label },
    },
  ];
}

/** What the next heading of a level begins with, its word, number and signs as in the one before. */
function nextNumber(above: readonly Heading[], level: number): string | undefined {
  let last: { readonly title: string; readonly number: ItemNumber } | undefined;
  for (let i = above.length - 1; i >= 0; i--) {
    const { title, level: other } = above[i]!;
    const number = other <= level ? readHeadingNumber(title)?.number : undefined;
    const isSibling = other === level && (!last || last.number.parts.length === number?.parts.length);
    if (isSibling && number?.style !== 'numerals' && number) {
      // Below another section the series begins anew, where its numbers hold the section's.
      if (!last)
        return withNumber(title, number, [...number.parts.slice(0, -1), (number.until ?? number.parts.at(-1)!) + 1]);
      return withNumber(title, number, [...last.number.parts.slice(0, -1), 1]);
    }
    if (other >= level) continue;
    if (last || !number) return undefined;
    last = { title, number: { ...number, parts: [...number.parts, 1] } };
  }
  return undefined;
}

/** Goes on with the two headings above of the same level and section, if they count on. */
function countedOn(above: readonly Heading[], level: number): string | undefined {
  const section = above.slice(above.findLastIndex((heading) => heading.level < level) + 1);
  const [last, before] = section.filter((heading) => heading.level === level).reverse();
  return last && nextInSeries(before?.title, last.title);
}

function withNumber(title: string, number: ItemNumber, parts: readonly number[]): string {
  const { start, end } = number.span;
  const behind = end + (number.letter?.length ?? 0);
  const word = number.word === undefined ? '' : title.slice(0, start);
  return word + writtenLike(number, parts) + /^[.):、．]?\s*/.exec(title.slice(behind))![0];
}
