// Builds dist/. One row an entry: what runs where is said here and nowhere else.
import { rm } from 'node:fs/promises';
import { argv } from 'node:process';
import * as esbuild from 'esbuild';
import packageJson from './package.json' with { type: 'json' };

const mermaidVersion = packageJson.devDependencies.mermaid;

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions} */
const browser = {
  platform: 'browser',
  format: 'iife',
  target: 'chrome120',
  loader: { '.wgsl': 'text' },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
export const entries = {
  extension: { ...node, entryPoints: ['src/extension/extension.ts'], external: ['vscode', './client'] },
  client: { ...node, entryPoints: ['src/extension/client.ts'], external: ['vscode'] },
  server: { ...node, entryPoints: ['src/server/main.ts'] },
  cli: { ...node, entryPoints: ['src/cli/main.ts'], banner: { js: '#!/usr/bin/env node' } },
  panel: { ...browser, entryPoints: ['webview/main.ts'] },
};

const shared = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: {
    COURSEWRIGHT_VERSION: JSON.stringify(packageJson.version),
    MERMAID_VERSION: JSON.stringify(mermaidVersion),
  },
};

/** Builds the named entries, or all of them, into `dist/`. */
export async function build(names = Object.keys(entries)) {
  await Promise.all(names.map((name) => esbuild.build({ ...shared, outfile: `dist/${name}.js`, ...entries[name] })));
}

if (argv[1] && import.meta.filename === argv[1]) {
  const names = argv.slice(2);
  if (names.length === 0) await rm('dist', { recursive: true, force: true });
  await build(names.length > 0 ? names : undefined);
}
