/**
 * `indexOf` that never looks twice for what is not there: a text of ten thousand openers without a closer costs one
 * pass, not ten thousand.
 */
export class FailingSearch {
  readonly #text: string;
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>();
  #dollars: readonly number[] | undefined;
  #nextDollar = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first place of `what` at or after `from`, or -1. */
  next(what: string, from: number): number {
    const known = this.#found.get(what);
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
    const at = this.#text.indexOf(what, from);
    this.#found.set(what, { from, at });
    return at;
  }

  /** The first `$` at or after `from` that may close a formula: after a visible character, before no digit, unescaped.
   * Questions come in rising order. */
  closingDollar(from: number): number {
    this.#dollars ??= closingDollars(this.#text);
    while (this.#nextDollar < this.#dollars.length && this.#dollars[this.#nextDollar]! < from) this.#nextDollar++;
    return this.#dollars[this.#nextDollar] ?? -1;
  }
}

function closingDollars(text: string): number[] {
  const places: number[] = [];
  for (let i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
    const before = text[i - 1];
    const after = text[i + 1];
    const escaped = before === '\\' && text[i - 2] !== '\\';
    if (before === undefined || escaped || /\s/.test(before)) continue;
    if (after === undefined || !/\d/.test(after)) places.push(i);
  }
  return places;
}

/** Finds where the code span that opens with the backticks at an offset ends; offsets must be asked in rising order. */
export function backtickRuns(text: string): (start: number) => { readonly end: number; readonly closed: boolean } {
  let runs: Map<number, number[]> | undefined;
  return (start) => {
    let after = start;
    while (text[after] === '`') after++;
    runs ??= runsByLength(text);
    const places = runs.get(after - start) ?? [];
    while (places.length > 0 && places.at(-1)! <= start) places.pop();
    const close = places.at(-1);
    return close === undefined ? { end: after, closed: false } : { end: close + after - start, closed: true };
  };
}

/** Starts of backtick runs by length, the first place last. */
function runsByLength(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const places = runs.get(match[0].length);
    if (places) places.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  for (const places of runs.values()) places.reverse();
  return runs;
}
