import { getOrSet } from '../get-or-set';
import type { Span, TextChange } from '../text/span';
import { type ItemNumber, writtenLike } from './item-number';
import type { OutlineItem } from './outline-item';
import { spokenOf } from './spoken-of';

/** A number that does not follow the one before it. */
export interface NumberBreak {
  readonly kind: 'gap' | 'duplicate';
  readonly item: OutlineItem;
  /** The number's own span. */
  readonly span: Span;
  /** Where the entry that it follows begins, its number as written, and the number that follows that one. */
  readonly after: number;
  readonly before: string;
  readonly following: string;
  /** Whether it is smaller than the one before it. */
  readonly goesBack: boolean;
  /** What it becomes where its series is renumbered: more than `following` where that holds a break above. */
  readonly expected: string;
  /** Renumbers its series from the first break on, and the dotted numbers below; none where that cannot be told. */
  readonly changes: readonly TextChange[];
}

/** Of one series. Where more is wrong, more marks help nobody. */
const mostBreaks = 50;

interface Series {
  readonly items: OutlineItem[];
  readonly numbers: ItemNumber[];
}

/** Whether a reader sees both of two entries, one after the other. */
type Together = (one: OutlineItem, other: OutlineItem) => boolean;

/**
 * Where the numbers of an outline jump or repeat, each series of siblings for itself.
 * @param above the titles of the sections around them
 */
export function numberBreaks(
  items: readonly OutlineItem[],
  together: Together,
  above: readonly string[] = [],
): NumberBreak[] {
  return [
    ...allSeries(items, above).flatMap((series) => breaksIn(series, together)),
    ...items.flatMap((item) => numberBreaks(item.children, together, [...above, item.title])),
  ];
}

/** Numbered siblings of one kind that count together, in text order. */
function allSeries(items: readonly OutlineItem[], above: readonly string[]): Series[] {
  const isSpokenOf = spokenOf(items, above);
  const found: Series[] = [];
  /** By what tells series apart; of a list the series in the series, the innermost last. */
  const open = new Map<string, Series[]>();
  /** Levels of headings without a number that stand behind the last one with it. */
  let between = new Set<number | undefined>();
  for (const [i, item] of items.entries()) {
    const number = isSpokenOf(item) ? undefined : item.written;
    // A section, a diagram or a demo ends a list.
    if (item.kind !== 'skill') for (const key of open.keys()) if (key.startsWith('skill')) open.delete(key);
    if (!number) {
      if (item.kind === 'heading') between.add(item.level);
      continue;
    }
    const stack = getOrSet(open, keyOf(item, number), () => []);
    const series =
      item.kind === 'skill'
        ? listSeries(stack, item, number)
        : headingSeries(stack, item, number, between, () => nextOf(items, i));
    if (item.kind === 'heading') between = new Set([...between].filter((level) => level !== item.level));
    if (series.items.length === 0) found.push(series);
    series.items.push(item);
    series.numbers.push(number);
  }
  return found;
}

const keyOf = ({ kind, level, region, within }: OutlineItem, { word, style, parts, delimiter }: ItemNumber): string =>
  [kind, level, region, within, delimiter, word, style === 'keycaps', parts.length, parts.slice(0, -1)].join(' ');

/**
 * Headings count on, but behind a sibling without a number a first number begins anew. So it does where the second
 * follows, behind what only a reader sees, and the series above may go on behind it.
 */
function headingSeries(
  stack: Series[],
  { level }: OutlineItem,
  number: ItemNumber,
  between: ReadonlySet<number | undefined>,
  next: () => ItemNumber | undefined,
): Series {
  const begun = (): Series => ({ items: [], numbers: [] });
  if (stack.length === 0 || (firstOf(number) <= 1 && between.has(level))) {
    stack[0] = begun();
    return stack[0];
  }
  const last = lastOf(stack.at(-1)!.numbers.at(-1)!);
  if (firstOf(number) === 1 && last > 1 && firstOf(next() ?? number) === 2) stack.push(begun());
  else if (firstOf(number) !== last + 1) {
    const followed = stack.findLastIndex(({ numbers }) => firstOf(number) === lastOf(numbers.at(-1)!) + 1);
    if (followed >= 0) stack.length = followed + 1;
  }
  return stack.at(-1)!;
}

