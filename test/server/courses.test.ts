import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type { Diagnostic, Hover, WorkspaceSymbol } from 'vscode-languageserver-types';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('Courses of several files over the language server', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const symbols = async (query: string) =>
    (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
  const knows = (query: string, names: readonly string[]) =>
    until(async () => (await symbols(query)).join() === names.join(), `the terms ${names.join() || 'none'}`);
  const window = { workDoneProgress: true };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('pushes what another file changes in an open one', async () => {
    client = await TestLanguageClient.start({ root: pathToFileURL(folder).toString(), capabilities: { window } });
    await client.loaded();
    await client.open(uriOf('glossary.md'), '# Glossary\n\n- **Gate:** Opens.\n- **Latch:** Holds.\n\nA latch.\n');
    await client.pushed(uriOf('glossary.md'), (found) => codesOf(found).includes('term.unused'));
    await client.open(uriOf('lesson.md'), '# Lesson\n');
    await client.change(uriOf('lesson.md'), 2, '# Lesson\n\nOpen the gate.\n');
    await client.pushed(uriOf('glossary.md'), (found) => found.length === 0);
    await client.change(uriOf('lesson.md'), 3, '# Lesson\n\n## Terms\n\n- **Gate:** Shuts.\n');
    const [found] = await client.pushed(uriOf('lesson.md'), (all) => codesOf(all).includes('term.conflict'));
    assert.equal(found!.range.start.line, 4);
    await client.change(uriOf('glossary.md'), 2, '# Glossary\n');
    await client.pushed(uriOf('lesson.md'), (all) => !codesOf(all).includes('term.conflict'));
  });

  it('asks a client that pulls to pull again, and only when others may see a difference', async () => {
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: { window, textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    await client.loaded();
    await client.open(uriOf('glossary.md'), '# Glossary\n\n- **Gate:** Opens.\n');
    await client.refreshed(1);
    const before = client.refreshes;
    await client.open(uriOf('lesson.md'), '');
    await client.change(uriOf('lesson.md'), 2, 'Nothing that matters to others.\n');
    await client.change(uriOf('lesson.md'), 3, 'Open the gate.\n');
    await client.refreshed(before);
    assert.equal(client.refreshes, before + 1);
  });

  it('follows a switch of branches: files and folders come, go and change', async () => {
    write('a.md', '# Glossary\n\n- **Alpha:** First.\n');
    write('part/b.md', '# Glossary\n\n- **Beta:** Second.\n');
    client = await TestLanguageClient.start({ root: pathToFileURL(folder).toString() });
    await knows('', ['Alpha', 'Beta']);
    write('a.md', '# Glossary\n\n- **Gamma:** First.\n');
    write('c.md', '# Glossary\n\n- **Delta:** Third.\n');
    renameSync(join(folder, 'part'), join(folder, 'unit'));
    await client.filesChanged([
      { uri: uriOf('a.md'), type: FileChangeType.Changed },
      { uri: uriOf('c.md'), type: FileChangeType.Created },
      // Of the folder that went an editor may tell nothing more.
      { uri: uriOf('part'), type: FileChangeType.Deleted },
      { uri: uriOf('unit/b.md'), type: FileChangeType.Created },
    ]);
    await knows('', ['Gamma', 'Delta', 'Beta']);
  });

  it('leaves excluded files out, also those that change, and reads the rules again when they do', async () => {
    write('a.md', '# Glossary\n\n- **Alpha:** First.\n');
    write('.gitignore', 'build/\n');
    write('build/b.md', '# Glossary\n\n- **Beta:** Second.\n');
    write('node_modules/x/README.md', '# Glossary\n\n- **Xi:** Another.\n');
    write('drafts/c.md', '# Glossary\n\n- **Gamma:** Third.\n');
    write('.vscode/settings.json', '{ "coursewright.exclude": ["drafts"] }');
    client = await TestLanguageClient.start({ root: pathToFileURL(folder).toString() });
    await knows('', ['Alpha']);
    const touched = ['build/b.md', 'node_modules/x/README.md', 'drafts/c.md'].map((name) => uriOf(name));
    write('a.md', '# Glossary\n\n- **Omega:** First.\n');
    await client.filesChanged([...touched, uriOf('a.md')].map((uri) => ({ uri, type: FileChangeType.Changed })));
    await knows('', ['Omega']);
    write('.gitignore', '');
    write('.vscode/settings.json', '{ "coursewright.exclude": ["a.md"] }');
    await client.filesChanged([{ uri: uriOf('.gitignore'), type: FileChangeType.Changed }]);
    await knows('', ['Beta', 'Gamma']);
  });

  it('keeps two folders apart, in terms and in settings', async () => {
    write('one/glossary.md', '# Glossary\n\n- **Gate:** Opens.\n');
    write('one/lesson.md', 'The gate. [x](gone.md)\n');
    write('two/lesson.md', 'The gate. [x](gone.md)\n');
    const roots = ['one', 'two'].map((name) => pathToFileURL(join(folder, name)).toString());
    client = await TestLanguageClient.start({
      roots,
      capabilities: { window, workspace: { configuration: true, workspaceFolders: true } },
      configurationOf: (uri) => ({ severity: { 'link.broken': uri === roots[0] ? 'hint' : 'error' } }),
    });
    await client.loaded(2);
    for (const name of ['one/lesson.md', 'two/lesson.md']) {
      await client.open(uriOf(name), 'The gate. [x](gone.md)\n');
    }
    const hover = (name: string) =>
      client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: uriOf(name) },
        position: { line: 0, character: 5 },
      });
    assert.match(JSON.stringify(await hover('one/lesson.md')), /Gate/);
    assert.equal(await hover('two/lesson.md'), null);
    const [first] = await client.pushed(uriOf('one/lesson.md'), (found) => found.length > 0);
    const [second] = await client.pushed(uriOf('two/lesson.md'), (found) => found.length > 0);
    assert.deepEqual([first!.severity, second!.severity], [4, 1]);
  });

  it('keeps a folder inside another apart, and joins them when it is taken away', async () => {
    write('a.md', '# Glossary\n\n- **Alpha:** First.\n');
    write('inner/b.md', '# Glossary\n\n- **Alpha:** Second.\n- **Beta:** Third.\n\nA beta.\n');
    const [outer, inner] = [pathToFileURL(folder).toString(), uriOf('inner')];
    client = await TestLanguageClient.start({
      roots: [outer!, inner!],
      capabilities: { window, workspace: { workspaceFolders: true } },
    });
    await client.loaded(2);
    await client.open(uriOf('inner/b.md'), '# Glossary\n\n- **Alpha:** Second.\n- **Beta:** Third.\n\nA beta.\n');
    await client.pushed(uriOf('inner/b.md'), (found) => codesOf(found).join() === 'term.unused');
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: inner, name: 'course' }] },
    });
    await client.pushed(uriOf('inner/b.md'), (found) => codesOf(found).includes('term.conflict'));
  });

  it('says of a folder that it cannot read nothing that unread files may disprove', async () => {
    client = await TestLanguageClient.start({
      root: 'vscode-vfs://github/o/course',
      capabilities: { window, textDocument: { diagnostic: {} } },
    });
    await client.loaded();
    const uri = 'vscode-vfs://github/o/course/glossary.md';
    await client.open(uri, '# Glossary\n\n- **Gate:** Opens. [x](gone.md) ![y](no.png)\n\n## 1. A\n\n## 3. B\n');
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.deepEqual(codesOf(items), ['outline.number-gap']);
  });
});
