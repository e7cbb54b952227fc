import { readFileSync } from 'node:fs';
import type { Run } from '../../src/core/reference/scaling/fit-law';
import { sharedFile } from './shared';

const file = sharedFile('data/chinchilla-extracted.csv');

/** The 245 runs read off the published figure, D = C/6N; undefined where the data is absent. */
export const chinchillaRuns: readonly Run[] | undefined = !file
  ? undefined
  : readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const cells = line.split(',');
        const [parameters, compute, loss] = [Number(cells[3]), Number(cells[4]), Number(cells[6])];
        return { parameters, tokens: compute / 6 / parameters, loss };
      });

/** The runs without those of the `count` highest losses. */
export const withoutHighest = (runs: readonly Run[], count: number): Run[] =>
  runs.toSorted((a, b) => b.loss - a.loss).slice(count);
