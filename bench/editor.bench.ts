import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { TestLanguageClient } from '../test/support/language-client';
import { sharedFile } from '../test/support/shared';
import { spread, spreadOf } from './measure';
import type { Row } from './row';

export const name = 'What an author waits for';

/** How long the server lets a text rest before it checks it, for a client that cannot pull. */
const debounce = 150;

export async function run(): Promise<Row[]> {
  const activations = Array.from({ length: 15 }, activate);
  const activation = spreadOf(activations.map(({ wall }) => wall));
  const processor = spreadOf(activations.map(({ processor }) => processor));
  const edits = spreadOf(await recheck());
  return [
    {
      name: 'activate: load and run',
      value: activation.median,
      unit: 'ms',
      note: `${spread(activation)}; of processor time ${processor.median.toFixed(1)} ms; aim: 50`,
    },
    {
      name: 'one edited fence, after the debounce',
      value: edits.median,
      unit: 'ms',
      note: `${spread(edits)}; aim: 100`,
    },
  ];
}

/**
 * Milliseconds, by the clock and of processor time, to load `dist/extension.js` and to return from `activate`, in a
 * fresh process with VS Code's API faked.
 */
function activate(): { readonly wall: number; readonly processor: number } {
  const script = `
    const Module = require('node:module');
    // Anything at all: a function, a class to construct or to extend, a value with any property.
    const any = () => {
      const anything = new Proxy(class {}, {
        get: (target, key) => (key === 'prototype' ? target.prototype : key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : any()),
        apply: any,
        construct: (target, _, asked) => (asked === anything ? any() : Reflect.construct(target, [], asked)),
      });
      return anything;
    };
    // Bundles copy a module's own names; what it inherits they inherit, so every name is there.
    const vscode = Object.create(any());
    const load = Module._load;
    Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
    const start = performance.now();
    const cpu = process.cpuUsage();
    const extension = require(${JSON.stringify(resolve('dist/extension.js'))});
    extension.activate({ subscriptions: [], extensionUri: any(), asAbsolutePath: (path) => path, globalState: any(), workspaceState: any() });
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    console.log(wall + ' ' + (user + system) / 1000);
    process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const [wall = 0, processor = 0] = stdout.split(' ').map(Number);
  if (!(wall > 0)) throw new Error(`activation failed: ${stderr.slice(-500)}`);
  return { wall, processor };
}

/** A course open in the server; one fence is broken and mended in turn, and the answer is awaited each time. */
async function recheck(): Promise<number[]> {
  const file = sharedFile('corpus/courses/streamlit-scroller.md') ?? resolve('samples/course/mixture-of-experts.md');
  const course = readFileSync(file, 'utf8');
  const uri = 'untitled:/course.md';
  const client = await TestLanguageClient.start();
  const times: number[] = [];
  try {
    await client.open(uri, course);
    const errors = (await client.pushed(uri, () => true)).length;
    for (let version = 2; version < 22; version++) {
      const broken = version % 2 === 0;
      const fence = [
        '\n\n```mermaid',
        'flowchart TD',
        `  A${version}[Latent ${broken ? '(MLA)' : 'MLA'}]`,
        '```\n',
      ].join('\n');
      const start = performance.now();
      await client.change(uri, version, course + fence);
      await client.pushed(uri, (found) => found.length === errors + (broken ? 1 : 0));
      times.push(performance.now() - start - debounce);
    }
  } finally {
    await client.stop();
  }
  return times.slice(4);
}
