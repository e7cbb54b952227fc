import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedDemo } from '../core/demos/check-demo';
import { digest, readRemembered, writeRemembered } from './remembered-file';

/** Results are kept only where few were asked for. */
type Answer = Omit<CheckedDemo, 'results'> & Partial<Pick<CheckedDemo, 'results'>>;

/** What became of demos, kept beyond a run: by the demo's kind and text, for one build of the worker that runs them. */
export interface DemoCache {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
  /** Writes what is new. Where that is not possible the next run computes again, and nobody need know. */
  save(): void;
}

/** The most that is kept; what was asked for longest ago goes first. */
const most = 500;
/** The longest answer that is kept, in characters of JSON. */
const longest = 20_000;

export function openDemoCache(folder: string, workerScript: string): DemoCache {
  const file = join(folder, `demos-${digest(readFileSync(workerScript)).slice(0, 16)}.json`);
  const known = new Map(Object.entries(readRemembered(file)).filter(([, one]) => isAnswer(one))) as Map<string, Answer>;
  let changed = false;
  return {
    get(key) {
      const hash = digest(key);
      const answer = known.get(hash);
      if (!answer) return undefined;
      known.delete(hash);
      known.set(hash, answer);
      return answer;
    },
    set(key, answer) {
      if (JSON.stringify(answer).length > longest) return;
      known.set(digest(key), answer);
      changed = true;
    },
    save() {
      if (!changed) return;
      for (const key of known.keys()) {
        if (known.size <= most) break;
        known.delete(key);
      }
      writeRemembered(file, known);
      changed = false;
    },
  };
}

/** Whether a value out of a file is an answer; of another shape it was not written by us. */
function isAnswer(value: unknown): value is Answer {
  if (typeof value !== 'object' || value === null) return false;
  const { expectations, problems } = value as Record<string, unknown>;
  return Array.isArray(expectations) && Array.isArray(problems);
}
