import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../../tools/support/paths.mjs';

/** Keeps what a program wrote, in `artifacts/logs`, for whoever looks into a failure. */
export function keepLog(name: string, text: string): void {
  const folder = join(artifacts, 'logs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.log`), text);
}
