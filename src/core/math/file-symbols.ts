import type { Fact } from '../course/course';
import { detached } from '../text/detached';
import { formulasOf } from './formulas';

/** How often a file's formulas use each command (`\alpha`) and each letter with an index or exponent (`d_k`). */
export type FileSymbols = ReadonlyMap<string, number>;

const most = 400;
const symbol = /\\[a-zA-Z]+|\p{L}(?:[_^](?:\{[^{}\n]{1,40}\}|\\[a-zA-Z]+|[\p{L}\p{N}*]))+/gu;

/** Kept of every file, so that formulas can be completed with the course's own symbols. */
export const fileSymbols: Fact<FileSymbols> = {
  name: 'symbols',
  of(document) {
    const counts = new Map<string, number>();
    for (const { tex } of formulasOf(document)) {
      for (const [found] of tex.matchAll(symbol)) {
        const count = counts.get(found);
        if (count !== undefined) counts.set(found, count + 1);
        else if (counts.size < most) counts.set(detached(found), 1);
      }
    }
    return counts;
  },
};
