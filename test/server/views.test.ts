import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerActivity, ServerRequests } from '../../src/protocol';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

type Glossary = ServerRequests['coursewright/glossary']['result'];
type Skills = ServerRequests['coursewright/skills']['result'];

const glossary = async (client: TestLanguageClient) =>
  (await client.request<Glossary>('coursewright/glossary', {})).terms.map(({ term }) => term);

describe('The views’ requests', () => {
  let client: TestLanguageClient;
  afterEach(() => client.stop());

  it('answer with terms and skills of open and closed files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coursewright-views-'));
    try {
      await writeFile(join(folder, 'closed.md'), '## 1. Closed\n\n- **Router (RT):** Picks experts.\n');
      const root = pathToFileURL(folder).href;
      client = await TestLanguageClient.start({ root });
      await client.open(`${root}/open.md`, '## 2. Open\n\n- **Expert (EX):** A network.\n');
      await until(async () => (await glossary(client)).length > 1, 'the closed file');
      assert.deepEqual(await glossary(client), ['Router', 'Expert']);
      const { files } = await client.request<Skills>('coursewright/skills', {});
      assert.deepEqual(
        files.map(({ path, skills }) => [path, skills.map(({ number, title }) => `${number} ${title}`)]),
        [
          ['closed.md', ['1 Closed']],
          ['open.md', ['2 Open']],
        ],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('are followed by word of every change', async () => {
    client = await TestLanguageClient.start();
    const uri = 'untitled:/lesson.md';
    await client.open(uri, '- **Router (RT):** Picks experts.\n');
    assert.deepEqual(await glossary(client), ['Router']);
    const changed = once(client);
    await client.change(uri, 2, '- **Gate (GT):** Weighs experts.\n');
    await changed;
    assert.deepEqual(await glossary(client), ['Gate']);
  });

  it('tell how far the course is read, and how many files it has, to a client that shows it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'coursewright-views-'));
    try {
      for (const name of ['a.md', 'b.md', 'c.md']) await writeFile(join(folder, name), '# A\n');
      const told: ServerActivity[] = [];
      const hear = async ({ onNotification }: TestLanguageClient['connection']) => {
        onNotification('coursewright/activity', (activity: ServerActivity) => void told.push(activity));
      };
      const start = (initializationOptions: unknown) =>
        TestLanguageClient.start({ root: pathToFileURL(folder).href, initializationOptions, early: hear });
      client = await start({ activity: true });
      await until(() => told.some(({ state }) => state === 'ready'), 'the end of reading');
      assert.deepEqual(told, [
        ...[1, 2, 3].map((done) => ({ state: 'reading', done, total: 3 })),
        { state: 'ready', files: 3 },
      ]);
      await client.stop();
      told.length = 0;
      client = await start({});
      await until(async () => (await client.request<Skills>('coursewright/skills', {})).files.length >= 0, 'an answer');
      assert.deepEqual(told, []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('take in a Python file while it holds course text, and no longer', async () => {
    client = await TestLanguageClient.start();
    const uri = 'untitled:/app.py';
    const course = "page = '''\n- **Router (RT):** Picks experts.\n'''\n";
    await client.open(uri, '# **Not (NT):** text\nprint(1)\n', 'python');
    assert.deepEqual(await glossary(client), []);
    await client.change(uri, 2, course);
    assert.deepEqual(await glossary(client), ['Router']);
    await client.change(uri, 3, course.replaceAll("'''", "'").replaceAll('\n', ' '));
    assert.deepEqual(await glossary(client), []);
    assert.equal(
      await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 20 } }),
      null,
    );
  });
});

/** The next word of a change. */
const once = (client: TestLanguageClient) =>
  new Promise<void>((resolve) => client.connection.onNotification('coursewright/courseChanged', () => resolve()));
