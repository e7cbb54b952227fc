import type { FoundLaw, ScalingLawProblem } from '../../../src/core/demos/scaling-law/scaling-law-problem';
import { say } from '../../../src/core/l10n/say';
import type { Run } from '../../../src/core/reference/scaling/fit-law';
import {
  computeOptimum,
  isoFlop,
  lossAt,
  publishedExponents,
  publishedLaws,
  type ScalingLaw,
  trainingCompute,
} from '../../../src/core/reference/scaling/scaling-law';
import { inWords } from '../parts/in-words';
import type { PlotPoint, PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';
import { bestLoss, bestSize, spread } from './resampling';

/** What the pictures are drawn from. */
export interface Found {
  readonly problem: ScalingLawProblem;
  readonly law: FoundLaw;
  /** Laws of the resampled runs, for the bands; none before there are enough. */
  readonly resampled: readonly FoundLaw[];
}

const published: readonly (readonly [string, FoundLaw])[] = Object.entries(publishedLaws).map(([name, law]) => [
  name,
  { kind: 'law', law },
]);

const computeAxis = { label: say`compute C = 6·N·D, FLOP`, log: true };
const count = 49;

/** Loss over compute: the runs, the best loss that the law promises with its band, and the published laws. */
export function lossOverCompute({ problem, law, resampled }: Found): PlotWithTable {
  const { runs } = problem;
  const computes = computesOf(problem);
  const best = computes.map((c) => bestLoss(law, c) ?? Number.NaN);
  const band = computes.map((c) => spread(resampled.map((one) => bestLoss(one, c))));
  const others = published.map(([name, one]) => ({ name, losses: computes.map((c) => bestLoss(one, c)!) }));
  const point =
    (left: boolean) =>
    (run: Run): PlotPoint => ({
      ...{ x: trainingCompute(run.parameters, run.tokens), y: run.loss, faint: left },
      say: say`${runWords(run)}: loss ${inWords(run.loss)}${left ? say`, left out` : ''}`,
    });
  const series: PlotSeries[] = [
    ...bandSeries(computes, band),
    { kind: 'line', name: say`best loss, this lesson`, hue: 0, points: pointsOf(computes, best) },
    ...others.map(
      ({ name, losses }, i): PlotSeries => ({
        ...{ kind: 'line', name, dash: true, hue: i + 1, points: pointsOf(computes, losses) },
      }),
    ),
    ...(runs.used.length > 0
      ? [
          {
            ...{ kind: 'dots' as const, name: say`runs`, hue: 4 },
            points: [...runs.used.map(point(false)), ...runs.excluded.map(point(true))],
          },
        ]
      : []),
  ];
  return {
    data: {
      name: say`Loss over compute: the best that this lesson’s law promises, and the published laws`,
      ...{ x: computeAxis, y: { label: say`loss, nats`, log: true }, series, at: problem.compute },
    },
    table: {
      columns: [say`compute`, say`this lesson`, say`low (5%)`, say`high (95%)`, ...others.map(({ name }) => name)],
      rows: computes.map((c, i) => [
        ...[c, finite(best[i]), band[i]?.low ?? null, band[i]?.high ?? null],
        ...others.map(({ losses }) => losses[i]!),
      ]),
    },
  };
}

/**
 * The best size over compute, a straight line on these axes. Published exponents are drawn through the lesson's own
 * optimum; where the lesson itself has an exponent alone, all lines start from one size.
 */
export function sizeOverCompute({ problem, law, resampled }: Found): PlotWithTable {
  const { compute } = problem;
  const computes = computesOf(problem);
  const own = bestSize(law, compute);
  const relative = own === undefined;
  const power = (a: number) => computes.map((c) => (own ?? 1) * (c / compute) ** a);
  const sizes = (one: FoundLaw) => computes.map((c) => bestSize(one, c)! / (relative ? bestSize(one, compute)! : 1));
  const mine = law.kind === 'exponent' ? power(law.a) : sizes(law);
  const band = computes.map((c) => spread(resampled.map((one) => bestSize(one, c))));
  const lines = [
    ...published.map(([name, one]) => ({ name, values: sizes(one) })),
    ...Object.entries(publishedExponents).map(([name, a]) => ({ name: `${name}: C^${inWords(a)}`, values: power(a) })),
  ];
  const optimum: PlotSeries[] = relative
    ? []
    : [
        {
          ...{ kind: 'dots', name: say`best at this compute`, big: true, hue: 0 },
          points: [
            { x: compute, y: own, say: say`At ${inWords(compute)} FLOP the best size is ${inWords(own)} parameters` },
            ...published.map(([name, one]) => ({
              ...{ x: compute, y: bestSize(one, compute)! },
              say: say`${name}: at ${inWords(compute)} FLOP ${inWords(bestSize(one, compute))} parameters`,
            })),
          ],
        },
      ];
  return {
    data: {
      name: say`Best model size over compute, with the published laws and exponents`,
      ...{
        x: computeAxis,
        y: { label: relative ? say`N* over N* at the compute` : say`best parameters N*`, log: true },
      },
      series: [
        ...bandSeries(computes, band),
        { kind: 'line', name: say`this lesson`, hue: 0, points: pointsOf(computes, mine) },
        ...lines.map(
          ({ name, values }, i): PlotSeries => ({
            ...{ kind: 'line', name, dash: true, hue: i + 1, points: pointsOf(computes, values) },
          }),
        ),
        ...optimum,
      ],
    },
    table: {
      columns: [say`compute`, say`this lesson`, say`low (5%)`, say`high (95%)`, ...lines.map(({ name }) => name)],
      rows: computes.map((c, i) => [
        ...[c, mine[i]!, band[i]?.low ?? null, band[i]?.high ?? null],
        ...lines.map(({ values }) => values[i]!),
      ]),
    },
  };
}

/** Loss over size at five budgets, the best of each, and where the published laws would put it at the lesson's own. */
export function curvesOfEqualCompute(law: ScalingLaw, compute: number): PlotWithTable {
  const budgets = [0.01, 0.1, 1, 10, 100].map((factor) => factor * compute);
  const curves = budgets.map((c) => {
    const { parameters } = computeOptimum(law, c);
    return { c, points: isoFlop(law, c, { from: parameters / 12, to: parameters * 12, count }) };
  });
  const optima = budgets.map((c) => ({ c, ...computeOptimum(law, c) }));
  const theirs = Object.entries(publishedLaws).map(([name, one]) => {
    const { parameters } = computeOptimum(one, compute);
    const loss = lossAt(law, parameters, compute / 6 / parameters);
    return {
      x: parameters,
      y: loss,
      say: say`${name} would take ${inWords(parameters)}: loss ${inWords(loss)} by this law`,
    };
  });
  return {
    data: {
      name: say`Loss over model size at equal compute, with the best size of each`,
      x: { label: say`parameters N`, log: true },
      y: { label: say`loss, nats`, log: false },
      series: [
        ...curves.map(
          ({ c, points }, i): PlotSeries => ({
            ...{ kind: 'line', name: `C = ${inWords(c)}`, hue: i, dash: c !== compute },
            points: points.map(({ parameters, loss }) => ({ x: parameters, y: loss })),
          }),
        ),
        {
          ...{ kind: 'dots', name: say`compute-optimal`, big: true, hue: 5 },
          points: optima.map(({ c, parameters, tokens, loss, tokensPerParameter }) => ({
            ...{ x: parameters, y: loss },
            say: say`C ${inWords(c)}: N* ${inWords(parameters)}, D* ${inWords(tokens)}, ${inWords(tokensPerParameter, 3)} tokens a parameter, loss ${inWords(loss)}`,
          })),
        },
        { kind: 'dots', name: say`published optima at C = ${inWords(compute)}`, hue: 1, points: theirs },
      ],
    },
    table: {
      columns: [say`compute`, say`parameters`, say`tokens`, say`loss`],
      rows: curves.flatMap(({ c, points }) => points.map((one) => [c, one.parameters, one.tokens, one.loss])),
    },
  };
}

/** How far each run is from the law, in per cent of its loss. */
export function residuals({ problem, law }: Found): PlotWithTable {
  const { runs } = problem;
  const expected = (run: Run): number =>
    law.kind === 'law'
      ? lossAt(law.law, run.parameters, run.tokens)
      : (bestLoss(law, trainingCompute(run.parameters, run.tokens)) ?? Number.NaN);
  const miss = (run: Run): number => 100 * Math.log(run.loss / expected(run));
  const point =
    (left: boolean) =>
    (run: Run): PlotPoint => ({
      ...{ x: run.parameters, y: miss(run), faint: left },
      say: say`${runWords(run)}: off by ${inWords(miss(run), 2)}%${left ? say`, left out` : ''}`,
    });
  const row = (used: string) => (run: Run) => [
    ...[run.parameters, run.tokens, run.loss, finite(expected(run)), finite(miss(run)), used],
  ];
  const xs = [...runs.used, ...runs.excluded].map((run) => run.parameters);
  const ends = [Math.min(...xs), Math.max(...xs)];
  return {
    data: {
      name: say`How far each run is from the fit`,
      x: { label: say`parameters N`, log: true },
      y: { label: say`log loss, measured − fitted, in %`, log: false },
      series: [
        {
          ...{ kind: 'dots', name: say`runs; a cross is left out`, hue: 4 },
          points: [...runs.used.map(point(false)), ...runs.excluded.map(point(true))],
        },
        { kind: 'line', name: say`the fit`, dash: true, hue: 0, points: ends.map((x) => ({ x, y: 0 })) },
      ],
    },
    table: {
      columns: [say`parameters`, say`tokens`, say`loss`, say`loss of the law`, say`off by, %`, say`used`],
      rows: [...runs.used.map(row(say`yes`)), ...runs.excluded.map(row('–'))],
    },
  };
}

/** Numbers from one to another in equal ratios. */
export const ratios = (from: number, to: number, steps: number): number[] =>
  Array.from({ length: steps }, (_, i) => from * (to / from) ** (i / (steps - 1)));

/** Budgets from the least run to the greatest and to the one asked about, or around that one. */
function computesOf({ runs, compute }: ScalingLawProblem): number[] {
  if (runs.used.length === 0) return ratios(compute / 1e4, compute * 1e2, count);
  const all = [...runs.used.map((run) => trainingCompute(run.parameters, run.tokens)), compute];
  return ratios(Math.min(...all), Math.max(...all), count);
}

function bandSeries(x: readonly number[], band: readonly ({ low: number; high: number } | undefined)[]): PlotSeries[] {
  const points = x.flatMap((at, i) => (band[i] ? [{ x: at, y: band[i].low, high: band[i].high }] : []));
  return points.length > 0 ? [{ kind: 'band', name: say`90% of the resampled fits`, hue: 0, points }] : [];
}

const pointsOf = (x: readonly number[], y: readonly number[]) =>
  x.flatMap((at, i) => (Number.isFinite(y[i]) ? [{ x: at, y: y[i]! }] : []));

const runWords = (run: Run): string => say`${inWords(run.parameters)} parameters, ${inWords(run.tokens)} tokens`;

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;
