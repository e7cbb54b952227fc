import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HumanError } from './human-error';
import { readBytes } from './read-bytes';

const mostBytes = 16 * 2 ** 20;
const month = 30 * 24 * 3600 * 1000;

/** Values that outlive a run, each by the text that it was worked out from. */
export interface Remembered<T> {
  /** How many it knows. */
  readonly size: number;
  get(text: string): T | undefined;
  set(text: string, value: T): void;
  /** Writes what is new. Where that is not possible the next run works it out again, and nobody need know. */
  save(): void;
}

export interface Keeping<T> {
  /** The most that is kept; what was asked for longest ago goes first. */
  readonly most: number;
  /** What is worth keeping; everything unless it is said. */
  readonly isWorthKeeping?: (value: T) => boolean;
  /** Whether a value out of the file is one of ours. */
  readonly isValue: (value: unknown) => value is T;
}

/** The values kept in a file of the cache folder. What is damaged, foreign or of another shape is taken for nothing. */
export function openRemembered<T>(file: string, { most, isWorthKeeping, isValue }: Keeping<T>): Remembered<T> {
  const known = new Map<string, T>();
  for (const [key, value] of Object.entries(readValues(file))) if (isValue(value)) known.set(key, value);
  let changed = false;
  return {
    get size() {
      return known.size;
    },
    get(text) {
      const key = digest(text);
      const value = known.get(key);
      if (value === undefined) return undefined;
      known.delete(key);
      known.set(key, value);
      return value;
    },
    set(text, value) {
      if (isWorthKeeping && !isWorthKeeping(value)) return;
      known.set(digest(text), value);
      changed = true;
    },
    save() {
      if (!changed) return;
      for (const key of known.keys()) {
        if (known.size <= most) break;
        known.delete(key);
      }
      writeValues(file, known);
      changed = false;
    },
  };
}

/** Which build of a worker a file of values belongs to: the script names its parts by what they hold. */
export const buildOf = (workerScript: string): string => digest(readFileSync(workerScript)).slice(0, 16);

/** Values by name out of a file; none where it is damaged or not there. */
function readValues(file: string): Record<string, unknown> {
  try {
    const text = readBytes(file, mostBytes).toString();
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === digest(body) ? (JSON.parse(body) as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof HumanError || error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Writes them for the next run, in one step. */
function writeValues(file: string, known: ReadonlyMap<string, unknown>): void {
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
    if (/^(?:verdicts|demos|formulas)-/.test(name) && statSync(path).mtimeMs < Date.now() - month) unlinkSync(path);
  }
}

export const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64url');
