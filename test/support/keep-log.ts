import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../../tools/support/paths.mjs';

/** Adds what a program wrote to its log in `artifacts/logs`, for whoever looks into a failure. */
export function keepLog(name: string, text: string): void {
  const folder = join(artifacts, 'logs');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${name}.log`), text);
}
