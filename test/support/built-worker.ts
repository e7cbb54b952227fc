import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Path of a worker as the build makes it, built anew where a source in `folder` is newer. */
export async function builtWorker(entry: string, file: string, folder: string): Promise<string> {
  const script = resolve('dist', file);
  const sources = [...readdirSync(folder).map((name) => `${folder}/${name}`), 'esbuild.mjs', 'package-lock.json'];
  const newest = Math.max(
    ...sources.map((name) => statSync(name)).map((stats) => (stats.isFile() ? stats.mtimeMs : 0)),
  );
  if (existsSync(script) && statSync(script).mtimeMs > newest) return script;
  const { build } = (await import(new URL('../../esbuild.mjs', import.meta.url).href)) as {
    build(names: string[]): Promise<void>;
  };
  await build([entry]);
  return script;
}
