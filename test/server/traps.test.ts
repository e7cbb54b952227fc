import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestLanguageClient } from '../support/language-client';
import { isWindows, skipUnlessSystemHas } from '../support/system-has';
import { setTraps } from '../support/traps';
import { until } from '../support/until';

describe('What is no regular file, in a course over the language server', function () {
  this.timeout(120_000);
  let folder: string;
  let client: TestLanguageClient;
  before(function () {
    skipUnlessSystemHas(this, 'pipes among files', !isWindows);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coursewright-traps-'));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [course, files] of [
    ['a small course', 1],
    ['a course that is read in threads', 250],
  ] as const) {
    it(`is left out and named: ${course}`, async () => {
      mkdirSync(join(folder, 'terms'));
      setTraps(folder);
      for (let i = 0; i < files; i++)
        writeFileSync(
          join(folder, 'terms', `${i}.md`),
          i === 0 ? '# Terms\n\n- **Router (RT):** Picks.\n' : '# Lesson\n',
        );
      client = await TestLanguageClient.start({
        root: pathToFileURL(folder).toString(),
        capabilities: { window: { workDoneProgress: true } },
      });
      const said: string[] = [];
      client.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        said.push(message);
      });
      await client.loaded();
      const symbols = await client.request<{ name: string }[]>('workspace/symbol', { query: 'Router' });
      assert.deepEqual(
        symbols.map(({ name }) => name),
        ['Router (RT)'],
      );
      for (const left of [
        /\/pipe\.md: is no file, but a pipe/,
        /zero\.md: is no file/,
        /large\.md: larger than 16 MB/,
      ]) {
        await until(() => said.some((message) => left.test(message)), String(left));
      }
    });
  }
});
