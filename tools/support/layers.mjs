import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureVscode } from './ensure-vscode.mjs';
import { requireWine } from './ensure-windows.mjs';
import { root } from './paths.mjs';

const node = process.execPath;
const modules = join(root, 'node_modules');
const reporter = join(root, 'tools', 'support', 'mocha-reporter.mjs');

/** @param {string[]} args */
const script = (...args) => [node, '--import', 'tsx', ...args];

/**
 * Mocha on all of this, for code that runs in plain Node.
 * @param {string[]} args
 */
const mocha = (...args) =>
  script(join(modules, 'mocha', 'bin', 'mocha.js'), '--forbid-only', '--reporter', reporter, ...args);

/**
 * The layers of `npm test`, in the order in which they run: what is cheap and likely to fail comes first.
 * @type {import('./run-layer.mjs').Layer[]}
 */
export const layers = [
  { name: 'types', command: [node, join(modules, 'typescript', 'bin', 'tsc'), '-b'] },
  { name: 'lint', command: [node, join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'] },
  { name: 'build', command: [node, join(root, 'esbuild.mjs')] },
  {
    name: 'unit',
    built: true,
    command: mocha('test/**/*.test.ts', '--ignore', 'test/{server,page,vscode,pixels,windows}/**'),
    reports: true,
  },
  {
    name: 'kernels',
    command: script(join(root, 'test', 'webview', 'gpu', 'run.ts')),
    reports: true,
    needs: [ensureBrowser],
  },
  {
    name: 'page',
    built: true,
    command: mocha('--reporter-option', 'each=true', '--timeout', '120000', 'test/page/**/*.test.ts'),
    reports: true,
    needs: [ensureBrowser],
  },
  {
    name: 'server',
    built: true,
    command: mocha('--reporter-option', 'each=true', 'test/server/**/*.test.ts'),
    reports: true,
  },
  {
    name: 'vscode',
    built: true,
    command: script(join(root, 'test', 'vscode', 'run.ts')),
    reports: true,
    needs: [ensureBrowser, ensureVscode],
  },
  {
    name: 'pixels',
    command: mocha('--reporter-option', 'each=true', '--timeout', '480000', 'test/pixels/**/*.test.ts'),
    reports: true,
    needs: [ensureBrowser, ensureVscode],
  },
  {
    name: 'windows-units',
    apart: true,
    built: true,
    command: script(join(root, 'test', 'windows', 'units.ts')),
    reports: true,
    needs: [requireWine],
  },
  {
    name: 'windows-programs',
    apart: true,
    built: true,
    command: mocha('--reporter-option', 'each=true', 'test/windows/**/*.test.ts'),
    reports: true,
    needs: [requireWine],
  },
];
