import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import type { ResultUnit } from '../claims/units';
import type { DemoProblem } from '../demo';
import { nearestKey } from '../nearest-key';
import { bare, type Dimension, dimensionOf, inWords, isBare, same, times, unitFor } from './dimension';
import { constants, type Expression, type Formula } from './expression';

/** What a formula counts, and what is wrong with a list of them. */
export interface CheckedFormulas {
  readonly units: ReadonlyMap<string, ResultUnit | undefined>;
  readonly problems: readonly DemoProblem[];
}

/** What a value measures; a count keeps its name only as long as nothing multiplies it. */
interface Measure {
  readonly dimension: Dimension;
  readonly label?: ResultUnit | undefined;
}

/** Looks up every name and follows the units through. Only one problem of a formula is told: the rest follows from it. */
export function checkFormulas(formulas: readonly Formula[]): CheckedFormulas {
  const known = new Map<string, Measure>();
  const units = new Map<string, ResultUnit | undefined>();
  const problems: DemoProblem[] = [];
  for (const [index, { name, nameSpan, unit, expression }] of formulas.entries()) {
    const later = new Set(formulas.slice(index).map((one) => one.name));
    const checker = new FormulaChecker(known, later);
    const { dimension, label } = checker.measure(expression);
    let problem = checker.problem;
    if (known.has(name))
      problem ??= { code: 'demo.value', span: nameSpan, message: say`${name} stands above already.`, fixes: [] };
    if (unit && !isBare(dimension) && !same(dimension, dimensionOf(unit.name)))
      problem ??= {
        code: 'demo.value',
        span: unit.span,
        message: say`${name} counts ${inWords(dimension)}, not ${unit.name}.`,
        fixes: [],
      };
    if (problem) problems.push(problem);
    const counted = unit?.name ?? unitFor(dimension) ?? label;
    known.set(
      name,
      problem
        ? { dimension: dimensionOf(unit?.name) }
        : { dimension: unit ? dimensionOf(unit.name) : dimension, label: counted },
    );
    units.set(name, counted);
  }
  return { units, problems };
}

class FormulaChecker {
  problem: DemoProblem | undefined;
  readonly #known: ReadonlyMap<string, Measure>;
  readonly #later: ReadonlySet<string>;
  readonly #indices: string[] = [];

  constructor(known: ReadonlyMap<string, Measure>, later: ReadonlySet<string>) {
    this.#known = known;
    this.#later = later;
  }

  measure(expression: Expression): Measure {
    switch (expression.kind) {
      case 'number': {
        const { over, under } = expression.units;
        const dimension = times(dimensionOf(over), dimensionOf(under), -1);
        return { dimension, label: under ? undefined : over };
      }
      case 'name':
        return this.#named(expression.name, expression.span);
      case 'negative':
        return this.measure(expression.of);
      case 'binary':
        return this.#binary(expression);
      case 'call':
        return this.#call(expression);
      case 'series':
        return this.#series(expression);
    }
  }

  #named(name: string, span: Span): Measure {
    const known = this.#known.get(name);
    if (this.#indices.includes(name)) return { dimension: bare };
    if (known) return known;
    if (Object.hasOwn(constants, name)) return { dimension: bare };
    const near = nearestKey(name, [...this.#known.keys(), ...this.#indices]);
    if (this.#later.has(name)) this.#say(span, say`${name} stands below: a formula uses what stands above it.`);
    else this.#say(span, say`Nothing is called ${name} here.${near ? say` Did you mean ${near}?` : ''}`, near);
    return { dimension: bare };
  }

  #binary({ operator, operatorSpan, left, right }: Extract<Expression, { kind: 'binary' }>): Measure {
    const [one, other] = [this.measure(left), this.measure(right)];
    if (operator === '*') return { dimension: times(one.dimension, other.dimension) };
    if (operator === '/') return { dimension: times(one.dimension, other.dimension, -1) };
    if (operator === '^') return this.#power(one.dimension, other.dimension, right, operatorSpan);
    // What is written without a unit may count anything.
    if (isBare(one.dimension) || isBare(other.dimension)) {
      const dimension = isBare(one.dimension) ? other.dimension : one.dimension;
      return { dimension, label: one.label === other.label ? one.label : undefined };
    }
    if (!same(one.dimension, other.dimension)) {
      const [a, b] = [inWords(one.dimension), inWords(other.dimension)];
      this.#say(operatorSpan, operator === '+' ? say`This adds ${b} to ${a}.` : say`This takes ${b} from ${a}.`);
    }
    return one;
  }

  #power(base: Dimension, power: Dimension, exponent: Expression, span: Span): Measure {
    if (!isBare(power)) this.#say(exponent.span, say`An exponent is a bare number, and this counts ${inWords(power)}.`);
    if (isBare(base)) return { dimension: bare };
    const value = exponent.kind === 'number' ? exponent.value : undefined;
    if (value === undefined) this.#say(span, say`Only a number can be the exponent of ${inWords(base)}.`);
    return { dimension: value === undefined ? base : times(bare, base, value) };
  }

  #call({ name, given, span }: Extract<Expression, { kind: 'call' }>): Measure {
    const measures = given.map((one) => this.measure(one));
    const first = measures[0]!;
    if (name === 'sqrt') return { dimension: times(bare, first.dimension, 0.5) };
    if (/^(?:abs|round|floor|ceil)$/.test(name)) return first;
    const apart = measures.find(({ dimension }) => !same(dimension, first.dimension));
    if (name === 'min' || name === 'max') {
      if (apart && !measures.some(({ dimension }) => isBare(dimension)))
        this.#say(span, say`${name} compares ${inWords(first.dimension)} with ${inWords(apart.dimension)}.`);
      return measures.find(({ dimension }) => !isBare(dimension)) ?? first;
    }
    const measured = measures.find(({ dimension }) => !isBare(dimension));
    if (measured)
      this.#say(
        span,
        say`${name} takes a bare number, and this counts ${inWords(measured.dimension)}: divide by its unit first.`,
      );
    return { dimension: bare };
  }

  #series({ name, index, from, to, body, span }: Extract<Expression, { kind: 'series' }>): Measure {
    this.measure(from);
    this.measure(to);
    this.#indices.push(index);
    const measure = this.measure(body);
    this.#indices.pop();
    if (name === 'sum' || isBare(measure.dimension)) return measure;
    this.#say(span, say`A product of ${inWords(measure.dimension)} counts nothing that has a name.`);
    return { dimension: bare };
  }

  /** Only the first is told. */
  #say(span: Span, message: string, instead?: string): void {
    const fixes = instead ? [{ title: say`Change to ${instead}`, safe: false, span, newText: instead }] : [];
    this.problem ??= { code: 'demo.value', span, message, fixes };
  }
}