/** The number of the next entry that counts with one. */
function nextOf(items: readonly OutlineItem[], i: number): ItemNumber | undefined {
  const item = items[i]!;
  const key = keyOf(item, item.written!);
  for (let at = i + 1; at < items.length; at++) {
    const number = items[at]!.written;
    if (number && keyOf(items[at]!, number) === key) return number;
  }
  return undefined;
}

/**
 * The series that a list's number goes on with: the innermost that it follows. A first number begins another list: one
 * inside the last where it is indented further, as many write lists in lists that markdown reads as one.
 */
function listSeries(stack: Series[], { indentation = 0 }: OutlineItem, number: ItemNumber): Series {
  const followed = stack.findLastIndex(({ numbers }) => firstOf(number) === lastOf(numbers.at(-1)!) + 1);
  if (followed >= 0) {
    stack.length = followed + 1;
    return stack[followed]!;
  }
  const last = stack.at(-1);
  if (last && indentation <= last.items.at(-1)!.indentation! && isLazy(last, number)) return last;
  if (last && (firstOf(number) > 1 || (number.parts.length > 1 && lastOf(last.numbers.at(-1)!) <= 1))) return last;
  while (stack.length > 0 && stack.at(-1)!.items.at(-1)!.indentation! >= indentation) stack.pop();
  const begun: Series = { items: [], numbers: [] };
  stack.push(begun);
  return begun;
}

/** Markdown counts `1. 1. 1.` itself; what is left to it three times is left to it again. */
const isLazy = ({ numbers }: Series, number: ItemNumber): boolean => {
  const left = numbers.length < 3 ? numbers : numbers.slice(0, 3);
  return left.every((one) => firstOf(one) === firstOf(number) && one.parts.length === 1);
};

const firstOf = (number: ItemNumber): number => number.parts.at(-1)!;
const lastOf = (number: ItemNumber): number => number.until ?? firstOf(number);

function breaksIn({ items, numbers }: Series, together: Together): NumberBreak[] {
  if (numbers.length > 1 && countsDown({ items, numbers })) return [];
  // A list that begins in the middle is an excerpt.
  if (items[0]!.kind === 'skill' && firstOf(numbers[0]!) > 1) return [];
  // So are chapters, weeks and dotted numbers of something else: what to read, what to know before.
  const names = items[0]!.kind === 'heading' && (numbers[0]!.word !== undefined || numbers[0]!.parts.length > 1);
  const isExcerpt = names && firstOf(numbers[0]!) > 1;
  const isLeft =
    items[0]!.kind === 'skill' && numbers.length > 3 && numbers.slice(0, 3).every((one) => firstOf(one) === 1);
  const found: NumberBreak[] = [];
  /** The titles by their numbers: one that comes again with its own is told again. */
  const seen = new Map<number, string>();
  let changes: TextChange[] | undefined;
  let next = firstOf(numbers[0]!);
  /** Where the run of one number begins in which markdown counts; none behind a number that the author counted. */
  let run = items[0]!.kind === 'skill' ? 0 : undefined;
  for (let i = 0; i < items.length; i++) {
    const number = numbers[i]!;
    const here = firstOf(number);
    const before = i > 0 ? numbers[i - 1]! : undefined;
    const apart = before !== undefined && !together(items[i - 1]!, items[i]!);
    if (before && (apart || goesOn(items[i - 1]!, items[i]!))) next = here;
    if (seen.get(here) === items[i]!.title) next = here;
    if (items[i]!.kind === 'skill' && isOther(numbers, i)) break;
    // Its place is what a reader counts, whatever was left to markdown before it.
    if (items[i]!.kind === 'skill' && here === i + firstOf(numbers[0]!)) next = here;
    if (isLeft && here <= i + 1) next = here;
    if (before && isExcerpt && here > lastOf(before)) next = here;
    if (seen.has(here) && callsBack(items[i]!)) next = here;
    if (apart && items[i]!.kind === 'skill') run = i;
    else if (run !== undefined && i > 0) {
      const one = lastOf(numbers[run]!);
      const counted = here === one + i - run;
      if (here === one || counted) next = here;
      // `1. 1. 1.`, and behind a picture the list goes on, `4. 4. 4.`
      if (here !== one) run = counted && i - run > 1 ? i : undefined;
    }
    // A number that follows the one before it is right, or wrong for that one's sake only.
    const follows =
      here === next || (before && (here === lastOf(before) + 1 || isLeap(items[i]!, here, lastOf(before))));
    if (before && !follows && found.length < mostBreaks) {
      changes ??= canRenumber(items.slice(i), together) ? renumber(items.slice(i), numbers.slice(i), next) : [];
      const inParts = (part: number) => [...number.parts.slice(0, -1), part].join('.');
      found.push({
        kind: seen.has(here) ? 'duplicate' : 'gap',
        item: items[i]!,
        span: number.span,
        after: items[i - 1]!.span.start,
        before: before.text,
        following: inParts(lastOf(before) + 1),
        goesBack: here < lastOf(before),
        expected: inParts(next),
        changes,
      });
    }
    seen.set(here, items[i]!.title);
    next += 1 + lastOf(number) - here;
  }
  // Where most numbers jump, they are chosen: the odd exercises, the years of a talk. So they are where every other one does.
  const most = found.every(({ kind }) => kind === 'gap') ? items.length - 1 : items.length;
  return found.length > 1 && found.length * 2 >= most ? [] : found;
}

