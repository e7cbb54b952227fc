import { parseDocument } from 'yaml';
import type { Course } from '../course/course';
import { foldersAbove } from '../course/folders-above';
import { yamlTooDeep } from '../text/yaml-too-deep';
import type { MacroTable } from './tex-checker';

/** Files that state a site's commands. */
const configFiles = ['myst.yml', '_config.yml', '_quarto.yml'];
const largest = 200_000;
const deepest = 8;

/** The commands that a site's configuration states for a file, in its own folder or one above. */
export async function siteMacros(uri: string, course: Course): Promise<MacroTable> {
  for (const folder of foldersAbove(uri, course.root)) {
    const found = await Promise.all(configFiles.map((name) => course.text(`${folder}/${name}`)));
    const macros = found.flatMap((text) =>
      text && /\b(?:macros|math)["']?[ \t]*:/.test(text) ? [configMacros(text)] : [],
    );
    if (macros.length > 0) return Object.assign({}, ...macros) as MacroTable;
  }
  return {};
}

/** The commands of a YAML text: whatever stands under `math:` at its top or under `project:`, and under any `macros:`. */
export function configMacros(yaml: string): MacroTable {
  if (yaml.length > largest) return {};
  const macros: Record<string, MacroTable[string]> = {};
  const take = (table: object): void => {
    for (const [key, value] of Object.entries(table)) {
      const macro = macroOf(value);
      const name = key.replace(/^\\/, '');
      if (macro && /^[a-zA-Z]+$/.test(name)) macros[name] = macro;
    }
  };
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) {
        if (key === 'macros' || (key === 'math' && depth < 2)) take(inner);
        visit(inner, depth + 1);
      }
    }
  };
  const plain = yaml.replace(/^---[ \t]*\r?\n|\r?\n---[ \t]*\s*$/g, '');
  if (yamlTooDeep(plain) !== undefined) return macros;
  const document = parseDocument(plain, { logLevel: 'silent', merge: true });
  if (document.errors.length === 0) visit(document.toJS({ maxAliasCount: 50 }), 0);
  return macros;
}

/** `\mathbb{R}`, `[body, arguments, optional]`, or MyST's `{ macro: body }`; how many arguments it takes shows in it. */
function macroOf(value: unknown): MacroTable[string] | undefined {
  const stated = typeof value === 'object' && value !== null && 'macro' in value ? value.macro : value;
  const [body, args, optional] = Array.isArray(stated) ? (stated as unknown[]) : [stated];
  if (typeof body !== 'string') return undefined;
  const count =
    typeof args === 'number' ? args : Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, n]) => Number(n)));
  return typeof optional === 'string' ? [body, count, optional] : [body, count];
}
