import { maxViolation } from '../../../src/core/reference/moe/balance';
import { Random } from '../../../src/core/reference/random';

const draws = 16;
const mostPicks = 400_000;

/** MaxVio when every token takes k experts at random, on average: what balancing cannot get below for so few tokens. */
export function noiseFloor(tokens: number, experts: number, k: number): number {
  const times = Math.max(1, Math.min(draws, Math.floor(mostPicks / Math.max(1, tokens * k))));
  const random = new Random(0, 'noise floor');
  let sum = 0;
  for (let draw = 0; draw < times; draw++) {
    const counts = new Int32Array(experts);
    for (let token = 0; token < tokens; token++) pick(counts, experts, k, random);
    sum += maxViolation(counts);
  }
  return sum / times;
}

/** k different experts (Floyd's sampling). */
function pick(counts: Int32Array, experts: number, k: number, random: Random): void {
  const taken = new Set<number>();
  for (let last = experts - k; last < experts; last++) {
    const any = random.below(last + 1);
    const expert = taken.has(any) ? last : any;
    taken.add(expert);
    counts[expert]!++;
  }
}
