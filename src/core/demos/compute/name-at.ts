import { contains, type Span } from '../../text/span';
import type { Expression, Formula } from './expression';

/** A formula whose name stands at an offset, in its own line or where another one uses it. */
export function formulaNamedAt(
  formulas: readonly Formula[],
  offset: number,
): { readonly formula: Formula; readonly span: Span } | undefined {
  const around = formulas.find(({ span }) => contains(span, offset));
  if (!around) return undefined;
  if (contains(around.nameSpan, offset)) return { formula: around, span: around.nameSpan };
  const name = nameIn(around.expression, offset);
  const formula = name && formulas.find((one) => one.name === name.name);
  return formula && { formula, span: name.span };
}

/** The name of a formula at an offset of an expression; an index of a sum is none. */
function nameIn(expression: Expression, offset: number): Extract<Expression, { kind: 'name' }> | undefined {
  if (!contains(expression.span, offset)) return undefined;
  if (expression.kind === 'name') return expression;
  for (const inner of innerOf(expression)) {
    const found = nameIn(inner, offset);
    if (found) return expression.kind === 'series' && found.name === expression.index ? undefined : found;
  }
  return undefined;
}

function innerOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negative':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.given;
    case 'series':
      return [expression.from, expression.to, expression.body];
    default:
      return [];
  }
}
