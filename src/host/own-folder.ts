import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder that came with this program: beside it in the npm package, beside its folder in the extension. */
export function ownFolder(...names: readonly string[]): string {
  const beside = join(__dirname, ...names);
  return existsSync(beside) ? beside : join(__dirname, '..', ...names);
}
