import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { DemoChecker } from '../../core/demos/demo-checker';
import { DataRefused } from '../../core/demos/demo-definition';
import { demoHost } from '../../core/demos/demo-host';
import type { DemoJob } from '../../core/demos/demo-solver';
import { readDemo } from '../../core/demos/read-demo';
import { diskModels } from '../disk-models';
import { HumanError } from '../human-error';
import { isInside } from '../is-inside';
import { readBytes } from '../read-bytes';
import { decodeSource } from '../read-source';
import { realPath } from '../real-path';
import type { ToDemoWorker } from './messages';

// The thread that runs demos: one at a time, politely enough to hear that nobody waits any more.
const checker = new DemoChecker();
const models = diskModels(join(__dirname, '..', 'media', 'models'));
const withdrawn = new Set<number>();

/** Reads data of the course alone: what it holds may be quoted to the reader, so no link leads out of the course. */
const reads = (root: string, maxSize: number) => async (uri: string) => {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = realPath(URI.parse(uri).fsPath);
    if (!isInside(path, realPath(URI.parse(root).fsPath))) throw new DataRefused('leads outside the course');
    return { uri, text: readData(path, maxSize), version: 0 };
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
};

/** The text of a data file; throws {@link DataRefused} for what is none. */
function readData(path: string, maxSize: number): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new HumanError(`${path}: no such file`);
  if (!stats.isFile()) throw new DataRefused('is no regular file');
  if (stats.size > maxSize) throw new DataRefused(`is larger than ${maxSize / 2 ** 20} MB`);
  const bytes = readBytes(path, maxSize);
  const marks = bytes.length < 2 ? 0 : bytes[0]! * 256 + bytes[1]!;
  if (marks === 0xfffe || marks === 0xfeff) throw new DataRefused('is UTF-16 text: save it as UTF-8');
  if (bytes.subarray(0, 4096).includes(0)) throw new DataRefused('is no UTF-8 text: it holds bytes that no table has');
  try {
    return decodeSource(bytes, path).text;
  } catch (error) {
    if (error instanceof HumanError) throw new DataRefused('is no UTF-8 text: save it as UTF-8');
    throw error;
  }
}

async function run(id: number, { kind, text, lesson, root, maxFileSize }: DemoJob): Promise<void> {
  const cancellation = {
    get aborted() {
      return withdrawn.has(id);
    },
  };
  const host = demoHost(lesson, { read: reads(root, maxFileSize) }, root, models, () => setImmediate());
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
