import type { FoundLaw } from '../../../src/core/demos/scaling-law/scaling-law-problem';
import { say } from '../../../src/core/l10n/say';
import {
  computeOptimum,
  publishedExponents,
  publishedLaws,
  sizeExponent,
} from '../../../src/core/reference/scaling/scaling-law';
import type { Table } from '../demo-view';
import { inWords } from '../parts/in-words';
import type { Found } from './loss-plots';
import { spread } from './resampling';

const columns = ['E', 'A', 'B', 'α', 'β', 'a', 'N*', 'D*', 'D*/N*', say`loss`] as const;

const lowerEnd = (): string => say`5% of the resampled fits are below`;

/** The numbers of the lesson's law, where 90% of the resampled fits put them, and those of the published ones. */
export function lawTable({ problem, law, resampled }: Found): Table {
  const { compute } = problem;
  const own: Table['rows'] = [[say`this lesson`, ...numbersOf(law, compute)]];
  const all = resampled.map((one) => numbersOf(one, compute));
  const ends = columns.map((_, column) => spread(all.map((numbers) => numbers[column])));
  const band: Table['rows'] = ends.some((one) => one)
    ? [
        [lowerEnd(), ...ends.map((one) => one?.low ?? null)],
        [say`95% are below`, ...ends.map((one) => one?.high ?? null)],
      ]
    : [];
  const theirs = [
    ...Object.entries(publishedLaws).map(([name, one]): readonly [string, FoundLaw] => [
      name,
      { kind: 'law', law: one },
    ]),
    ...Object.entries(publishedExponents).map(([name, a]): readonly [string, FoundLaw] => [
      name,
      { kind: 'exponent', a },
    ]),
  ].map(([name, one]) => [name, ...numbersOf(one, compute)]);
  return { columns: [say`fit`, ...columns], rows: [...own, ...band, ...theirs] };
}

/** What a lesson says of its optimum, with the interval where runs were resampled. */
export function optimumWords(table: Table): string[] {
  const words: Record<string, string> = {
    a: say`exponent a, in N* ∝ Cᵃ`,
    'N*': say`best parameters N*`,
    'D*': say`best tokens D*`,
    'D*/N*': say`tokens a parameter`,
    loss: say`loss there`,
  };
  const [own, low, high] = table.rows;
  const banded = low?.[0] === lowerEnd();
  return table.columns.flatMap((name, column) => {
    const value = own?.[column];
    if (!(name in words) || typeof value !== 'number') return [];
    const [from, to] = [low?.[column], high?.[column]];
    const range =
      banded && typeof from === 'number' && typeof to === 'number'
        ? say` (90% of the resampled fits: ${inWords(from)} to ${inWords(to)})`
        : '';
    return [`${words[name]}: ${inWords(value)}${range}`];
  });
}

function numbersOf(found: FoundLaw, compute: number): (number | null)[] {
  if (found.kind === 'exponent') return [null, null, null, null, null, found.a, null, null, null, null];
  if (found.kind === 'line') {
    const n = found.sizeAt(compute);
    const d = compute / 6 / n;
    return [null, null, null, null, null, found.a, n, d, d / n, found.lossAt(compute)];
  }
  const { law, undetermined } = found;
  if (undetermined) {
    const numbers = (['E', 'A', 'B', 'alpha', 'beta'] as const).map((name) =>
      undetermined.open.has(name) ? null : law[name],
    );
    return [...numbers, null, null, null, null, null];
  }
  const { parameters, tokens, tokensPerParameter, loss } = computeOptimum(law, compute);
  return [law.E, law.A, law.B, law.alpha, law.beta, sizeExponent(law), parameters, tokens, tokensPerParameter, loss];
}
