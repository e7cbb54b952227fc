import type { Span } from '../../text/span';
import type { ResultUnit } from '../claims/units';

export type Operator = '+' | '-' | '*' | '/' | '^';

/** What a formula computes. Spans are in the demo's text. */
export type Expression =
  | { readonly kind: 'number'; readonly span: Span; readonly value: number; readonly units: LiteralUnits }
  | { readonly kind: 'name'; readonly span: Span; readonly name: string }
  | { readonly kind: 'negative'; readonly span: Span; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly span: Span;
      readonly operator: Operator;
      readonly operatorSpan: Span;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly span: Span;
      readonly name: FunctionName;
      readonly given: readonly Expression[];
    }
  | {
      readonly kind: 'series';
      readonly span: Span;
      readonly name: 'sum' | 'product';
      readonly index: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly body: Expression;
    };

/** The units behind a number, the second under the bar: `GB/s`. Its value is in those units already. */
export interface LiteralUnits {
  readonly over?: ResultUnit;
  readonly under?: ResultUnit;
}

/** One line: `cache [bytes] = 2 * layers * width * 2 bytes`. */
export interface Formula {
  readonly name: string;
  readonly nameSpan: Span;
  readonly unit?: { readonly name: ResultUnit; readonly span: Span };
  readonly expression: Expression;
  /** All of it as written. */
  readonly text: string;
  readonly span: Span;
}

/** What can be called, with how many values. */
export const functions = {
  ...{ sqrt: [1, 1], exp: [1, 1], ln: [1, 1], log2: [1, 1], log10: [1, 1], log: [1, 2] },
  ...{ abs: [1, 1], round: [1, 1], floor: [1, 1], ceil: [1, 1], min: [1, 64], max: [1, 64] },
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export type FunctionName = keyof typeof functions;

export const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };
