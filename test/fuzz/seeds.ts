// What `run.ts` runs: seed after seed, each told to it, until the time is over or the memory is used up.
import fc from 'fast-check';
import { judgeAtHand } from './judge-at-hand';
import { everythingHolds } from './property';
import { FuzzedServer } from './server';

/** What came of a seed; `note` is of the server. */
export interface SeedReport {
  readonly seed: number;
  readonly inputs: number;
  readonly found?: { readonly message: string; readonly path: string; readonly input: string };
  readonly note?: string;
}

/** Runs of one seed; after what it finds, the next seed goes on. */
const runs = 50;
/** Bytes above which another process goes on: Mermaid's parsers keep some of what they read. */
const mostMemory = 1.2e9;

const [first, end, over] = process.argv.slice(2);
void main(Number(first), Number(end), over === 'server');

async function main(firstSeed: number, until: number, overServer: boolean): Promise<void> {
  const server = overServer ? await FuzzedServer.start() : undefined;
  const judge = server ? undefined : await judgeAtHand();
  for (let seed = firstSeed; Date.now() < until && process.memoryUsage.rss() < mostMemory; seed++) {
    let asked = 0;
    const parameters = { seed, numRuns: runs };
    const result = server
      ? await fc.check(server.holds(), parameters)
      : await fc.check(
          everythingHolds(judge!, () => asked++),
          parameters,
        );
    const { failed, counterexample, counterexamplePath, errorInstance } = result;
    tell({
      seed,
      inputs: server ? result.numRuns : asked,
      ...(failed && {
        found: {
          message: String((errorInstance as Error | undefined)?.message ?? errorInstance),
          path: counterexamplePath ?? '',
          input: JSON.stringify(counterexample),
        },
      }),
      ...(server && { note: `slowest answers: ${server.slowest()}; ${server.memory()}` }),
    });
  }
  await server?.stop();
  await judge?.dispose();
  process.disconnect();
}

const tell = (report: SeedReport): void => void process.send!(report);
