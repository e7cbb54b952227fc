import type { GrowthValues } from './growth-keys';

type Published = Pick<GrowthValues, 'quantities' | 'limits'> & { readonly from: number };

const memoryWall = 'Gholami et al. 2024, AI and Memory Wall, arXiv 2403.14123';
const dataMovement =
  'Epoch AI 2024, Data movement bottlenecks to large-scale model training (its paper, arXiv 2411.01137, says about 1e28 and 1e31)';

/** Published rates with where each stands. */
export const publishedGrowth = {
  'training-compute': {
    from: 2023,
    quantities: [
      {
        ...{ name: 'training compute', start: 2e25, times: 4, unit: 'FLOP' },
        source:
          'Epoch AI 2024, Can AI scaling continue through 2030?: 4 times a year; start: GPT-4, of which it calls 2e29 FLOP 10,000 times',
      },
    ],
    limits: [
      {
        ...{ name: 'data movement', quantity: 'training compute', at: 2e28 },
        source: `${dataMovement}: beyond 2e28 FLOP chips wait for data`,
      },
      {
        ...{ name: 'power by 2030', quantity: 'training compute', at: 2e29 },
        source: 'Epoch AI 2024, Can AI scaling continue through 2030?: 2e29 FLOP in 2030, power the closest limit',
      },
      {
        ...{ name: 'latency wall', quantity: 'training compute', at: 2e31 },
        source: `${dataMovement}: 2e31 FLOP, whatever the number of chips`,
      },
    ],
  },
  'memory-wall': {
    from: 2018,
    quantities: [
      { name: 'training compute', times: 750, years: 2, source: `${memoryWall}, figure 1: Transformers` },
      {
        ...{ name: 'training memory', start: 5.44e9, times: 410, years: 2, unit: 'bytes' },
        source: `${memoryWall}, figure 2: parameters; start: BERT large, 340 million (arXiv 1810.04805), 16 bytes each (arXiv 1910.02054)`,
      },
      { name: 'peak FLOPS', times: 3, years: 2, source: `${memoryWall}, abstract` },
      {
        ...{ name: 'device memory', start: 32e9, times: 2, years: 2, unit: 'bytes' },
        source: `${memoryWall}, section 2; start: NVIDIA V100, 32 GB`,
      },
      { name: 'memory bandwidth', times: 1.6, years: 2, source: `${memoryWall}, abstract` },
      { name: 'interconnect', times: 1.4, years: 2, source: `${memoryWall}, abstract` },
    ],
    limits: [{ name: 'one device', quantity: 'training memory', of: 'device memory' }],
  },
} as const satisfies Readonly<Record<string, Published>>;
