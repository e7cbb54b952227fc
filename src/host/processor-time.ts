/**
 * Begins to measure: how long this thread has worked since, in milliseconds. A thread of this Node cannot know its own share
 * of the processor, but it had at most what the whole program had, and at most the time by the clock: the smaller of the
 * two is told, so that on a machine that others keep busy nothing seems slow for that.
 */
export function processorTime(): () => number {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.min(performance.now() - start, (user + system) / 1000);
  };
}
