import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Verdict } from '../core/mermaid/judge';
import { HumanError } from './human-error';
import { readBytes } from './read-bytes';

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
const mostBytes = 16 * 2 ** 20;
const month = 30 * 24 * 3600 * 1000;

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
      writeVerdicts(file, known);
      changed = false;
    },
  };
}

function readVerdicts(file: string): Map<string, Verdict> {
  try {
    const text = readBytes(file, mostBytes).toString();
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== digest(body)) return new Map();
    return new Map(Object.entries(JSON.parse(body) as Record<string, Verdict>).filter(([, one]) => isVerdict(one)));
  } catch (error) {
    if (error instanceof HumanError || error instanceof SyntaxError) return new Map();
    throw error;
  }
}

function writeVerdicts(file: string, known: ReadonlyMap<string, Verdict>): void {
  const body = JSON.stringify(Object.fromEntries(known));
  const beside = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(beside, `${digest(body)}\n${body}`, { flag: 'wx', mode: 0o600 });
    renameSync(beside, file);
    forgetOthers(dirname(file));
  } catch {
    // A full disk or a folder without rights costs the next run its time, and nobody anything else. What was begun is
    // cleared away with what is old.
  }
}

/** What no build has written for a month, and what a killed run left, is of no use any more. */
function forgetOthers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith('verdicts-') && statSync(path).mtimeMs < Date.now() - month) unlinkSync(path);
  }
}

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64url');

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
