import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row';

export const name = 'Sizes of what ships';

/** The bundles in `dist/`, and the packaged extension where one was packaged. */
export async function run(): Promise<Row[]> {
  const kilobytes = (...files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000;
  const media = readdirSync('dist/media', { recursive: true, encoding: 'utf8' }).map((file) =>
    join('dist/media', file),
  );
  const mermaid = readdirSync('dist/mermaid').map((file) => join('dist/mermaid', file));
  const client = ['dist/extension.js', 'dist/client.js'];
  const rows: Row[] = [
    { name: 'extension + language client', value: kilobytes(...client), unit: 'kB', note: 'aim: 600' },
    { name: 'extension alone, loaded at activation', value: kilobytes('dist/extension.js'), unit: 'kB' },
    { name: 'language server', value: kilobytes('dist/server.js'), unit: 'kB' },
    {
      name: 'Mermaid for parsing',
      value: kilobytes('dist/mermaid-worker.mjs', ...mermaid),
      unit: 'kB',
      note: 'loaded at the first diagram',
    },
    { name: 'MathJax', value: kilobytes('dist/mathjax.js'), unit: 'kB', note: 'loaded at the first formula' },
    {
      name: 'panel, all chunks',
      value: kilobytes(...media),
      unit: 'kB',
      note: 'Mermaid and its layouts load when drawn',
    },
  ];
  const vsix = 'artifacts/coursewright.vsix';
  if (existsSync(vsix)) rows.push({ name: 'VSIX', value: kilobytes(vsix), unit: 'kB', note: 'aim: 5000' });
  return rows;
}
