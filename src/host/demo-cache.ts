import { join } from 'node:path';
import type { CheckedDemo } from '../core/demos/check-demo';
import { buildOf, openRemembered, type Remembered } from './remembered-file';

/** What became of demos, kept beyond a run: by the demo's kind and text, for one build of the worker that runs them. */
export type DemoCache = Remembered<CheckedDemo>;

/** The longest answer that is kept, in characters of JSON. */
const longest = 20_000;

export const openDemoCache = (folder: string, workerScript: string): DemoCache =>
  openRemembered(join(folder, `demos-${buildOf(workerScript)}.json`), {
    most: 500,
    isWorthKeeping: (answer) => JSON.stringify(answer).length <= longest,
    isValue: isAnswer,
  });

/** Whether a value out of a file is an answer; of another shape it was not written by us. */
function isAnswer(value: unknown): value is CheckedDemo {
  if (typeof value !== 'object' || value === null) return false;
  const { results, expectations, problems } = value as Record<string, unknown>;
  return typeof results === 'object' && Array.isArray(expectations) && Array.isArray(problems);
}
