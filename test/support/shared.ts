import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of reference courses and data beside the checkout, or undefined where it is absent. */
export const sharedFolder: string | undefined = [process.env.COURSEWRIGHT_SHARED, resolve('../shared')].find(
  (folder): folder is string => folder !== undefined && existsSync(folder),
);

/** The path of a shared file, or undefined where it is absent; tests then skip and say so. */
export function sharedFile(path: string): string | undefined {
  if (!sharedFolder) return undefined;
  const file = resolve(sharedFolder, path);
  return existsSync(file) ? file : undefined;
}

/** Skips the running test, or in a hook every test of its suite, for want of a shared file; the report says so. */
export function skipWithoutShared(context: Mocha.Context): never {
  const running: Mocha.Runnable & { readonly type?: string } = context.runnable();
  const skipped = running.type === 'hook' ? (running.parent ?? running) : running;
  Object.assign(skipped, { skipped: 'reference data absent' });
  return context.skip();
}
