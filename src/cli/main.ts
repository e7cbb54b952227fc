import { complain } from '../host/for-terminal';
import { HumanError } from '../host/human-error';
import { didYouMean, usage } from './arguments';
import { cards } from './cards';
import { check } from './check';
import { concepts } from './concepts';
import { demo } from './demo';
import { diff } from './diff';
import { exportPictures } from './export';
import { Interrupted } from './interrupted';
import { map } from './map';
import { mcp } from './mcp';
import { outline } from './outline';
import { overview } from './overview';
import { say } from './say';
import { terms } from './terms';
import { version } from './version';

type Command = (args: readonly string[]) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map(
  Object.entries({ cards, check, concepts, demo, diff, export: exportPictures, map, mcp, outline, overview, terms }),
);

/** Exit status: 0 nothing wrong; 1 something found; 2 usage, unreadable input or a failure of ours. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return answer(version);
  if (name === undefined || name === '--help' || name === '-h' || rest.includes('--help')) return answer(usage);
  const command = commands.get(name);
  if (!command) throw new HumanError(`unknown command '${name}'${didYouMean(name, commands.keys())}\n\n${usage}`);
  return command(rest);
}

async function answer(text: string): Promise<number> {
  await say(`${text}\n`);
  return 0;
}

// Whoever wrote hears of it where it wrote; and what cannot be said on standard error cannot be said at all.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof Interrupted) {
      process.exitCode = error.status;
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    complain(error instanceof HumanError ? message : message.split('\n', 1)[0]!);
    process.exitCode = 2;
  },
);
