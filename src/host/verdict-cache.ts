import { join } from 'node:path';
import type { Verdict } from '../core/mermaid/judge';
import { buildOf, openRemembered, type Remembered } from './remembered-file';

/** Verdicts on diagrams, kept beyond a run: by the text of the diagram, for one build of the judge. */
export type VerdictCache = Remembered<Verdict>;

/** The verdicts kept in a folder for the judge that a worker script runs. */
export function openVerdictCache(folder: string, version: string, workerScript: string): VerdictCache {
  const remembered = openRemembered(join(folder, `verdicts-${version}-${buildOf(workerScript)}.json`), {
    most: 20_000,
    // What takes too long takes so on this machine, today.
    isWorthKeeping: ({ kind }) => kind !== 'too-slow',
    isValue: isVerdict,
  });
  return {
    get size() {
      return remembered.size;
    },
    get(text) {
      const verdict = remembered.get(text);
      return verdict && fits(verdict, text) ? verdict : undefined;
    },
    set: remembered.set,
    save: remembered.save,
  };
}

/** Whether a value out of a file is a verdict; of another shape it was not written by us. */
function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, type, message, token, reached, expected } = value as Record<string, unknown>;
  if (kind === 'good') return typeof type === 'string';
  return (
    kind === 'broken' &&
    (type === undefined || typeof type === 'string') &&
    typeof message === 'string' &&
    (token === undefined || isToken(token)) &&
    (reached === undefined || isOffset(reached)) &&
    (expected === undefined || (Array.isArray(expected) && expected.every((name) => typeof name === 'string')))
  );
}

function isToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end, name } = value as Record<string, unknown>;
  return isOffset(start) && isOffset(end) && start <= end && (name === undefined || typeof name === 'string');
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** Whether what a verdict speaks of lies inside the text. */
const fits = (verdict: Verdict, text: string): boolean =>
  verdict.kind !== 'broken' || Math.max(verdict.token?.end ?? 0, verdict.reached ?? 0) <= text.length;
