import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerRequests } from '../../src/protocol';
import { TestLanguageClient } from '../support/language-client';
import { until } from '../support/until';

const uri = 'untitled:/lesson.md';
const text = '# Routing\n\n```mermaid\nflowchart TD\n  R[Router] --> E[Expert]\n```\n';

describe('The panel’s requests', () => {
  it('answer with the diagram under the cursor, its nodes and where they stand', async () => {
    const client = await TestLanguageClient.start();
    try {
      await client.open(uri, text);
      const { subject, contents } = await client.request<ServerRequests['coursewright/panelSubject']['result']>(
        'coursewright/panelSubject',
        { uri, position: { line: 4, character: 3 } },
      );
      assert.ok(subject?.kind === 'diagram');
      assert.equal(subject.title, 'Routing');
      assert.deepEqual(
        subject.nodes.map(({ id, label }) => [id, label]),
        [
          ['R', 'Router'],
          ['E', 'Expert'],
        ],
      );
      assert.deepEqual(subject.nodes[0]?.range, { start: { line: 4, character: 2 }, end: { line: 4, character: 3 } });
      assert.equal(contents.length, 1);
    } finally {
      await client.stop();
    }
  });

  it('answer with all demos of a document at once', async () => {
    const client = await TestLanguageClient.start();
    try {
      await client.open(uri, `${text}\n\`\`\`moe\nexperts: 4\n\`\`\`\n\n# Cache\n\n\`\`\`mla\n\`\`\`\n`);
      const ask = (of: string) =>
        client.request<ServerRequests['coursewright/panelLesson']['result']>('coursewright/panelLesson', { uri: of });
      const { demos } = await ask(uri);
      assert.deepEqual(
        demos.map(({ uri: of, index, demo, title }) => [of, index, demo, title]),
        [
          [uri, 1, 'moe', 'Routing'],
          [uri, 2, 'mla', 'Cache'],
        ],
      );
      assert.deepEqual(await ask('untitled:/none.md'), { demos: [] });
    } finally {
      await client.stop();
    }
  });
});

describe('The panel’s requests about a large text', function () {
  this.timeout(120_000);
  let client: TestLanguageClient;
  type Found = ServerRequests['coursewright/panelSubject']['result'];
  const ask = (index = 0, patient = true) =>
    client.request<Found>('coursewright/panelSubject', { uri, index, patient });

  beforeEach(async () => {
    client = await TestLanguageClient.start();
  });
  afterEach(() => client.stop());

  it('never say that it has nothing while it is being read', async () => {
    const diagram = '```mermaid\nflowchart TD\n  R[Router] --> E[Expert]\n```\n';
    await client.open(uri, `# Routing\n\n${`${diagram}\n${'The water waits. '.repeat(20)}\n\n`.repeat(600)}`);
    const answers = [await ask(599, false)];
    assert.deepEqual(answers[0], { subject: null, contents: [], unread: 'reading' });
    await until(async () => {
      const found = await ask(599);
      answers.push(found);
      return found.subject !== null;
    }, 'its last diagram');
    assert.deepEqual(
      [...new Set(answers.slice(0, -1).map(({ unread }) => unread))].filter((why) => why !== 'reading'),
      [],
    );
    const { unread, contents } = answers.at(-1)!;
    assert.deepEqual([unread, contents.length], [null, 600]);
  });

  it('say that it is left out where reading it comes to no end', async () => {
    await client.open(uri, '```mermaid\n'.repeat(200_000));
    const answers: Found[] = [];
    await until(async () => {
      answers.push(await ask());
      return answers.at(-1)!.unread === 'left out';
    }, 'that it is left out');
    for (const { unread } of answers.slice(0, -1)) assert.equal(unread, 'reading');
    await client.change(uri, 2, text);
    assert.deepEqual(await ask().then(({ unread, subject }) => [unread, subject?.title]), [null, 'Routing']);
  });
});

describe('A demo’s data', () => {
  it('is the editor’s text while it is open, and moves what is said of the lesson', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'data-'));
    const lesson = '# L\n\n```scaling-law\ndata: { path: runs.csv, n: n, d: d, loss: loss }\n```\n';
    writeFileSync(join(folder, 'lesson.md'), lesson);
    writeFileSync(join(folder, 'runs.csv'), 'n,d,loss\n');
    const root = pathToFileURL(folder).toString();
    const client = await TestLanguageClient.start({ root });
    const says = (part: RegExp) =>
      client.pushed(`${root}/lesson.md`, (found) => found.some(({ message }) => part.test(String(message))));
    try {
      await client.open(`${root}/lesson.md`, lesson);
      await says(/leaves 0 runs/);
      await client.open(`${root}/runs.csv`, 'n,d\n1,2\n', 'csv');
      await says(/names no column/);
      await client.close(`${root}/runs.csv`);
      await says(/leaves 0 runs/);
    } finally {
      await client.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('is read beside the lesson, and not outside the course', async () => {
    const root = pathToFileURL(resolve('samples/course')).toString();
    const client = await TestLanguageClient.start({ root });
    try {
      const read = (path: string) =>
        client.request<{ file: { text: string } | null }>('coursewright/demoData', {
          uri: `${root}/scaling-laws.md`,
          path,
        });
      assert.match((await read('data/simulated-runs.csv')).file?.text ?? '', /,/);
      assert.equal((await read('../../package.json')).file, null);
      assert.equal((await read('data/none.csv')).file, null);
    } finally {
      await client.stop();
    }
  });
});
