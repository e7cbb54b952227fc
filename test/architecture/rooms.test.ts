import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import table from './rooms.json';

interface Room {
  readonly rooms: readonly string[];
  readonly typesOnly?: readonly string[];
  readonly packages: readonly string[];
}

const rooms: Readonly<Record<string, Room>> = table.rooms;
const groups: Readonly<Record<string, readonly string[]>> = table.groups;
/** Rooms and files by name, groups as what they hold. */
const spelledOut = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) => (entry.startsWith('@') ? spelledOut(groups[entry.slice(1)]!) : [entry]));
const names = Object.keys(rooms).sort((a, b) => b.length - a.length);
const roomOf = (file: string) => names.find((name) => file.startsWith(`${name}/`));
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Every import, export-from and dynamic import in a file, with whether types alone cross. */
function importsOf(file: string): { target: string; types: boolean }[] {
  const text = readFileSync(file, 'utf8');
  const found: { target: string; types: boolean }[] = [];
  for (const match of text.matchAll(/^(?:import|export)\b([^'";]*?)\bfrom\s*['"]([^'"]+)['"]/gm)) {
    found.push({ target: match[2]!, types: /^\s*type\b/.test(match[1]!) });
  }
  for (const match of text.matchAll(/(?:^import\s*|\bimport\(\s*|\brequire\(\s*)['"]([^'"]+)['"]/gm)) {
    found.push({ target: match[1]!, types: false });
  }
  return found;
}

/** Why a file may not import a target; undefined when it may. */
function objection(file: string, target: string, types: boolean): string | undefined {
  const name = roomOf(file);
  if (!name) return `${file} stands in no room of the table`;
  const room = rooms[name]!;
  if (target.startsWith('.')) {
    const path = posix.normalize(posix.join(posix.dirname(file), target));
    if (roomOf(`${path}/`) === name) return undefined;
    const allowed = spelledOut(room.rooms).find((other) => within(path, other));
    if (!allowed) return `${file} (${name}) may not import ${path}`;
    if (room.typesOnly?.includes(allowed) && !types) return `${file} (${name}) may import only types from ${path}`;
    return undefined;
  }
  const fits = room.packages.some((entry) =>
    entry === 'node:*' ? target.startsWith('node:') : target === entry || target.startsWith(`${entry}/`),
  );
  return fits ? undefined : `${file} (${name}) may not import ${target}`;
}

describe('The house', () => {
  const files = ['src', 'webview'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  );

  it('lets no file import what its room may not', () => {
    const objections = files
      .filter((file) => !file.endsWith('.d.ts'))
      .flatMap((file) => importsOf(file).map(({ target, types }) => objection(file, target, types)))
      .filter((text) => text !== undefined);
    assert.deepEqual(objections, []);
  });

  it('would notice a wrong import', () => {
    assert.match(objection('src/core/service.ts', 'node:fs', false) ?? '', /may not import node:fs/);
    assert.match(
      objection('src/core/text/span.ts', '../../host/mermaid-judge', false) ?? '',
      /may not import src\/host/,
    );
    assert.match(objection('src/protocol/index.ts', '../core/service', false) ?? '', /only types/);
    assert.match(objection('webview/gpu/engine.ts', '../state', false) ?? '', /may not import webview\/state/);
    for (const [file, target] of [
      ['src/core/course/course.ts', '../python/python-document'],
      ['src/core/course/course.ts', '../remembering-more'],
      ['src/core/text/span.ts', '../course/course'],
      ['src/core/glossary/term.ts', '../outline/outline'],
      ['src/core/links/mended-links.ts', '../features/course-action'],
      ['src/core/outline/outline.ts', '../panel/panel-subject'],
      ['src/core/mermaid/scan/scan.ts', '../languages/languages'],
      ['src/core/mermaid/breaks/slip.ts', '../scan/scan'],
      ['src/core/mermaid/languages/pie.ts', '../scan-diagram'],
      ['src/core/panel/panel-subject.ts', '../features/feature-context'],
      ['src/core/features/terms/term-rename.ts', '../rename'],
      ['src/core/features/terms/term-hover.ts', '../mermaid/node-hover'],
    ] as const) {
      assert.match(objection(file, target, false) ?? '', /may not import src\/core/, `${file} ${target}`);
    }
    assert.equal(objection('src/core/features/rename.ts', './terms/term-rename', false), undefined);
    assert.equal(objection('src/cli/main.ts', '../core/service', false), undefined);
  });

  it('names only rooms, files and groups that are there', () => {
    for (const [name, room] of Object.entries(rooms)) {
      for (const entry of [name, ...spelledOut(room.rooms), ...(room.typesOnly ?? [])]) {
        assert.ok(existsSync(entry) || existsSync(`${entry}.ts`), `${name} names ${entry}, which is not there`);
      }
    }
  });

  it('gives each room a project of its own or a folder inside one', () => {
    for (const name of names) {
      const folders = name.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
      assert.ok(
        folders.some((folder) => existsSync(join(folder, 'tsconfig.json'))),
        `${name} has no tsconfig.json`,
      );
    }
  });
});