/** Farther than this no slip jumps, nor does a list count so high: such numbers are the names of problems, pages and errors. */
const farthest = { skill: 20, heading: 5 };
const highest = 100;
const isLeap = ({ kind }: OutlineItem, here: number, before: number): boolean =>
  here - before > farthest[kind === 'heading' ? kind : 'skill'] || (before >= highest && here > before);

/** Whether a list's number goes back by more than a slip does, and what follows does not come back: pasted output, say. */
const isOther = (numbers: readonly ItemNumber[], i: number): boolean => {
  const before = i > 0 ? lastOf(numbers[i - 1]!) : 0;
  const then = numbers[i + 1] && firstOf(numbers[i + 1]!);
  return before - firstOf(numbers[i]!) > 3 && then !== before + 1 && then !== before + 2;
};

/** `Step 3 automation` speaks of step 3, which stands above. */
const callsBack = ({ title, written }: OutlineItem): boolean =>
  written?.word !== undefined && /^[^\d]*\d[\d.]*[a-z]?[ \u00A0]+\p{Ll}/u.test(title);

/** The newest of a changelog, and a countdown, come first. */
const countsDown = ({ numbers }: Series): boolean =>
  numbers.every((number, i) => i === 0 || firstOf(number) < firstOf(numbers[i - 1]!));

/** The next entry of 2a is 2b, a slide may say the title of the last one once more, and an answer has its question's number. */
const goesOn = (before: OutlineItem, item: OutlineItem): boolean => {
  const same = firstOf(before.written!) === firstOf(item.written!);
  return (
    same &&
    (item.written!.letter !== undefined ||
      (item.kind === 'heading' && before.title === item.title) ||
      (!answer.test(before.title) && answer.test(item.title)) ||
      (/[?？]["'”»)*\s]*$/.test(before.title) && !/[?？]/.test(item.title)))
  );
};

/** How the title of an answer begins, or ends. */
const answer =
  /^[\s*_"“]*(?:(?:answers?|ans\.?|solutions?|antwort(?:en)?|lösung(?:en)?|réponses?|corrigé|respuestas?|soluci[oó]n(?:es)?|respostas?|solução|risposta|soluzione|答案|解答|回答|解析|解説|정답|답|ответ|решение)(?!\p{L})|答[:：]|A[:.])|(?<!\p{L})(?:answers?|solutions?|lösung|antwort|réponse|solución|respuesta)[\s*_:)\]]*$/iu;

/** Only a series that counts one by one, all of it read together, is given other numbers. */
const canRenumber = (items: readonly OutlineItem[], together: Together): boolean =>
  items.every(
    (item, i) =>
      item.written!.style !== 'numerals' &&
      item.written!.letter === undefined &&
      item.written!.until === undefined &&
      (i === 0 || (together(items[i - 1]!, item) && !goesOn(items[i - 1]!, item))),
  );

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
