import { applyChanges, type Span, type TextChange } from '../text/span';
import { decodeEntities } from './scan/entities';

/**
 * Whether each word that changes touch stands in what they write in its place, whole and as often: what stays in the
 * picture must be the author's own word, not one like it elsewhere. A name that is written anew in several places, each
 * time in the same way, counts once. Case does not count, nor what nobody sees, nor the commas of a number, nor the `as`
 * between a text and its name.
 */
export function wordsStay(text: string, changes: readonly TextChange[]): boolean {
  const left = new Map<string, number>();
  const seen = new Set<string>();
  for (const { span, own } of stretches(text, changes)) {
    const before = text.slice(span.start, span.end);
    const after = applyChanges(
      before,
      own.map(({ span: { start, end }, newText }) => ({
        span: { start: start - span.start, end: end - span.start },
        newText,
      })),
    );
    const isRepeated = seen.has(`${before}\0${after}`);
    seen.add(`${before}\0${after}`);
    for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
    if (!isRepeated) for (const word of wordsOf(before)) left.set(word, (left.get(word) ?? 0) - 1);
  }
  return [...left.values()].every((count) => count >= 0);
}

/** Changes with the whole words around them, those together that touch the same words. */
function stretches(text: string, changes: readonly TextChange[]): { span: Span; own: TextChange[] }[] {
  const found: { span: Span; own: TextChange[] }[] = [];
  for (const change of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    let { start, end } = change.span;
    while (start > 0 && !isBlank(text, start - 1)) start--;
    while (end < text.length && !isBlank(text, end)) end++;
    const last = found.at(-1);
    if (last && start <= last.span.end) {
      last.span = { start: last.span.start, end: Math.max(end, last.span.end) };
      last.own.push(change);
    } else found.push({ span: { start, end }, own: [change] });
  }
  return found;
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text[at]!);

/** Words in lower case; an entity is the sign that it stands for, a break no word. */
const wordsOf = (text: string): readonly string[] =>
  decodeEntities(text.replace(/<br\s*\/?>/gi, ' ').replace(/&#?(\w{1,32});/g, '#$1;'))
    .replace(/\\n/g, ' ')
    .replace(/\p{Cf}|(?<=\d),(?=\d{3})/gu, '')
    .toLowerCase()
    .replace(/\bas\b/g, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
