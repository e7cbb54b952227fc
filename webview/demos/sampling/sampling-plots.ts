import type { Answered } from '../../../src/core/demos/sampling/sampling-problem';
import type { SamplingSetup } from '../../../src/core/demos/sampling/sampling-setup';
import { say } from '../../../src/core/l10n/say';
import { inWords } from '../parts/in-words';
import type { PlotPoint, PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';

/** The ways to choose among answers, each with its hue in both pictures. */
const ways = [
  { name: say`any right: pass@k`, hue: 0, of: (at: Answered) => at.pass },
  { name: say`majority vote`, hue: 2, of: (at: Answered) => at.majority },
  { name: say`verifier’s choice`, hue: 1, of: (at: Answered) => at.bestOf },
] as const;

const columns = [
  'answers',
  'pass@k',
  'low',
  'high',
  '1 − (1 − c/n)^k',
  say`majority vote`,
  say`verifier’s choice`,
  'dollars',
];

const table = (curve: readonly Answered[]) => ({
  columns,
  rows: curve.map((at) => [
    ...[at.answers, finite(at.pass), at.interval?.low ?? null, at.interval?.high ?? null, at.plugIn],
    ...[finite(at.majority), finite(at.bestOf), at.cost],
  ]),
});

/** Accuracy over the number of answers: each way to choose, pass@k with its interval, and the larger model's level. */
export function accuracyOverAnswers(setup: SamplingSetup, curve: readonly Answered[]): PlotWithTable {
  const { k, larger, confidence } = setup;
  const interval = curve.flatMap(({ answers, interval: ends }) =>
    ends ? [{ x: answers, y: 100 * ends.low, high: 100 * ends.high }] : [],
  );
  const series: PlotSeries[] = [
    ...(interval.length > 0
      ? [{ kind: 'band' as const, name: say`${inWords(100 * confidence)}% interval`, hue: 0, points: interval }]
      : []),
    ...linesOf(curve, (at) => at.answers),
    ...(larger ? [level(larger.accuracy, curve, (at) => at.answers)] : []),
    {
      ...{ kind: 'dots', name: say`at k = ${k}`, big: true, hue: 3 },
      points: curve.filter(({ answers }) => answers === k).flatMap((at) => dotsAt(at, (one) => one.answers)),
    },
  ];
  return {
    data: {
      name: say`Share of right answers over the number of answers drawn`,
      ...{ x: { label: say`answers, k`, log: true }, y: { label: say`right, %`, log: false }, series, at: k },
    },
    table: table(curve),
  };
}

/** The same over what the answers cost, with the larger model as a point; undefined where nothing costs anything. */
export function accuracyOverCost({ larger, k }: SamplingSetup, curve: readonly Answered[]): PlotWithTable | undefined {
  if (curve.every(({ cost }) => cost === 0)) return undefined;
  const chosen = curve.filter(({ answers }) => answers === k).flatMap((at) => dotsAt(at, (one) => one.cost));
  const theirs: PlotSeries[] = larger
    ? [
        {
          ...{ kind: 'dots', name: say`larger model, one answer`, big: true, hue: 4 },
          points: [
            {
              ...{ x: larger.cost, y: 100 * larger.accuracy },
              say: say`The larger model: ${percent(larger.accuracy)} right for ${dollars(larger.cost)}`,
            },
          ],
        },
      ]
    : [];
  return {
    data: {
      name: say`Share of right answers over their cost in dollars`,
      ...{ x: { label: say`dollars a question`, log: true }, y: { label: say`right, %`, log: false } },
      series: [
        ...linesOf(curve, (at) => at.cost),
        { kind: 'dots', name: say`at k = ${k}`, big: true, hue: 3, points: chosen },
        ...theirs,
      ],
    },
    table: table(curve),
  };
}

function linesOf(curve: readonly Answered[], x: (at: Answered) => number): PlotSeries[] {
  const points = (of: (at: Answered) => number) =>
    curve.flatMap((at) => (Number.isFinite(of(at)) ? [{ x: x(at), y: 100 * of(at) }] : []));
  return [
    ...ways.map(({ name, hue, of }): PlotSeries => ({ kind: 'line', name, hue, points: points(of) })),
    { kind: 'line', name: say`1 − (1 − c/n)^k, too low`, dash: true, hue: 0, points: points((at) => at.plugIn) },
  ].filter(({ points: any }) => any.length > 0) as PlotSeries[];
}

const level = (accuracy: number, curve: readonly Answered[], x: (at: Answered) => number): PlotSeries => ({
  ...{ kind: 'line', name: say`larger model, one answer`, dash: true, hue: 4 },
  points: [curve[0]!, curve.at(-1)!].map((at) => ({ x: x(at), y: 100 * accuracy })),
});

const dotsAt = (at: Answered, x: (at: Answered) => number): PlotPoint[] =>
  ways.flatMap(({ name, of }) =>
    Number.isFinite(of(at))
      ? [
          {
            x: x(at),
            y: 100 * of(at),
            say: say`${name}: ${percent(of(at))} of ${at.answers} answers, ${dollars(at.cost)}`,
          },
        ]
      : [],
  );

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const percent = (share: number): string => `${inWords(100 * share)}%`;

export const dollars = (value: number): string => `$${inWords(value)}`;
