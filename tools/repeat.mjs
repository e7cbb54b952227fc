// node tools/repeat.mjs [--times 10] [--load 2] [--only vscode,pixels]: runs layers again and again on a busy machine,
// to find tests that pass by luck. For whoever works on them; no part of `npm test`.
import { parseArgs } from 'node:util';
import { checkNode } from './support/check-node.mjs';
import { ensurePackages } from './support/ensure-packages.mjs';
import { layers } from './support/layers.mjs';
import { main } from './support/main.mjs';
import { startGroup } from './support/process-group.mjs';
import { runLayer } from './support/run-layer.mjs';
import { say } from './support/say.mjs';

await main(async () => {
  checkNode();
  const { values } = parseArgs({
    options: {
      times: { type: 'string', default: '10' },
      load: { type: 'string', default: '2' },
      only: { type: 'string', default: 'vscode,pixels' },
    },
  });
  await ensurePackages();
  const chosen = layers.filter(({ name }) => ['build', ...values.only.split(',')].includes(name));
  for (let worker = 0; worker < Number(values.load); worker++) {
    startGroup([process.execPath, '-e', 'for (;;);'], { stdio: 'ignore' });
  }
  /** @type {Map<string, number>} */
  const failures = new Map();
  for (let round = 1; round <= Number(values.times); round++) {
    for (const layer of chosen) {
      const started = Date.now();
      const failed = (await runLayer(layer, true)).filter(({ state }) => state === 'failed');
      say(`round ${round}, ${layer.name}: ${failed.length} failed (${Math.round((Date.now() - started) / 1000)} s)`);
      for (const { title, message } of failed) {
        failures.set(title, (failures.get(title) ?? 0) + 1);
        console.log(`  ${title}\n    ${(message ?? 'no message').trimEnd().replaceAll('\n', '\n    ')}`);
      }
    }
  }
  for (const [title, times] of failures) console.log(`  failed ${times} of ${values.times} times: ${title}`);
  say(failures.size === 0 ? `All passed ${values.times} times under a load of ${values.load}.` : 'Not steady.');
  return failures.size === 0 ? 0 : 1;
});
