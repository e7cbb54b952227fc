import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { openPage } from '../test/support/page';
import type { PageOptions } from './gpu/in-page';
import type { Row } from './row';

export const name = 'GPU engine, on the software adapter';

/** Whom we measure ourselves against; none is a dependency. */
const peers = [
  '@jax-js/jax@0.1.25',
  '@tensorflow/tfjs-core@4.22.0',
  '@tensorflow/tfjs-backend-webgpu@4.22.0',
  'onnxruntime-web@1.30.0',
];
const peerFolder = resolve('.cache', 'peers');

/**
 * COURSEWRIGHT_BENCH_ONLY narrows it down to what has this in its name, COURSEWRIGHT_BENCH_RUNS sets how often each is
 * timed (10), and COURSEWRIGHT_BENCH_PEERS=0 leaves the peers out.
 */
export async function run(): Promise<Row[]> {
  const bundle = async (options: esbuild.BuildOptions): Promise<string> => {
    const built = await esbuild.build({
      ...{ bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'error' },
      loader: { '.wgsl': 'text' },
      ...options,
    });
    return built.outputFiles![0]!.text;
  };
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
      grep: process.env.COURSEWRIGHT_BENCH_ONLY ?? '',
      runs: Number(process.env.COURSEWRIGHT_BENCH_RUNS ?? 10),
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
