import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { DemoChecker } from '../../core/demos/demo-checker';
import { demoHost } from '../../core/demos/demo-host';
import type { DemoJob } from '../../core/demos/demo-solver';
import { readDemo } from '../../core/demos/read-demo';
import { diskModels } from '../disk-models';
import { HumanError } from '../human-error';
import { readSource } from '../read-source';
import type { ToDemoWorker } from './messages';

// The thread that runs demos: one at a time, politely enough to hear that nobody waits any more.
const checker = new DemoChecker();
const models = diskModels(join(__dirname, '..', 'media', 'models'));
const withdrawn = new Set<number>();

const reads = (maxSize: number) => async (uri: string) => {
  try {
    return { uri, text: readSource(URI.parse(uri).fsPath, maxSize).text, version: 0 };
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
};

async function run(id: number, { kind, text, lesson, root, maxFileSize }: DemoJob): Promise<void> {
  const cancellation = {
    get aborted() {
      return withdrawn.has(id);
    },
  };
  const host = demoHost(lesson, { read: reads(maxFileSize) }, root, models, () => setImmediate());
  try {
    const checked = await checker.check(readDemo(kind, text), host, cancellation);
    parentPort!.postMessage({ id, checked });
  } catch (error) {
    parentPort!.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
  withdrawn.delete(id);
}

parentPort!.on('message', (message: ToDemoWorker) => {
  if ('withdraw' in message) withdrawn.add(message.withdraw);
  else void run(message.id, message.job);
});
