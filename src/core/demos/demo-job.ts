import type { DataFile } from '../workspace';
import type { Demo } from './demo';
import type { DemoJob } from './demo-solver';
import { filesOf } from './run-demo';

/** A demo as it is run, with the data files that it names, as the asker has them now: an editor's text, or the disk's. */
export async function demoJob(demo: Demo, readData: (path: string) => Promise<DataFile | undefined>): Promise<DemoJob> {
  const files = await Promise.all(filesOf(demo).map(async (path) => [path, await readData(path)] as const));
  const data = Object.fromEntries(files.flatMap(([path, file]) => (file ? [[path, file]] : [])));
  return { kind: demo.kind, text: demo.text, data };
}
