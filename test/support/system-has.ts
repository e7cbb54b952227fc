import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Skips a test, with an allowed reason, where the system lacks what it is about. */
export function skipUnlessSystemHas(context: Mocha.Context, what: string, has: boolean): void {
  if (has) return;
  Object.assign(context.runnable(), { skipped: `this system has no ${what}` });
  context.skip();
}

/** Windows makes links for some users only, and Wine makes some that lead nowhere. */
export function makesLinks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-links-'));
  try {
    writeFileSync(join(folder, 'a'), '');
    symlinkSync('a', join(folder, 'b'));
    return statSync(join(folder, 'b')).isFile();
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const isWindows = process.platform === 'win32';
