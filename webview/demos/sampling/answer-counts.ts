import type { SamplingSetup } from '../../../src/core/demos/sampling/sampling-setup';

const points = 48;

/** Numbers of answers to draw the curves at, in about equal ratios: to all that were drawn, and somewhat beyond k. */
export function countsUpTo({ tasks, k }: SamplingSetup): number[] {
  const drawn = tasks.reduce((least, task) => Math.min(least, task.drawn), 1000);
  const most = Math.max(16, drawn, 2 * k);
  const counts = Array.from({ length: points }, (_, i) => Math.round(most ** (i / (points - 1))));
  return [...new Set([...counts, drawn, k])].sort((a, b) => a - b);
}
