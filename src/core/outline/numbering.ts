import type { Span, TextChange } from '../text/span';
import { type ItemNumber, writtenLike } from './item-number';
import type { OutlineItem } from './outline-item';

/** A number that does not follow the one before it. */
export interface NumberBreak {
  readonly kind: 'gap' | 'duplicate';
  readonly item: OutlineItem;
  /** The number's own span. */
  readonly span: Span;
  readonly expected: string;
  /** Renumbers its sequence from the first break on, and the dotted numbers below. */
  readonly changes: readonly TextChange[];
}

/** Of one sequence. Where more is wrong, more marks help nobody. */
const mostBreaks = 50;

interface Sequence {
  readonly items: OutlineItem[];
  readonly numbers: ItemNumber[];
}

/** Where the numbers of an outline jump or repeat, each sequence of siblings for itself. */
export function numberBreaks(items: readonly OutlineItem[]): NumberBreak[] {
  return [...sequences(items).flatMap(breaksIn), ...items.flatMap((item) => numberBreaks(item.children))];
}

/** Numbered siblings of one kind that count together. A list that begins again at its first number is another list. */
function sequences(items: readonly OutlineItem[]): Sequence[] {
  const found: Sequence[] = [];
  const open = new Map<string, Sequence>();
  for (const item of items) {
    const number = item.written;
    if (item.kind !== 'skill') for (const key of open.keys()) if (key.startsWith('skill')) open.delete(key);
    if (!number) continue;
    const key = [item.kind, item.level, number.style, number.parts.length, number.parts.slice(0, -1)].join(' ');
    let sequence = open.get(key);
    if (!sequence || (item.kind === 'skill' && startsAgain(sequence, number))) {
      sequence = { items: [], numbers: [] };
      open.set(key, sequence);
      found.push(sequence);
    }
    sequence.items.push(item);
    sequence.numbers.push(number);
  }
  return found;
}

const lastOf = (number: ItemNumber): number => number.parts.at(-1)!;

const startsAgain = ({ numbers }: Sequence, number: ItemNumber): boolean =>
  lastOf(number) <= 1 && lastOf(numbers.at(-1)!) > 1;

function breaksIn({ items, numbers }: Sequence): NumberBreak[] {
  // `1. 1. 1.` lets markdown count.
  const [first] = numbers;
  if (items[0]!.kind === 'skill' && numbers.every((number) => lastOf(number) === lastOf(first!))) return [];
  const found: NumberBreak[] = [];
  const seen = new Set<number>();
  let changes: TextChange[] | undefined;
  let next = lastOf(first!);
  for (let i = 0; i < items.length; i++, next++) {
    const here = lastOf(numbers[i]!);
    // A number that follows the one before it is right, or wrong for that one's sake only.
    const follows = here === next || (i > 0 && here === lastOf(numbers[i - 1]!) + 1);
    if (!follows && found.length < mostBreaks) {
      changes ??= renumber(items.slice(i), numbers.slice(i), next);
      const expected = [...numbers[i]!.parts.slice(0, -1), next].join('.');
      found.push({
        kind: seen.has(here) ? 'duplicate' : 'gap',
        item: items[i]!,
        span: numbers[i]!.span,
        expected,
        changes,
      });
    }
    seen.add(here);
  }
  return found;
}

function renumber(items: readonly OutlineItem[], numbers: readonly ItemNumber[], first: number): TextChange[] {
  return items.flatMap((item, i) => {
    const number = numbers[i]!;
    const parts = [...number.parts.slice(0, -1), first + i];
    return [change(number, parts), ...withPrefix(item.children, number.parts, parts)].filter(
      (one): one is TextChange => one !== undefined,
    );
  });
}

/** Dotted numbers below a renumbered item follow it. */
function withPrefix(
  items: readonly OutlineItem[],
  old: readonly number[],
  parts: readonly number[],
): (TextChange | undefined)[] {
  return items.flatMap((item) => {
    const number = item.written;
    const follows =
      number &&
      number.style === 'digits' &&
      number.parts.length > old.length &&
      old.every((part, i) => number.parts[i] === part);
    const own = follows ? [change(number, [...parts, ...number.parts.slice(old.length)])] : [];
    return [...own, ...withPrefix(item.children, old, parts)];
  });
}

function change(number: ItemNumber, parts: readonly number[]): TextChange | undefined {
  if (number.parts.join('.') === parts.join('.')) return undefined;
  return { span: number.span, newText: writtenLike(number, parts) };
}
