import { say } from '../../l10n/say';
import type { Span } from '../../text/span';
import { prefixFactor, type ResultUnit, unitOf } from '../claims/units';
import { nearestKey } from '../nearest-key';
import {
  type Expression,
  type Formula,
  type FunctionName,
  functions,
  type LiteralUnits,
  type Operator,
} from './expression';
import { FormulaError, formulaTokens, type Token } from './formula-tokens';

/** Formulas within formulas, and signs of one. */
const deepest = 60;
const mostTokens = 1000;

/** Reads `name [unit] = expression`, which begins at an offset. Throws {@link FormulaError}. */
export function parseFormula(text: string, offset: number): Formula {
  const span = { start: offset, end: offset + text.trimEnd().length };
  const reader = new FormulaReader(formulaTokens(text, offset));
  return { ...reader.formula(), text: text.trim().replaceAll(/\s+/g, ' '), span };
}

/** How tightly an operator binds; what is to the right of `^` goes first. */
const strength: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };

/** Precedence climbing (Pratt 1973), without any evaluation of text as code. */
class FormulaReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    const last = tokens[mostTokens];
    if (last) throw new FormulaError(say`A formula may have ${mostTokens} signs, names and numbers.`, last.span);
  }

  formula(): Omit<Formula, 'text' | 'span'> {
    const name = this.#next;
    if (name.kind !== 'name') throw new FormulaError(say`A formula begins with a name: cache = 2 * layers.`, name.span);
    if (isFunction(name.text) || name.text === 'sum' || name.text === 'product')
      throw new FormulaError(say`${name.text} is a function: choose another name.`, name.span);
    this.#at++;
    const unit = this.#is('[') ? this.#unit() : undefined;
    this.#take('=', say`= is missing behind ${name.text}.`);
    const expression = this.#expression(0);
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return { name: name.text, nameSpan: name.span, ...(unit && { unit }), expression };
  }

  /** `[bytes]`, `[tokens/s]`. */
  #unit(): { name: ResultUnit; span: Span } {
    this.#at++;
    const first = this.#next;
    const words: string[] = [];
    while (this.#next.kind === 'name' || this.#is('/')) {
      words.push(this.#next.text);
      this.#at++;
    }
    const span = { start: first.span.start, end: this.#before.span.end };
    const written = words.join('');
    const found = unitOf(written);
    if (!found)
      throw new FormulaError(
        say`${written || say`Nothing`} is no unit: write [bytes], [FLOPs], [seconds], [tokens] or the like.`,
        written ? span : first.span,
      );
    if (found.factor !== 1)
      throw new FormulaError(
        say`A formula counts in whole ${found.unit}: claims and the panel choose the prefix.`,
        span,
        found.unit,
      );
    this.#take(']', say`The bracket around the unit is not closed.`);
    return { name: found.unit, span };
  }

  #expression(least: number): Expression {
    if (++this.#depth > deepest) throw new FormulaError(say`This is nested too deeply to be read.`, this.#next.span);
    let left = this.#operand();
    for (;;) {
      const sign = this.#next;
      const power = sign.kind === 'sign' ? strength[sign.text] : undefined;
      if (power === undefined || power < least) break;
      this.#at++;
      const right = this.#expression(sign.text === '^' ? power : power + 1);
      const span = { start: left.span.start, end: right.span.end };
      left = { kind: 'binary', span, operator: sign.text as Operator, operatorSpan: sign.span, left, right };
    }
    this.#depth--;
    return left;
  }

  #operand(): Expression {
    const token = this.#next;
    if (token.kind === 'number') return this.#number(token);
    if (token.kind === 'name') return this.#named(token);
    if (this.#is('-') || this.#is('+')) {
      this.#at++;
      // A minus binds as a product does, so that -2^2 is -4.
      const of = this.#expression(3);
      const span = { start: token.span.start, end: of.span.end };
      return token.text === '-' ? { kind: 'negative', span, of } : of;
    }
    if (!this.#is('(')) throw this.#unexpected();
    this.#at++;
    const inside = this.#expression(0);
    this.#take(')', say`This bracket is not closed.`, token.span);
    return inside;
  }

  /** A number and what it counts: `34_560`, `70B`, `80 GB`, `1.4 trillion tokens`, `3.35 TB/s`, `50%`. */
  #number(token: Token): Expression {
    this.#at++;
    const start = token.span.start;
    let value = Number(token.text.replaceAll('_', ''));
    let over: ResultUnit | undefined;
    let under: ResultUnit | undefined;
    if (this.#is('%')) {
      this.#at++;
      return { kind: 'number', span: { start, end: this.#before.span.end }, value: value / 100, units: {} };
    }
    if (this.#next.text === 'B' && this.#next.span.start > token.span.end)
      throw new FormulaError(say`B is billion or bytes: write 2 billion, 2B or 2 bytes.`, this.#next.span, 'bytes');
    const factor = this.#next.kind === 'name' ? prefixFactor(this.#next.text) : undefined;
    if (factor !== undefined) {
      value *= factor;
      this.#at++;
    }
    const counts = this.#next.kind === 'name' ? unitOf(this.#next.text) : undefined;
    if (counts) {
      this.#at++;
      value *= counts.factor;
      over = counts.unit;
      const per =
        this.#is('/') && this.#tokens[this.#at + 1]?.kind === 'name'
          ? unitOf(this.#tokens[this.#at + 1]!.text)
          : undefined;
      // A name that the author gave may look like a unit; without blanks a bar belongs to the unit.
      if (
        per &&
        this.#next.span.start === this.#before.span.end &&
        this.#tokens[this.#at + 1]!.span.start === this.#next.span.end
      ) {
        this.#at += 2;
        value /= per.factor;
        under = per.unit;
      }
    } else if (this.#next.kind === 'name') {
      const { text, span } = this.#next;
      const product = `${token.text} * ${text}`;
      throw new FormulaError(say`${text} is no unit. Is ${product} meant?`, span, `* ${text}`);
    }
    const units: LiteralUnits = { ...(over && { over }), ...(under && { under }) };
    return { kind: 'number', span: { start, end: this.#before.span.end }, value, units };
  }

  #named(token: Token): Expression {
    this.#at++;
    if (!this.#is('(')) return { kind: 'name', span: token.span, name: token.text };
    this.#at++;
    if (token.text === 'sum' || token.text === 'product') return this.#series(token, token.text);
    if (!isFunction(token.text)) {
      const near = nearestKey(token.text, [...Object.keys(functions), 'sum', 'product']);
      throw new FormulaError(
        say`There is no function ${token.text}.${near ? say` Did you mean ${near}?` : say` There are ${Object.keys(functions).join(', ')}, sum and product.`}`,
        token.span,
        near,
      );
    }
    const given = [this.#expression(0)];
    while (this.#is(',')) {
      this.#at++;
      given.push(this.#expression(0));
    }
    this.#take(')', say`The bracket behind ${token.text} is not closed.`, token.span);
    const [least, most] = functions[token.text];
    const span = { start: token.span.start, end: this.#before.span.end };
    if (given.length < least || given.length > most)
      throw new FormulaError(
        say`${token.text} takes ${most === 1 ? say`one value` : say`${least} to ${most} values`}.`,
        span,
      );
    return { kind: 'call', span, name: token.text, given };
  }

  /** `sum(i = 1..n, i^2)`. */
  #series(token: Token, name: 'sum' | 'product'): Expression {
    const index = this.#next;
    const form = say`Write ${name}(i = 1..n, expression).`;
    if (index.kind !== 'name') throw new FormulaError(form, index.span);
    this.#at++;
    this.#take('=', form);
    const from = this.#expression(0);
    this.#take('..', form);
    const to = this.#expression(0);
    this.#take(',', form);
    const body = this.#expression(0);
    this.#take(')', say`The bracket behind ${name} is not closed.`, token.span);
    const span = { start: token.span.start, end: this.#before.span.end };
    return { kind: 'series', span, name, index: index.text, from, to, body };
  }

  get #next(): Token {
    return this.#tokens[this.#at]!;
  }

  get #before(): Token {
    return this.#tokens[this.#at - 1]!;
  }

  #is(sign: string): boolean {
    return this.#next.kind === 'sign' && this.#next.text === sign;
  }

  #take(sign: string, message: string, span = this.#next.span): void {
    if (!this.#is(sign)) throw new FormulaError(message, span);
    this.#at++;
  }

  #unexpected(): FormulaError {
    const { kind, text, span } = this.#next;
    if (kind === 'end')
      return new FormulaError(say`The formula ends where a number, a name or a bracket is expected.`, span);
    if (text === ')') return new FormulaError(say`No bracket is open that this could close.`, span);
    if (kind === 'name' || kind === 'number')
      return new FormulaError(say`A sign such as * is missing before ${text}.`, span);
    return new FormulaError(say`A number, a name or a bracket is expected in place of ${text}.`, span);
  }
}

const isFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);
