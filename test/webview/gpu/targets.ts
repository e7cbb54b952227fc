import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as esbuild from 'esbuild';
import { openPage } from '../../support/page';
import { sharedFile, sharedFolder } from '../../support/shared';
import { findDawn } from './dawn';
import type { TestResult } from './suite/cases';

export interface Target {
  readonly name: string;
  readonly run: (grep: string, onResult: (result: TestResult) => void) => Promise<void>;
}

/** A case that runs longer than this has hung. */
const patience = 240_000;

export const targets: readonly Target[] = [
  { name: 'Chromium, software adapter', run: (grep, onResult) => inBrowser(grep, onResult, true) },
  { name: 'Chromium, no adapter', run: (grep, onResult) => inBrowser(grep, onResult, false) },
  { name: 'Node, Dawn', run: inNode },
];

const bundle = async (entry: string, options: esbuild.BuildOptions): Promise<string> => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(__dirname, 'suite', entry)],
    bundle: true,
    write: false,
    format: 'esm',
    loader: { '.wgsl': 'text' },
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles![0]!.text;
};

async function inBrowser(grep: string, onResult: (result: TestResult) => void, gpu: boolean): Promise<void> {
  const script = await bundle('in-page.ts', { platform: 'browser' });
  const said: string[] = [];
  const { page, close } = await openPage({
    script,
    gpu,
    serve: (path) => {
      const file = path.startsWith('/shared/') ? sharedFile(path.slice('/shared/'.length)) : undefined;
      return file === undefined ? undefined : readFileSync(file);
    },
    // Some cases make the device complain; what the browser says of it is of interest only when the page breaks.
    onConsole: (text) => said.push(text),
  });
  try {
    const watch = watchdog();
    await page.exposeFunction('onResult', (result: TestResult) => {
      watch.touch();
      onResult(result);
    });
    const suite = page.evaluate(
      ([title, adapter]) =>
        (globalThis as unknown as { runSuite: (grep: string, adapter: boolean) => Promise<void> }).runSuite(
          title,
          adapter,
        ),
      [grep, gpu] as const,
    );
    await Promise.race([suite, watch.hung]).finally(() => watch.stop());
  } catch (error) {
    for (const text of said.slice(-20)) console.log(`    console: ${text}`);
    throw error;
  } finally {
    await close();
  }
}

async function inNode(grep: string, onResult: (result: TestResult) => void): Promise<void> {
  const dawn = findDawn();
  if (typeof dawn === 'string') {
    onResult({ title: 'the suite', state: 'skipped', message: dawn });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-kernels-'));
  try {
    const file = join(folder, 'suite.mjs');
    writeFileSync(file, await bundle('in-node.ts', { platform: 'node', target: 'node20' }));
    const watch = watchdog();
    const child = spawn(process.execPath, [file, dawn.module, grep, sharedFolder ?? ''], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let finished = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      watch.touch();
      if (line === 'finished') finished = true;
      else if (line.startsWith('{')) onResult(JSON.parse(line) as TestResult);
    });
    await Promise.race([ended, watch.hung]).finally(() => {
      watch.stop();
      child.kill('SIGKILL');
    });
    if (!finished) throw new Error(`the suite in Node ended with ${await ended} before its end`);
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

/** Rejects `hung` when nothing touches it for too long. */
function watchdog() {
  let fail: (error: Error) => void = () => {};
  const hung = new Promise<never>((_, reject) => {
    fail = reject;
  });
  hung.catch(() => {});
  const start = () => setTimeout(() => fail(new Error(`no result for ${patience / 1000} s`)), patience);
  let timer = start();
  return {
    hung,
    touch: () => {
      clearTimeout(timer);
      timer = start();
    },
    stop: () => clearTimeout(timer),
  };
}
