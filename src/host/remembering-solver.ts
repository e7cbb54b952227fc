import type { DemoJob, DemoSolver } from '../core/demos/demo-solver';
import { readDemo } from '../core/demos/read-demo';
import { filesOf } from '../core/demos/run-demo';
import { sourceLanguage, spokenLanguage } from '../core/l10n/say';
import type { DemoCache } from './demo-cache';

/** What a run has to take for its answer to be kept, in milliseconds. */
const longEnough = 100;

/**
 * A solver that asks another one only for what the cache does not know: what is wrong with a demo, what became of its
 * claims, and the results that were asked for. A demo whose answer is large, or that reads a file or a model, is run every
 * time.
 */
export function rememberingSolver(solver: DemoSolver, cache: DemoCache): DemoSolver {
  return {
    async check(job, cancellation) {
      const key = keyOf(job);
      const known = cache.get(key);
      if (known) return known;
      const start = performance.now();
      const checked = await solver.check(job, cancellation);
      const demo = readDemo(job.kind, job.text);
      const stands = filesOf(demo).length === 0 && !('model' in demo.values) && job.kind !== 'transformer';
      if (checked?.results && stands && performance.now() - start >= longEnough) cache.set(key, checked);
      return checked;
    },
    glance: (job, asked) => solver.glance(job, asked),
    async dispose() {
      cache.save();
      await solver.dispose();
    },
  };
}

/** By what an answer is known: another one where other results were asked for, or another language is spoken. */
export const keyOf = ({ kind, text, only }: DemoJob): string => JSON.stringify([kind, text, only, ...foreign()]);

const foreign = () => (spokenLanguage().name === sourceLanguage.name ? [] : [spokenLanguage().name]);
