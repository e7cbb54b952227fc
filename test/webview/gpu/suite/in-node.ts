// node suite.mjs <module of Dawn's bindings> <grep> <folder of the reference data>: a result a line, then "finished".
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCases, setSharedReader } from './all';

const [, , module, grep = '', shared = ''] = process.argv;

interface Dawn {
  create(flags: readonly string[]): GPU;
  readonly globals: object;
}

const { create, globals } = (await import(pathToFileURL(module!).href)) as Dawn;
Object.assign(globalThis, globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });

setSharedReader(async (path) => {
  const file = join(shared, path);
  return shared && existsSync(file) ? readFile(file, 'utf8') : undefined;
});

const say = (line: string) => new Promise<void>((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
const said: Promise<void>[] = [];
await runCases({ grep, adapterExpected: false, onResult: (result) => said.push(say(JSON.stringify(result))) });
await Promise.all(said);
await say('finished');
// Dawn's threads would keep the process alive.
process.exit(0);
