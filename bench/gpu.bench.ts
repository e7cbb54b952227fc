import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { openPage } from '../test/support/page';
import { findDawn } from '../test/webview/gpu/dawn';
import type { PageOptions } from './gpu/in-page';
import type { Row } from './row';

export const name = 'GPU engine';

/** Whom we measure ourselves against; none is a dependency. */
const peers = [
  '@jax-js/jax@0.1.25',
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-backend-webgpu@4.22.0',
  'onnxruntime-web@1.30.0',
];
const peerFolder = resolve('.cache', 'peers');

/**
 * On the software adapter of a browser, beside the peers; where Dawn's bindings for Node are installed, once more on the
 * adapter that they find, without peers. COURSEWRIGHT_BENCH_ONLY narrows it down to what has this in its name, COURSEWRIGHT_BENCH_RUNS sets how often each is
 * timed (10), and COURSEWRIGHT_BENCH_PEERS=0 leaves the peers out.
 */
export async function run(): Promise<Row[]> {
  const rows = (await inBrowser()).map((row) => ({ ...row, name: `browser: ${row.name}` }));
  return [...rows, ...(await inNode())];
}

const only = process.env.COURSEWRIGHT_BENCH_ONLY ?? '';
const runs = process.env.COURSEWRIGHT_BENCH_RUNS ?? '10';

const bundle = async (options: esbuild.BuildOptions): Promise<string> => {
  const built = await esbuild.build({
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'error' },
    loader: { '.wgsl': 'text' },
    ...options,
  });
  return built.outputFiles![0]!.text;
};

async function inNode(): Promise<Row[]> {
  const dawn = findDawn();
  if (typeof dawn === 'string') return [{ name: 'Node', value: Number.NaN, unit: '', note: dawn }];
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-bench-'));
  try {
    const file = join(folder, 'bench.mjs');
    writeFileSync(file, await bundle({ entryPoints: [join(__dirname, 'gpu', 'in-node.ts')], platform: 'node' }));
    const ran = spawnSync(process.execPath, [file, dawn.module, only, runs], { encoding: 'utf8' });
    const last = ran.stdout.trim().split('\n').at(-1) ?? '';
    if (!last.startsWith('[')) return [{ name: 'Node', value: Number.NaN, unit: '', note: 'no adapter, or no end' }];
    const rows = JSON.parse(last) as (Omit<Row, 'value'> & { value: number | null })[];
    return rows.map(({ name, value, ...rest }) => ({ name: `Node: ${name}`, value: value ?? Number.NaN, ...rest }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inBrowser(): Promise<Row[]> {
  const peerScript = (from: string) => bundle({ stdin: { contents: from, resolveDir: peerFolder } });

  const rows: Row[] = [];
  const missing = process.env.COURSEWRIGHT_BENCH_PEERS === '0' ? 'left out' : installPeers();
  if (missing) rows.push({ name: 'peers', value: Number.NaN, unit: '', note: missing });
  const scripts = missing
    ? {}
    : {
        '/jax.js': await peerScript("export * from '@jax-js/jax'"),
        '/tfjs.js': await peerScript(
          "export * from '@tensorflow/tfjs-core'; import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops'; import '@tensorflow/tfjs-backend-webgpu'",
        ),
      };
  const ort = join(peerFolder, 'node_modules', 'onnxruntime-web', 'dist');
  const { page, close } = await openPage({
    script: await bundle({ entryPoints: [join(__dirname, 'gpu', 'in-page.ts')] }),
    serve: (path) => {
      const script = (scripts as Record<string, string>)[path];
      if (script !== undefined) return Buffer.from(script);
      const file = join(ort, path.slice('/ort/'.length));
      return path.startsWith('/ort/') && existsSync(file) ? readFileSync(file) : undefined;
    },
    ...(process.env.COURSEWRIGHT_BENCH_VERBOSE && { onConsole: (text: string) => console.error(`    ${text}`) }),
  });
  try {
    const options: PageOptions = {
      peers: missing
        ? null
        : { jax: '/jax.js', tfjs: '/tfjs.js', onnxruntime: '/ort/ort.webgpu.bundle.min.mjs', wasm: '/ort/' },
      grep: only,
      runs: Number(runs),
    };
    const measured = await page.evaluate(
      (given) => (globalThis as unknown as { measure: (options: PageOptions) => Promise<Row[]> }).measure(given),
      options,
    );
    return [...rows, ...measured];
  } finally {
    await close();
  }
}

/** Gets the peers into `.cache/peers` where they are not there yet. Returns why they cannot be had. */
function installPeers(): string | undefined {
  const there = peers.every((peer) => {
    const at = peer.lastIndexOf('@');
    const file = join(peerFolder, 'node_modules', peer.slice(0, at), 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === peer.slice(at + 1);
  });
  if (there) return undefined;
  console.error('  installing the peers into .cache/peers (240 MB) …');
  const { status, stderr } = spawnSync(
    'npm',
    ['install', '--prefix', peerFolder, '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...peers],
    { encoding: 'utf8' },
  );
  return status === 0 ? undefined : `could not be installed: ${stderr.trim().split('\n').at(-1)}`;
}
