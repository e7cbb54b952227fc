import assert from 'node:assert/strict';
import { isByLink } from '../../src/extension/is-by-link';

describe('isByLink', () => {
  const links = new Set(['vfs:/course/out', 'vfs:/course/data/link.csv', 'vfs:/course']);
  const rows: readonly [path: string, byLink: boolean][] = [
    ['vfs:/course/data/plain.csv', false],
    ['vfs:/course/plain.csv', false],
    ['vfs:/course/data/link.csv', true],
    ['vfs:/course/out/plain.csv', true],
    ['vfs:/course/out/deep/plain.csv', true],
    ['vfs:/course/../secret.csv', true],
    ['vfs:/course/data/%2e%2e/%2E./secret.csv', true],
    ['vfs:/course-two/plain.csv', true],
  ];
  for (const [path, byLink] of rows)
    it(`${path}: ${byLink}`, async () => {
      assert.equal(await isByLink(path, 'vfs:/course', async (uri) => links.has(uri)), byLink);
    });
});
