import { HumanError } from '../host/human-error';
import { usage } from './arguments';
import { check } from './check';
import { demo } from './demo';
import { Interrupted, interruptedStatus } from './interrupted';
import { outline } from './outline';
import { terms } from './terms';
import { version } from './version';

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { check, demo, outline, terms };

/** Exit status: 0 nothing wrong; 1 something found; 2 usage, unreadable input or a failure of ours. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return say(version);
  if (name === undefined || name === '--help' || name === '-h' || rest.includes('--help')) return say(usage);
  const command = commands[name];
  if (!command) throw new HumanError(`unknown command '${name}'\n\n${usage}`);
  return command(rest);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

// Whoever reads our output may stop in the middle, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof Interrupted) {
      process.exitCode = interruptedStatus;
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`coursewright: ${error instanceof HumanError ? message : message.split('\n', 1)[0]}\n`);
    process.exitCode = 2;
  },
);
