import type { LibraryLanguage } from './libraries';

/** The names of files that list packages, each in the folder of some course text. */
export const manifestNames = ['requirements.txt', 'pyproject.toml', 'package.json'] as const;

/** The packages that such a file names; none where it cannot be read. */
export function manifestPackages(path: string, text: string): { language: LibraryLanguage; names: string[] } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'package.json') return { language: 'JavaScript', names: ofPackageJson(text) };
  return { language: 'Python', names: name === 'pyproject.toml' ? ofPyproject(text) : ofRequirements(text) };
}

function ofPackageJson(text: string): string[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // Half a file names nothing yet.
    return [];
  }
  if (typeof read !== 'object' || read === null) return [];
  const { dependencies, devDependencies } = read as { dependencies?: unknown; devDependencies?: unknown };
  return [dependencies, devDependencies].flatMap((table) =>
    typeof table === 'object' && table !== null ? Object.keys(table) : [],
  );
}

/** A requirement's name as PEP 508 spells it, before extras, versions and markers. */
const requirement = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?=\s*(?:$|[[<>=!~;@,(#]))/;

function ofRequirements(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => requirement.exec(line.trim()) ?? []);
}

/** Tables of a `pyproject.toml` whose lists, or whose keys, are packages. */
const listed = /^(?:project\.optional-dependencies|dependency-groups)$/;
const keyed = /^tool\.poetry\.(?:(?:dev-)?dependencies|group\.[\w-]+\.dependencies)$/;

/** Reads what lists packages by its lines; a table or a value of any other kind is passed over. */
function ofPyproject(text: string): string[] {
  const names: string[] = [];
  let table = '';
  let inList = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const header = /^\[([\w.-]+)\]/.exec(line)?.[1];
    if (!inList && header !== undefined) {
      table = header;
      continue;
    }
    const key: string | undefined = inList ? undefined : /^([\w-]+)\s*=/.exec(line)?.[1];
    if (keyed.test(table)) {
      if (key !== undefined && key !== 'python') names.push(key);
      continue;
    }
    if (key !== undefined)
      inList = (listed.test(table) || (table === 'project' && key === 'dependencies')) && line.includes('[');
    if (!inList) continue;
    const values = key === undefined ? line : line.slice(line.indexOf('['));
    for (const [, , value] of values.matchAll(/(["'])([^"'\n]*)\1/g)) {
      const name = requirement.exec(value!.trim());
      if (name) names.push(name[0]);
    }
    // A bracket in a requirement, `torch[gpu]`, stands in its quotes.
    if (values.replace(/(["'])[^"'\n]*\1/g, '').includes(']')) inList = false;
  }
  return names;
}
