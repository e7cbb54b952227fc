// npm run fuzz [-- --seconds 60] [--seed 1] [--server]: mutations of the samples through the service, or by edits through
// the built server, each asked about from all sides. Prints what was found, shrunk, and counts the inputs; of the server
// also its memory, each minute.
import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { SeedReport } from './seeds';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    server: { type: 'boolean', default: false },
  },
});
/** Far longer than a seed takes, in milliseconds: what runs on then is ended and named. */
const patience = 900_000;

void main();

async function main(): Promise<void> {
  const script = await bundled();
  const end = Date.now() + Number(values.seconds) * 1000;
  let seed = Number(values.seed);
  let inputs = 0;
  const found = new Map<string, number>();
  let nextNote = Date.now() + 60_000;
  const count = (message: string) => {
    const kind = message.split('\n', 1)[0]!.slice(0, 60);
    found.set(kind, (found.get(kind) ?? 0) + 1);
  };
  const hear = (report: SeedReport) => {
    seed = report.seed + 1;
    inputs += report.inputs;
    if (report.found) {
      count(report.found.message);
      console.log(`\nseed ${report.seed}, path ${report.found.path}:\n${report.found.message.slice(0, 1500)}`);
      console.log(report.found.input.slice(0, 3000));
    }
    if (Date.now() < nextNote) return;
    nextNote = Date.now() + 60_000;
    const note = report.note ? `: ${report.note}` : '';
    console.log(`${Math.round(process.uptime() / 60)} min, ${inputs} inputs, seed ${report.seed}${note}`);
  };
  while (Date.now() < end) {
    const before = seed;
    const ended = await runSeeds(script, seed, end, hear);
    if (ended === 'well' || Date.now() >= end) continue;
    // It hangs or died, and no seed of it must be tried once more.
    count(`seed ${seed} ${ended}`);
    console.log(`\nseed ${seed} (of those from ${before}) ${ended}`);
    seed++;
  }
  console.log(`${inputs} inputs, seeds ${values.seed} to ${seed - 1}, ${found.size} kinds of faults`);
  rmSync(script);
  for (const [kind, times] of found) console.log(`  ${times} times: ${kind}`);
  process.exitCode = found.size > 0 ? 1 : 0;
}

/** The seeds as one script: read file by file, each function is given its name anew whenever it is made. */
async function bundled(): Promise<string> {
  const outfile = join('artifacts', 'fuzz', `seeds-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'seeds.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** Runs seeds in a process of its own, which may hang, die, or end because it has used up its memory. */
function runSeeds(script: string, first: number, end: number, hear: (report: SeedReport) => void): Promise<string> {
  const child = fork(script, [String(first), String(end), values.server ? 'server' : 'service'], {
    // A fifth of the time went into collecting what each input leaves behind, soon after it was made.
    execArgv: ['--max-semi-space-size=64'],
  });
  return new Promise((resolve) => {
    let hangs = false;
    const hang = () => {
      hangs = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hang, patience);
    child.on('message', (report: SeedReport) => {
      clearTimeout(timer);
      timer = setTimeout(hang, patience);
      hear(report);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(hangs ? 'hangs' : code === 0 ? 'well' : `ended with ${signal ?? code}`);
    });
  });
}
