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
  const activation = spreadOf(Array.from({ length: 15 }, activate));
  const edits = spreadOf(await recheck());
  return [
    { name: 'activate: load and run', value: activation.median, unit: 'ms', note: `${spread(activation)}; aim: 50` },
    {
      name: 'one edited fence, after the debounce',
      value: edits.median,
      unit: 'ms',
      note: `${spread(edits)}; aim: 100`,
    },
  ];
}

/** Milliseconds to load `dist/extension.js` and to return from `activate`, in a fresh process with VS Code's API faked. */
function activate(): number {
  const script = `
    const Module = require('node:module');
    const any = () => new Proxy(function () {}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' ? undefined : any()), apply: any, construct: any });
    const names = 'Uri window workspace commands languages extensions env ViewColumn Range Position ThemeColor'.split(' ');
    const vscode = Object.fromEntries(names.map((name) => [name, any()]));
    const load = Module._load;
    Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));
    const start = performance.now();
    const extension = require(${JSON.stringify(resolve('dist/extension.js'))});
    extension.activate({ subscriptions: [], extensionUri: any(), asAbsolutePath: (path) => path });
    console.log(performance.now() - start);
    process.exit(0);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const milliseconds = Number(stdout);
  if (!(milliseconds > 0)) throw new Error(`activation failed: ${stderr.slice(-500)}`);
  return milliseconds;
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
