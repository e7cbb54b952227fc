import type { ModelSizeSetup } from '../../../src/core/demos/model-size/model-size-setup';
import { say } from '../../../src/core/l10n/say';
import { countParameters } from '../../../src/core/reference/model-size/count-parameters';
import { heldBytes } from '../../../src/core/reference/model-size/training-memory';
import type { Table } from '../demo-view';
import type { Bar } from '../parts/bars';
import { inWords } from '../parts/in-words';
import { inBytes, inCount } from '../parts/units';

/** Bars and the numbers behind them. */
export interface BarsWithTable {
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly table: Table;
}

/** Where the weights of a model are, and how many of each part are at work for a token. */
export function weightBars({ shape }: ModelSizeSetup): BarsWithTable {
  const { parts, total } = countParameters(shape);
  const { experts } = shape;
  const routed = experts ? (parts.experts * experts.chosen) / experts.count : 0;
  const atRest = say`experts at rest`;
  const rows = [
    [say`embedding`, parts.embedding + parts.positions],
    [say`attention`, parts.attention],
    [experts ? say`dense layers` : say`feed-forward`, parts.dense],
    [say`shared experts`, parts.shared],
    [say`experts at work`, routed],
    [atRest, parts.experts - routed],
    [say`routers`, parts.router],
    [say`norms`, parts.norms],
    [say`head`, parts.head],
  ] as const;
  const shown = rows.filter(([, value]) => value > 0);
  return {
    name: say`Parameters by what they are for`,
    bars: shown.map(([name, value]) => ({ name, value, text: inCount(value), ours: name !== atRest })),
    table: {
      columns: [say`part`, say`parameters`, say`share`],
      rows: shown.map(([name, value]) => [name, value, `${inWords((100 * value) / total, 3)}%`]),
    },
  };
}

/** What one device holds, split as the lesson says, beside what it would hold with other splits. */
export function memoryBars({ shape, bytes, devices, stage }: ModelSizeSetup): BarsWithTable {
  const { total } = countParameters(shape);
  const held = heldBytes(total, bytes, devices, stage);
  const together = say`together`;
  const rows = [
    [say`weights`, held.weights],
    [say`gradients`, held.gradients],
    [say`optimiser`, held.optimizer],
    [together, held.total],
  ] as const;
  return {
    name: say`Bytes that a device holds`,
    bars: rows.map(([name, value]) => ({ name, value, text: inBytes(value), ours: name === together })),
    table: { columns: [say`part`, say`bytes`], rows },
  };
}
