import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Heading } from '../../course/course-document';
import { isProseAt } from '../../course/prose-at';
import { regionAt } from '../../course/region-at';
import { say } from '../../l10n/say';
import { type ItemNumber, readHeadingNumber, writtenLike } from '../../outline/item-number';
import { nextInSeries } from '../../outline/next-in-series';
import type { CompletionAbilities } from '../completion-abilities';
import type { FeatureContext } from '../feature-context';

const marks = /^[\s>]*(#{1,6})[ \t]+/;

/** Behind the marks of a heading, or below a line that a number in parts begins: what goes on with its series. */
export function headingCompletion(
  context: FeatureContext,
  offset: number,
  abilities: CompletionAbilities,
): CompletionItem[] {
  return [...nextHeading(context, offset, abilities), ...nextLine(context, offset, abilities)];
}

/** A list's or a quote's signs with an empty box, the number, which may be bold with its sign, and what parts it. */
const numbered =
  /^(?<prefix>[\s>]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?)(?<bold>\*\*|__|)(?<number>\d{1,3}(?:\.\d{1,3})+)(?<rest>[.):]?\k<bold>[.):]?[ \t]+)\S/;

/** `1.3 ` below a line `1.2 Pot` and `**1.3** ` below a skill `- [x] **1.2** Pot`, which markdown does not continue. */
function nextLine({ document }: FeatureContext, offset: number, { typed }: CompletionAbilities): CompletionItem[] {
  const { lines, text } = document;
  const line = lines.lineOf(offset);
  const start = lines.lineStart(line);
  if (line === 0 || typed !== undefined || text.slice(offset, lines.lineEnd(line)).trim() !== '') return [];
  const above = numbered.exec(text.slice(lines.lineStart(line - 1), start))?.groups;
  if (!above || unticked(text.slice(start, offset)) !== unticked(above.prefix!) || !isProseAt(document, offset))
    return [];
  const parts = above.number!.split('.').map(Number);
  const label = above.bold! + [...parts.slice(0, -1), parts.at(-1)! + 1].join('.') + above.rest!;
  return [
    {
      label,
      kind: CompletionItemKind.Value,
      detail: say`the next number`,
      documentation: { kind: 'markdown', value: say`Goes on with the line above: \`${label}Title\`.` },
      sortText: '0',
      textEdit: { range: lines.rangeOf({ start: offset, end: offset }), newText: label },
    },
  ];
}

const unticked = (prefix: string): string => prefix.replace(/\[[xX]\]/, '[ ]');

/** The number behind a heading's marks, written as the one before. */
function nextHeading({ document }: FeatureContext, offset: number, { typed }: CompletionAbilities): CompletionItem[] {
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
      detail: say`the next number`,
      documentation: { kind: 'markdown', value: say`Goes on with the headings above: \`${match[1]} ${label}Title\`.` },
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
  // The sign that counts chapters belongs to the number: 第3章.
  const counter = title[start - 1] === '第' ? /^\p{Lo}?[.):、．：]?\s*/u : /^[.):、．]?\s*/;
  return word + writtenLike(number, parts) + counter.exec(title.slice(behind))![0];
}
