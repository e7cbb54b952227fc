import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HumanError } from './human-error';
import { readBytes } from './read-bytes';

const mostBytes = 16 * 2 ** 20;
const month = 30 * 24 * 3600 * 1000;

/** Values by name out of a file of the cache folder; none where it is damaged or not there. */
export function readRemembered(file: string): Record<string, unknown> {
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
export function writeRemembered(file: string, known: ReadonlyMap<string, unknown>): void {
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
    if (/^(?:verdicts|demos)-/.test(name) && statSync(path).mtimeMs < Date.now() - month) unlinkSync(path);
  }
}

export const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('base64url');
