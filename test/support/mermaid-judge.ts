import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMermaidJudge, type MermaidJudgeOptions } from '../../src/host/mermaid-judge';

const script = resolve('dist/mermaid-worker.mjs');

/** The judge as it is shipped, over a worker built from the present source; built anew only when the source is newer. */
export async function mermaidJudge(options: Partial<MermaidJudgeOptions> = {}) {
  await builtWorker();
  return createMermaidJudge({ workerScript: script, version: '12.3.0', ...options });
}

async function builtWorker(): Promise<void> {
  const folder = 'src/host/mermaid';
  const sources = readdirSync(folder).map((file) => `${folder}/${file}`);
  sources.push('esbuild.mjs', 'node_modules/mermaid/package.json');
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs));
  if (existsSync(script) && statSync(script).mtimeMs > newest) return;
  const { build } = (await import(new URL('../../esbuild.mjs', import.meta.url).href)) as {
    build(names: string[]): Promise<void>;
  };
  await build(['mermaid-worker']);
}
