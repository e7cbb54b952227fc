import TexError from '@mathjax/src/mjs/input/tex/TexError.js';
import TexParser from '@mathjax/src/mjs/input/tex/TexParser.js';
import type { Span } from '../../core/text/span';

/** What a parser was reading when MathJax gave up: the text it had by then, and where in it. */
interface Reading {
  readonly string: string;
  readonly start: number;
  readonly end: number;
}

const readings = new WeakMap<TexError, Reading[]>();
/** A macro puts its expansion in place of all that was read: the text of a parser before the first one. */
const written = new WeakMap<TexParser, { original: string; current: string; callAt: number }>();

// MathJax says what is wrong, not where. Every parser reads its text character by character, arguments with parsers of
// their own: whoever is reading when an error passes through adds its place.
const parse = TexParser.prototype.parse;
TexParser.prototype.parse = function (kind, input) {
  if (kind !== 'character') return parse.call(this, kind, input);
  const known = written.get(this) ?? { original: this.string, current: this.string, callAt: 0 };
  written.set(this, known);
  const at = this.i - input[1].length;
  // Behind an expansion the text ends as it did; inside, the place is the call.
  const end = known.original.length - (this.string.length - at);
  const start = this.string === known.original ? at : Math.max(known.callAt, end);
  try {
    const result = parse.call(this, kind, input);
    if (this.string !== known.current) {
      known.current = this.string;
      known.callAt = start;
    }
    return result;
  } catch (error) {
    if (error instanceof TexError) {
      const list = readings.get(error) ?? [];
      const read = this.string === known.original ? this.i : known.original.length - (this.string.length - this.i);
      list.push({ string: known.original, start, end: Math.max(start + 1, read) });
      readings.set(error, list);
    }
    throw error;
  }
};

/** Where in a formula MathJax gave up: the command or character; undefined where it had read all of it. */
export function placeOf(error: TexError, tex: string): Span | undefined {
  const list = readings.get(error);
  const outer = list?.at(-1);
  if (!list || !outer) return undefined;
  let from = outer.string === tex ? 0 : tex.indexOf(outer.string);
  if (from < 0) return undefined;
  let reading = outer;
  for (const inner of list.slice(0, -1).reverse()) {
    const within = reading.string.slice(reading.start, reading.end).lastIndexOf(inner.string);
    if (within < 0) break;
    from += reading.start + within;
    reading = inner;
  }
  const start = Math.min(from + reading.start, tex.length);
  const token = /^(?:\\(?:[a-zA-Z]+|[\s\S])|[\s\S])/u.exec(tex.slice(start));
  return { start, end: start + (token?.[0].length ?? 0) };
}
