import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import { constants, type Expression, type Formula, type FunctionName, type Operator } from './expression';

/** The operations of one fence, sums over ranges written out. */
export const mostSteps = 2_000_000;

/** Where an evaluation takes more steps than it may, or a range is none; its message follows the name of the list. */
export class NotEvaluated extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** Computes formulas one after the other in float64; `steps` is what all of them share. */
export class Evaluator {
  readonly #values = new Map<string, number>();
  readonly #indices: [name: string, value: number][] = [];
  #steps = 0;

  /** Throws {@link NotEvaluated}. */
  add({ name, expression }: Formula): number {
    const value = this.#value(expression);
    this.#values.set(name, value);
    return value;
  }

  #value(expression: Expression): number {
    if (++this.#steps > mostSteps)
      throw new NotEvaluated(
        say`takes more than ${mostSteps.toLocaleString('en')} steps, which are over here.`,
        expression.span,
      );
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'name':
        return this.#named(expression.name);
      case 'negative':
        return -this.#value(expression.of);
      case 'binary':
        return operate(expression.operator, this.#value(expression.left), this.#value(expression.right));
      case 'call':
        return call(
          expression.name,
          expression.given.map((one) => this.#value(one)),
        );
      case 'series':
        return this.#series(expression);
    }
  }

  #named(name: string): number {
    const index = this.#indices.findLast(([own]) => own === name);
    return index?.[1] ?? this.#values.get(name) ?? constants[name] ?? Number.NaN;
  }

  #series({ name, index, from, to, body }: Extract<Expression, { kind: 'series' }>): number {
    const [first, last] = [this.#value(from), this.#value(to)];
    if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last))
      throw new NotEvaluated(say`has a range here that does not run from a whole number to a whole number.`, {
        start: from.span.start,
        end: to.span.end,
      });
    const place: [string, number] = [index, first];
    this.#indices.push(place);
    let total = name === 'sum' ? 0 : 1;
    for (let i = first; i <= last; i++) {
      place[1] = i;
      const value = this.#value(body);
      total = name === 'sum' ? total + value : total * value;
    }
    this.#indices.pop();
    return total;
  }
}

function operate(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '^':
      return left ** right;
  }
}

function call(name: FunctionName, [first = Number.NaN, ...rest]: readonly number[]): number {
  switch (name) {
    case 'ln':
      return Math.log(first);
    case 'log':
      return rest[0] === undefined ? Math.log(first) : Math.log(first) / Math.log(rest[0]);
    case 'min':
    case 'max':
      return Math[name](first, ...rest);
    default:
      return Math[name](first);
  }
}
