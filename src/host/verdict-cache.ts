import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../core/mermaid/judge';
import { digest, readRemembered, writeRemembered } from './remembered-file';

/** Verdicts that outlive a run: by the text of the diagram, for one build of the judge. */
export interface VerdictCache {
  /** How many it knows. */
  readonly size: number;
  get(text: string): Verdict | undefined;
  set(text: string, verdict: Verdict): void;
  /** Writes what is new. Where that is not possible the next run judges again, and nobody need know. */
  save(): void;
}

/** The most that is kept; what was asked for longest ago goes first. */
const most = 20_000;

/**
 * The verdicts kept in a folder for the judge that a worker script runs. What is damaged, not ours or of another build
 * is taken for nothing.
 */
export function openVerdictCache(folder: string, version: string, workerScript: string): VerdictCache {
  // The script names its parts by what they hold: another build has another name.
  const build = digest(readFileSync(workerScript)).slice(0, 16);
  const file = join(folder, `verdicts-${version}-${build}.json`);
  const known = readVerdicts(file);
  let changed = false;
  return {
    get size() {
      return known.size;
    },
    get(text) {
      const key = digest(text);
      const verdict = known.get(key);
      if (!verdict || !fits(verdict, text)) return undefined;
      known.delete(key);
      known.set(key, verdict);
      return verdict;
    },
    set(text, verdict) {
      // What takes too long takes so on this machine, today.
      if (verdict.kind === 'too-slow') return;
      known.set(digest(text), verdict);
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

const readVerdicts = (file: string): Map<string, Verdict> =>
  new Map(Object.entries(readRemembered(file) as Record<string, Verdict>).filter(([, one]) => isVerdict(one)));

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
