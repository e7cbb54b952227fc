import { HumanError } from '../host/human-error';
import { readArguments, usage } from './arguments';

/** `coursewright mcp`: serves one course to assistants. What that takes is read only then. */
export async function mcp(args: readonly string[]): Promise<number> {
  const { positionals } = readArguments(args, {}, 'name the folder of the course');
  const [folder, another] = positionals;
  if (folder === undefined || another !== undefined) throw new HumanError(`name one folder\n\n${usage}`);
  const { serveAssistant } = await import('./assistant-server');
  return serveAssistant(folder);
}
