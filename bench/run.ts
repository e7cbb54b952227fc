// npm run bench [-- name…] [--json]: measures, prints, asserts nothing.
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench, Row } from './row';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.bench.ts'));
  const chosen = files.filter((file) => positionals.length === 0 || positionals.some((name) => file.startsWith(name)));
  const results: Record<string, readonly Row[]> = {};
  for (const file of chosen) {
    const { name, run } = (await import(`./${file}`)) as Bench;
    if (!values.json) console.log(`\n${name}`);
    try {
      results[name] = await run();
    } catch (error) {
      console.error(`  could not be measured: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
      continue;
    }
    if (!values.json) for (const row of results[name]) console.log(`  ${line(row)}`);
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
  if (values.json) console.log(JSON.stringify({ machine, results }, null, 2));
  else console.log(`\nMeasured on ${machine}.`);
}

function line({ name, value, unit, note }: Row): string {
  const figure = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `${name.padEnd(56)} ${figure.padStart(9)} ${unit.padEnd(6)} ${note ?? ''}`.trimEnd();
}

void main();
