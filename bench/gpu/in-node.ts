// node in-node.mjs <module of Dawn's bindings> <what to measure> <runs>: the rows as JSON in the last line.
import { pathToFileURL } from 'node:url';
import { measure } from './in-page';

interface Dawn {
  create(flags: readonly string[]): GPU;
  readonly globals: object;
}

const [, , module, grep = '', runs = '10'] = process.argv;
const { create, globals } = (await import(pathToFileURL(module!).href)) as Dawn;
Object.assign(globalThis, globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });
const rows = await measure({ peers: null, grep, runs: Number(runs) });
process.stdout.write(`\n${JSON.stringify(rows)}\n`, () => process.exit(0));
