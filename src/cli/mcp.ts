import { HumanError } from '../host/human-error';
import { readArguments, usage } from './arguments';

/** `coursewright mcp`: serves one course, that of the working folder or of a named one, to assistants. */
export async function mcp(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args.length === 0 ? ['.'] : args, {});
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined) throw new HumanError(`name one folder\n\n${usage}`);
  // What it takes to serve is read only now.
  const { serveAssistant } = await import('./assistant-server');
  return serveAssistant(folder);
}
