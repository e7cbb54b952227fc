import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { unpackFacts } from '../../src/core/course/fact';
import { courseFacts } from '../../src/core/course-facts';
import { type FileTerms, fileTerms } from '../../src/core/glossary/file-terms';
import { createCourseReader } from '../../src/host/course-reader';
import { builtWorker } from '../support/built-worker';

describe('the course reader', function () {
  this.timeout(120_000);
  let folder: string;
  let thread: string;
  const maxSize = 1000;
  const uriOf = (name: string) => URI.file(join(folder, name)).toString();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-reader-'));
    for (let i = 0; i < 12; i++)
      writeFileSync(join(folder, `${i}.md`), `# Glossary\n\n- **Gate ${i} (G${i}X):** Opens.\n`);
    thread = await builtWorker('server', 'server.js', 'src/host');
    writeFileSync(join(folder, 'broken.js'), 'throw new Error("no thread today");');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('answers each question with its own file, in threads', async () => {
    const reader = createCourseReader({ workerScript: thread, threads: 2 });
    const names = Array.from({ length: 12 }, (_, i) => i);
    const read = await Promise.all(names.map((i) => reader.read(uriOf(`${i}.md`), maxSize)));
    const terms = read.map((facts) => unpackFacts(facts!, courseFacts).get(fileTerms) as FileTerms);
    assert.deepEqual(
      terms.map(({ entries }) => entries.map(({ acronym }) => acronym)),
      names.map((i) => [`G${i}X`]),
    );
    assert.equal(await reader.read(uriOf('none.md'), maxSize), undefined);
    assert.equal(await reader.read(uriOf('1.md'), 5), undefined, 'too large');
    await reader.dispose();
  });

  it('says so when its thread fails, and does not wait for ever', async () => {
    const reader = createCourseReader({ workerScript: join(folder, 'broken.js') });
    await assert.rejects(reader.read(uriOf('1.md'), maxSize), /no thread today/);
  });

  it('gives up a file that takes too long, and goes on in another thread', async () => {
    const script = join(folder, 'slow.js');
    writeFileSync(
      script,
      `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ uri }) => { while (uri.endsWith('slow.md')); parentPort.postMessage({ facts: [uri] }); });`,
    );
    const reader = createCourseReader({ workerScript: script, threads: 1, timeout: 2000 });
    await assert.rejects(reader.read(uriOf('slow.md'), maxSize), /takes more than 2 seconds; it is left out/);
    assert.deepEqual(await reader.read(uriOf('1.md'), maxSize), [uriOf('1.md')]);
    await reader.dispose();
  });
});
