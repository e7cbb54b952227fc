// npm run fuzz [-- --seconds 60] [--seed 1]: mutations of the samples through the service, each asked about from all
// sides. Prints what was found, shrunk, and counts the inputs.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { mermaidJudge } from '../support/mermaid-judge';
import { everythingHolds } from './property';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
});
void main();

async function main(): Promise<void> {
  const end = Date.now() + Number(values.seconds) * 1000;
  /** Inputs of one seed; after what it finds, the next seed goes on. */
  const runs = 50;

  const judge = await mermaidJudge();
  let seed = Number(values.seed);
  let inputs = 0;
  const found = new Map<string, number>();
  for (; Date.now() < end; seed++) {
    const result = await fc.check(everythingHolds(judge), {
      seed,
      numRuns: runs,
    });
    inputs += result.numRuns;
    if (!result.failed || result.counterexample === null) continue;
    const message = String((result.errorInstance as Error | undefined)?.message ?? result.errorInstance);
    const kind = message.split('\n', 1)[0]!.slice(0, 60);
    found.set(kind, (found.get(kind) ?? 0) + 1);
    console.log(`\nseed ${seed}, path ${result.counterexamplePath}:\n${message.slice(0, 1500)}`);
    console.log(JSON.stringify(result.counterexample).slice(0, 3000));
  }
  await judge.dispose();
  console.log(`${inputs} inputs, seeds ${values.seed} to ${seed - 1}, ${found.size} kinds of faults`);
  process.exitCode = found.size > 0 ? 1 : 0;
}
