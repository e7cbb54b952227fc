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

  /**
   * The `$` that closes a formula whose opening one stands at `start`; -1 where none does. It is the next one that is unescaped
   * and, if it can be, stands in no braces (`\text{if $x$}`); a space before it, or a digit after, keeps it from closing. Questions come
   * in rising order.
   */
  closingDollar(start: number): number {
    this.#dollars ??= unescapedDollars(this.#text);
    while (this.#nextDollar < this.#dollars.length && this.#dollars[this.#nextDollar]! < start + 2) this.#nextDollar++;
    let depth = 0;
    let looked = start + 1;
    for (let i = this.#nextDollar; i < Math.min(this.#dollars.length, this.#nextDollar + mostInBraces); i++) {
      const at = this.#dollars[i]!;
      depth = bracesAfter(this.#text.slice(looked, at), depth);
      if (depth <= 0) return mayClose(this.#text, at) ? at : -1;
      looked = at;
    }
    const first = this.#dollars[this.#nextDollar];
    return first !== undefined && mayClose(this.#text, first) ? first : -1;
  }
}

/** How many dollars a formula may hold inside its braces. */
const mostInBraces = 8;

const bracesAfter = (text: string, depth: number): number => {
  let open = depth;
  for (const [brace] of text.matchAll(/\\[\s\S]|[{}]/g)) open += brace === '{' ? 1 : brace === '}' ? -1 : 0;
  return open;
};

const mayClose = (text: string, at: number): boolean =>
  at > 0 && !/\s/.test(text[at - 1]!) && !/\d/.test(text[at + 1] ?? '');

function unescapedDollars(text: string): number[] {
  const places: number[] = [];
  for (let i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
    let before = i;
    while (text[before - 1] === '\\') before--;
    if ((i - before) % 2 === 0) places.push(i);
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
