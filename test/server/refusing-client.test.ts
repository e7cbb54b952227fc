import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, WorkspaceSymbol } from 'vscode-languageserver-types';
import { type Habit, TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

/** All that the server asks of a client that can do everything. */
const asked = [
  'client/registerCapability',
  'workspace/configuration',
  'window/workDoneProgress/create',
  'workspace/diagnostic/refresh',
];
const capabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};
const habits: Readonly<Record<string, Habit>> = {
  'refuses all requests': 'refuses',
  'never answers': 'never answers',
  'answers null': { answers: null },
  'answers with a number': { answers: 7 },
  'answers with a list of junk': { answers: ['x', null, [{}]] },
  'answers with junk in place of settings': {
    answers: [{ severity: 'loud', exclude: 5, mermaid: { timeout: -1, target: [] } }, 9],
  },
};

describe('A client that', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).toString();
  const names = async () =>
    (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' })).map(({ name }) => name).sort();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-'));
    writeFileSync(join(folder, 'glossary.md'), '# Glossary\n\n- **Gate:** Opens.\n');
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, habit] of Object.entries(habits)) {
    it(`${name} is served by the defaults`, async () => {
      client = await TestLanguageClient.start({
        root: pathToFileURL(folder).toString(),
        capabilities,
        initializationOptions: { builtInMarkdown: true },
        habits: Object.fromEntries(asked.map((method) => [method, habit])),
      });
      await client.open(uriOf('lesson.md'), '# Lesson\n\n```mermaid\nflowchart TD\n  A[Cache (small)] --> B\n```\n');
      const [found] = await client.pushed(uriOf('lesson.md'), (all) => all.length > 0);
      assert.deepEqual([found!.code, found!.severity], ['mermaid.unquoted-label', 1]);
      await until(async () => (await names()).join() === 'Gate', 'the course to be read');
      assert.ok(client.isAlive);
    });
  }

  it('pulls, and refuses to ask again, is served', async () => {
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities: { ...capabilities, textDocument: { diagnostic: {} } },
      habits: Object.fromEntries(asked.map((method) => [method, 'refuses'])),
    });
    await client.logged(/workspace\/diagnostic\/refresh: refused/);
    await client.open(uriOf('lesson.md'), '[x](gone.md)\n');
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uriOf('lesson.md') },
    });
    assert.deepEqual(
      items.map(({ code }) => code),
      ['link.broken'],
    );
  });

  it('answers late has its settings all the same', async () => {
    let answer: (sections: unknown) => void = () => {};
    client = await TestLanguageClient.start({
      root: pathToFileURL(folder).toString(),
      capabilities,
      habits: {
        'workspace/configuration': {
          answers: new Promise((resolve) => {
            answer = resolve;
          }),
        },
      },
    });
    await client.open(uriOf('lesson.md'), '[x](gone.md)\n');
    const [first] = await client.pushed(uriOf('lesson.md'), (all) => all.length > 0);
    assert.equal(first!.severity, 2);
    answer([{ severity: { 'link.broken': 'hint' } }]);
    await client.pushed(uriOf('lesson.md'), (all) => all[0]?.severity === 4);
  });

  for (const [name, habit] of [
    ['refuses to watch files', 'refuses'],
    ['never says whether it watches files', 'never answers'],
    ['cannot watch files', undefined],
  ] as const) {
    it(`${name} is told of changes on disk`, async () => {
      mkdirSync(join(folder, 'part'));
      client = await TestLanguageClient.start({
        root: pathToFileURL(folder).toString(),
        ...(habit && { capabilities, habits: { 'client/registerCapability': habit } }),
      });
      await until(async () => (await names()).join() === 'Gate', 'the course to be read');
      // Watching may begin later than reading ends: a change is made until it is seen.
      const seen = (file: string, term: string, all: string) =>
        until(async () => {
          writeFileSync(join(folder, file), `# Glossary\n\n- **${term}:** Opens.\n`);
          return (await names()).join() === all;
        }, `the term ${term}`);
      await seen('part/new.md', 'Valve', 'Gate,Valve');
      mkdirSync(join(folder, 'late'));
      await seen('late/later.md', 'Lock', 'Gate,Lock,Valve');
      unlinkSync(join(folder, 'part/new.md'));
      rmSync(join(folder, 'late'), { recursive: true });
      await until(async () => (await names()).join() === 'Gate', 'what is gone to be forgotten');
      writeFileSync(join(folder, '.gitignore'), 'glossary.md\n');
      await until(async () => (await names()).join() === '', 'the rules to be read again');
    });
  }
});
