// npm test [-- --only <layer>[,<layer>]] [--desktop]: runs every layer of tests; the last line counts them.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from './support/check-node.mjs';
import { ensurePackages } from './support/ensure-packages.mjs';
import { layers } from './support/layers.mjs';
import { main } from './support/main.mjs';
import { artifacts } from './support/paths.mjs';
import { writeReport } from './support/report.mjs';
import { runLayer } from './support/run-layer.mjs';
import { say } from './support/say.mjs';
import { Unavailable } from './support/unavailable.mjs';

await main(async () => {
  checkNode();
  const ci = ['true', '1'].includes(process.env.CI ?? '');
  const { chosen, desktop } = options();
  await ensurePackages();

  /** @type {import('./support/report.mjs').TestResult[]} */
  const tests = [];
  for (const layer of chosen) {
    const started = Date.now();
    say(`${layer.name} …`);
    const run = desktop && layer.name === 'vscode' ? await onDesktop(layer, tests) : layer;
    const results = await runLayer(run, ci);
    tests.push(...results.map((test) => ({ ...test, title: `${layer.name}: ${test.title}` })));
    say(`${layer.name}: ${counts(results)} (${Math.round((Date.now() - started) / 1000)} s)`);
  }

  writeReport(join(artifacts, 'reports', 'all.json'), { tests });
  list('Skipped', 'skipped', tests);
  list('Failed', 'failed', tests);
  console.log(counts(tests));
  return tests.some(({ state }) => state === 'failed') ? 1 : 0;
});

function options() {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', multiple: true, default: [] }, desktop: { type: 'boolean', default: false } },
    });
    const only = values.only.flatMap((names) => names.split(','));
    const known = layers.map(({ name }) => name);
    const unknown = only.find((name) => !known.includes(name));
    if (unknown) throw new Error(`There is no layer ${unknown}; there are ${known.join(', ')}.`);
    const wanted = layers.filter(({ name, apart }) => (only.length === 0 ? !apart : only.includes(name)));
    const chosen = layers.filter((layer) => wanted.includes(layer) || (layer.name === 'build' && wanted.some(isBuilt)));
    return { chosen, desktop: values.desktop };
  } catch (error) {
    const usage = 'Usage: npm test [-- --only <layer>[,<layer>]] [--desktop]';
    throw new Unavailable(`${/** @type {Error} */ (error).message} ${usage}`);
  }
}

/** @param {import('./support/run-layer.mjs').Layer} layer */
function isBuilt({ built = false }) {
  return built;
}

/**
 * The same layer in a desktop VS Code. Where there is none it stays in the served one, and the absence is counted as
 * skipped, in CI too.
 * @param {import('./support/run-layer.mjs').Layer} layer
 * @param {import('./support/report.mjs').TestResult[]} tests
 * @returns {Promise<import('./support/run-layer.mjs').Layer>}
 */
async function onDesktop(layer, tests) {
  // Only now, since it stands on an npm package.
  const { ensureDesktop } = await import('./support/ensure-desktop.mjs');
  try {
    const { wrapper } = await ensureDesktop();
    return { ...layer, command: [...wrapper, ...layer.command, '--desktop'], needs: [] };
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    say(`${error.message} The served VS Code runs the suite instead.`);
    tests.push({ title: 'desktop VS Code', state: 'skipped', message: error.message });
    return layer;
  }
}

/**
 * @param {string} title
 * @param {'failed' | 'skipped'} wanted
 * @param {import('./support/report.mjs').TestResult[]} tests
 */
function list(title, wanted, tests) {
  const some = tests.filter(({ state }) => state === wanted);
  if (some.length === 0) return;
  console.log(`\n${title}:`);
  for (const { title, message } of some) console.log(`  ${title}${message ? ` (${message.split('\n')[0]})` : ''}`);
}

/** @param {import('./support/report.mjs').TestResult[]} tests */
function counts(tests) {
  const count = (/** @type {string} */ wanted) => tests.filter(({ state }) => state === wanted).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}
