import { nearest } from '../core/text/nearest';
import { HumanError } from '../host/human-error';
import type { AssistantTools } from './assistant-tools';
import { type ToolDefinition, type ToolName, type ToolParameter, toolDefinitions } from './tool-definitions';

/** Characters of a value: a demo with its data has some thousand, and what a tool refuses it says again. */
const mostText = 100_000;

type Given = Readonly<Record<string, unknown>>;

/**
 * Asks a tool what it was called with, by whatever way. Throws a {@link HumanError} where there is no such tool, where the
 * input is not what it takes, or where it cannot be asked.
 */
export async function callTool(tools: AssistantTools, name: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(toolDefinitions, name)) throw new HumanError(`there is no tool ${name}`);
  const given = checked(name, toolDefinitions[name as ToolName], input);
  const text = (key: string): string | undefined => given[key] as string | undefined;
  const path = text('path');
  switch (name as ToolName) {
    case 'check_course':
      return tools.check(path);
    case 'apply_fixes':
      return tools.applyFixes(path!, text('hash')!);
    case 'lookup_term':
      return tools.lookUp(text('term')!);
    case 'define_term':
      return tools.define({ term: text('term')!, acronym: text('acronym'), definition: text('definition')!, path });
    case 'outline':
      return tools.outline(path!);
    case 'run_demo': {
      const [kind, body] = [text('kind'), text('body')];
      if (path !== undefined && kind === undefined && body === undefined) return tools.runDemo({ path });
      if (path === undefined && kind !== undefined) return tools.runDemo({ kind, body: body ?? '' });
      throw new HumanError('name either a path, or a kind with a body');
    }
    case 'course_map':
      return tools.map({ around: text('around'), hops: given.hops as number | undefined });
  }
}

/** What was given, if it is what the definition says. */
function checked(name: string, { parameters, required }: ToolDefinition, input: unknown): Given {
  const given = input ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) throw new HumanError(`${name} takes named values`);
  for (const [key, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (!parameter) throw new HumanError(`${name} takes no ${key}${meant(key, Object.keys(parameters))}`);
    if (!fits(parameter, value)) throw new HumanError(`${key} of ${name} is ${wanted(parameter)}`);
  }
  const missing = required.find((key) => !Object.hasOwn(given, key));
  if (missing) throw new HumanError(`${name} needs ${missing}: ${parameters[missing]!.description}`);
  return given as Given;
}

function meant(key: string, names: readonly string[]): string {
  const [near] = nearest(
    key,
    names,
    { plain: (name) => name.toLowerCase(), most: () => 2, swaps: true },
    (name) => name,
  );
  return near ? `; did you mean ${near}?` : '';
}

function fits(parameter: ToolParameter, value: unknown): boolean {
  if (parameter.type === 'string') return typeof value === 'string' && value.length <= mostText;
  return Number.isInteger(value) && (value as number) >= parameter.minimum && (value as number) <= parameter.maximum;
}

const wanted = (parameter: ToolParameter): string =>
  parameter.type === 'string'
    ? `a text of at most ${mostText} characters`
    : `a whole number from ${parameter.minimum} to ${parameter.maximum}`;
