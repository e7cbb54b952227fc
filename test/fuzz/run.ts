// npm run fuzz [-- --seconds 60] [--seed 1] [--server]: mutations of the samples through the service, or by edits through
// the built server, each asked about from all sides. Prints what was found, shrunk, and counts the inputs; of the server
// also its memory, each minute.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { mermaidJudge } from '../support/mermaid-judge';
import { everythingHolds } from './property';
import { FuzzedServer } from './server';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    server: { type: 'boolean', default: false },
  },
});
void main();

async function main(): Promise<void> {
  const end = Date.now() + Number(values.seconds) * 1000;
  /** Inputs of one seed; after what it finds, the next seed goes on. */
  const runs = 50;

  const server = values.server ? await FuzzedServer.start() : undefined;
  const judge = await mermaidJudge();
  let seed = Number(values.seed);
  let inputs = 0;
  const found = new Map<string, number>();
  let nextNote = 0;
  for (; Date.now() < end; seed++) {
    if (server && Date.now() > nextNote) {
      nextNote = Date.now() + 60_000;
      console.log(`${Math.round(process.uptime() / 60)} min, ${inputs} inputs: ${server.memory()}`);
    }
    const parameters = { seed, numRuns: runs };
    const result = server
      ? await fc.check(server.holds(), parameters)
      : await fc.check(everythingHolds(judge), parameters);
    inputs += result.numRuns;
    if (!result.failed || result.counterexample === null) continue;
    const message = String((result.errorInstance as Error | undefined)?.message ?? result.errorInstance);
    const kind = message.split('\n', 1)[0]!.slice(0, 60);
    found.set(kind, (found.get(kind) ?? 0) + 1);
    console.log(`\nseed ${seed}, path ${result.counterexamplePath}:\n${message.slice(0, 1500)}`);
    console.log(JSON.stringify(result.counterexample).slice(0, 3000));
  }
  if (server) console.log(`slowest answers: ${server.slowest()}; ${server.memory()}`);
  await server?.stop();
  await judge.dispose();
  console.log(`${inputs} inputs, seeds ${values.seed} to ${seed - 1}, ${found.size} kinds of faults`);
  process.exitCode = found.size > 0 ? 1 : 0;
}
