import { timesOf } from '../../../src/core/demos/collective/collective-problem';
import type { CollectiveSetup } from '../../../src/core/demos/collective/collective-setup';
import { say } from '../../../src/core/l10n/say';
import type { Algorithm } from '../../../src/core/reference/collective/collective-cost';
import type { PlotSeries } from '../parts/plot';
import type { PlotWithTable } from '../parts/plot-figure';
import { inBytes, inSeconds } from '../parts/units';

const count = 37;
const hues: Readonly<Record<Algorithm, number>> = { ring: 0, tree: 4, halving: 2, hierarchical: 1, pairwise: 0 };

/** Time over the size of the vector, one line for each algorithm: latency decides on the left, bandwidth on the right. */
export function timeOverBytes(setup: CollectiveSetup): PlotWithTable | undefined {
  const { operation, bytes, algorithm } = setup;
  if (bytes <= 0 || setup.topology.nodes * setup.topology.perNode === 1) return undefined;
  const [from, to] = [Math.min(1e3, bytes / 10), Math.max(1e10, bytes * 10)];
  const sizes = Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
  const at = sizes.map((size) => timesOf(setup, operation, size));
  const algorithms = at[0]!.map(([{ algorithm: name }]) => name);
  const lines = algorithms.map(
    (name, i): PlotSeries => ({
      ...{ kind: 'line', name: name === algorithm ? say`${name}, this lesson` : name, dash: name !== algorithm },
      hue: hues[name],
      points: sizes.map((x, j) => ({ x, y: at[j]![i]![1].seconds })),
    }),
  );
  const own = timesOf(setup, operation, bytes).map(([{ algorithm: name }, { seconds }]) => ({
    ...{ x: bytes, y: seconds, say: say`${name}: ${inBytes(bytes)} in ${inSeconds(seconds)}` },
  }));
  return {
    data: {
      name: say`Time of an ${operation} over the size of the vector, by algorithm`,
      ...{ x: { label: say`bytes`, log: true }, y: { label: say`seconds`, log: true }, at: bytes },
      series: [...lines, { kind: 'dots', name: say`at ${inBytes(bytes)}`, big: true, hue: 3, points: own }],
    },
    table: {
      columns: [say`bytes`, ...algorithms.map((name) => `${name}, seconds`)],
      rows: sizes.map((size, j) => [size, ...at[j]!.map(([, { seconds }]) => seconds)]),
    },
  };
}
