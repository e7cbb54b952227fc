import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../core/text/nearest';
import { HumanError } from '../host/human-error';

export const usage = `Usage:
  coursewright check   <file|folder|->… [--format text|json|sarif|github|github-suggestions|gitlab|markdown] [--report FORMAT=FILE]… [--fix] [--max-warnings N] [--config FILE] [--stdin-path NAME] [--no-cache]
  coursewright outline <file|folder>… [--format text|json]
  coursewright terms   <file|folder>… [--format text|json]
  coursewright demo    <file|folder>… [--format text|json]
  coursewright map     <file|folder>… [--format mermaid|json|graphml|dot|svg] [--path A B] [--around A [--hops N]] [--edge TEXT]
  coursewright export  <file|folder>… --out DIR [--format svg|png] [--font FILE] [--theme light|dark]
  coursewright overview <folder> [--write | --check]
  coursewright cards   <folder> [--format anki|text|json]
  coursewright concepts <file> [--section TITLE] [--summary FILE] [--format text|mermaid|json]
  coursewright diff    <rev> [<rev>] [--format text|markdown|json]
  coursewright mcp     [<folder>]
  coursewright --version

Exit status: 0 nothing wrong; 1 errors found, or more warnings than N; 2 usage, unreadable input, or a failure of ours.`;

/** Parses one command's arguments; a wrong option or a missing path is a sentence and the usage. */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
  needed = 'name a file or a folder to read',
): Arguments<O> {
  let parsed: Arguments<O>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new HumanError(`${wrongOption(error, Object.keys(options))}\n\n${usage}`);
  }
  if (parsed.positionals.length === 0) throw new HumanError(`${needed}\n\n${usage}`);
  return parsed;
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Arguments<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new HumanError(`${option} is ${allowed.join(', ')}; '${value}' is not\n\n${usage}`);
  return found;
}

/** `; did you mean check?` for a word that one of the names may have been meant by, else ''. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const [near] = nearest(word, names, { plain: (name) => name, most: () => 2, swaps: true }, (name) => name);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

/** What Node says of a wrong option, in one sentence: its advice about dashes comes after, and is seldom what was meant. */
function wrongOption(error: unknown, names: readonly string[]): string {
  const said = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '([^']*)'/.exec(said)?.[1];
  if (unknown === undefined) return said.split(/\.\s/, 1)[0]!.replace(/\.$/, '');
  const written = names.map((name) => `--${name}`);
  return `unknown option '${unknown}'${didYouMean(unknown, written)}`;
}
