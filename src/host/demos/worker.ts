import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { DemoChecker } from '../../core/demos/demo-checker';
import { demoHost } from '../../core/demos/demo-host';
import type { DemoJob } from '../../core/demos/demo-solver';
import { readDemo } from '../../core/demos/read-demo';
import { picked } from '../../core/demos/result';
import { diskModels } from '../disk-models';
import type { ToDemoWorker } from './messages';

// The thread that runs demos: one at a time, politely enough to hear that nobody waits any more.
const checker = new DemoChecker();
const models = diskModels(join(__dirname, '..', 'media', 'models'));
const withdrawn = new Set<number>();

async function run(id: number, { kind, text, data, only }: DemoJob): Promise<void> {
  const cancellation = {
    get aborted() {
      return withdrawn.has(id);
    },
  };
  const host = demoHost(data, models, () => setImmediate());
  try {
    const checked = await checker.check(readDemo(kind, text), host, cancellation);
    const results = checked?.results && only ? picked(checked.results, only) : checked?.results;
    parentPort!.postMessage({ id, checked: checked && { ...checked, results } });
  } catch (error) {
    parentPort!.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
  withdrawn.delete(id);
}

parentPort!.on('message', (message: ToDemoWorker) => {
  if ('withdraw' in message) withdrawn.add(message.withdraw);
  else void run(message.id, message.job);
});
