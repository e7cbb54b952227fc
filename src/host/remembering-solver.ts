import type { CheckedDemo } from '../core/demos/check-demo';
import type { DemoSolver } from '../core/demos/demo-solver';
import { readDemo } from '../core/demos/read-demo';
import { filesOf } from '../core/demos/run-demo';
import type { DemoCache } from './demo-cache';

/** What a run has to take for its answer to be kept, in milliseconds. */
const longEnough = 100;

/**
 * A solver that asks another one only for what the cache does not know: what is wrong with a demo and what became of its
 * claims, without its results, which may be large, but for those that were asked for by name. A demo that reads a file, or a model, is run every time.
 */
export function rememberingSolver(solver: DemoSolver, cache: DemoCache): DemoSolver {
  return {
    async check(job, cancellation) {
      const key = [job.kind, job.text, ...(job.only ?? [])].join('\n');
      const known = cache.get(key);
      if (known) return { results: null, ...known };
      const start = performance.now();
      const checked = await solver.check(job, cancellation);
      const demo = readDemo(job.kind, job.text);
      const stands = filesOf(demo).length === 0 && !('model' in demo.values) && job.kind !== 'transformer';
      if (checked?.results && stands && performance.now() - start >= longEnough)
        cache.set(key, job.only ? checked : withoutResults(checked));
      return checked;
    },
    glance: (job, asked) => solver.glance(job, asked),
    async dispose() {
      cache.save();
      await solver.dispose();
    },
  };
}

const withoutResults = ({ expectations, problems }: CheckedDemo): Omit<CheckedDemo, 'results'> => ({
  expectations,
  problems,
});
