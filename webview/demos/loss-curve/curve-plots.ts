import type { LossCurveTrace } from '../../../src/core/demos/loss-curve/loss-curve-problem';
import { say } from '../../../src/core/l10n/say';
import { inWords } from '../parts/in-words';
import type { PlotPoint, PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';

/** The loss over the steps, with the peaks of its spikes as dots. */
export function lossOverSteps({ curve, spikes }: LossCurveTrace): PlotWithTable {
  const line = (values: Float64Array) =>
    [...values].flatMap((y, i) => (y > 0 && Number.isFinite(y) ? [{ x: curve.steps[i]!, y }] : []));
  const dots: PlotPoint[] = spikes.map(({ start, end, peak, z, kind, open }) => {
    const at = curve.losses.indexOf(peak, start);
    const until = open
      ? say`not over at the end`
      : say`over after ${end - start} ${end - start === 1 ? say`step` : say`steps`}`;
    return {
      ...{ x: curve.steps[at]!, y: peak },
      say: say`${kind} spike from step ${curve.steps[start]}: loss ${inWords(peak)}, ${inWords(z)} standard deviations, ${until}`,
    };
  });
  const series: PlotSeries[] = [
    { kind: 'line', name: say`loss`, hue: 0, points: line(curve.losses) },
    ...(curve.testLosses
      ? [{ kind: 'line', name: say`test loss`, hue: 1, dash: true, points: line(curve.testLosses) } as const]
      : []),
    { kind: 'dots', name: say`spikes`, big: true, hue: 3, points: dots },
  ];
  return {
    data: {
      name: say`Loss over steps, with spikes`,
      ...{ x: { label: say`step`, log: false }, y: { label: say`loss, nats`, log: true }, series },
    },
    table: {
      columns: [say`step`, say`loss`, ...(curve.testLosses ? [say`test loss`] : [])],
      rows: [...curve.losses].map((loss, i) => [
        curve.steps[i]!,
        loss,
        ...(curve.testLosses ? [curve.testLosses[i]!] : []),
      ]),
    },
  };
}

/** Gradient norm and Z-loss over the steps; undefined where neither is known. */
export function normsOverSteps({ curve }: LossCurveTrace): PlotWithTable | undefined {
  const known = [
    [say`gradient norm`, curve.gradientNorms],
    ['Z-loss', curve.zLosses],
  ] as const;
  const series = known.flatMap(([name, values], hue): PlotSeries[] => {
    if (!values) return [];
    const points = [...values].flatMap((y, i) => (y > 0 && Number.isFinite(y) ? [{ x: curve.steps[i]!, y }] : []));
    return points.length > 0 ? [{ kind: 'line', name, hue: hue + 1, points }] : [];
  });
  if (series.length === 0) return undefined;
  return {
    data: {
      name: say`Gradient norm and Z-loss over steps`,
      ...{ x: { label: say`step`, log: false }, y: { label: say`norm, Z-loss`, log: true }, series },
    },
    table: {
      columns: [say`step`, ...known.flatMap(([name, values]) => (values ? [name] : []))],
      rows: curve.steps.map((step, i) => [step, ...known.flatMap(([, values]) => (values ? [values[i]!] : []))]),
    },
  };
}
