import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { DemoChecker } from '../../core/demos/demo-checker';
import { demoHost } from '../../core/demos/demo-host';
import type { DemoJob } from '../../core/demos/demo-solver';
import type { LanguageModel } from '../../core/demos/model/language-model';
import { readModel } from '../../core/demos/model/model-file';
import { readDemo } from '../../core/demos/read-demo';
import { getOrSet } from '../../core/get-or-set';
import { readSource } from '../read-source';
import type { ToDemoWorker } from './messages';

// The thread that runs demos: one at a time, politely enough to hear that nobody waits any more.
const checker = new DemoChecker();
const models = new Map<string, Promise<LanguageModel>>();
const withdrawn = new Set<number>();

const load = (name: string): Promise<LanguageModel> =>
  getOrSet(models, name, async () => {
    const file = join(__dirname, '..', 'media', 'models', `${name}.json`);
    return readModel((await readSource(file)).text);
  });

const read = async (uri: string) => {
  const text = await readSource(URI.parse(uri).fsPath).then(
    (source) => source.text,
    () => undefined,
  );
  return text === undefined ? undefined : { uri, text, version: 0 };
};

async function run(id: number, { kind, text, lesson, root }: DemoJob): Promise<void> {
  const cancellation = {
    get aborted() {
      return withdrawn.has(id);
    },
  };
  const host = demoHost(lesson, { read }, root, { load }, () => setImmediate());
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
