import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { defaultSettings } from '../../src/core/settings';
import { clientFiles } from '../../src/web/client-files';

const root = 'vscode-vfs://github/someone/course';

/** The files of a client that keeps them elsewhere than on a disk, by their paths below the root. */
function filesOf(
  texts: Readonly<Record<string, string>>,
  exclude: readonly string[] = [],
  roots = [root],
  links: readonly string[] = [],
) {
  const warnings: string[] = [];
  const asked: string[] = [];
  const answers: Readonly<Record<string, (params: Record<string, string | number>) => unknown>> = {
    'coursewright/files/list': ({ folder }) =>
      folder === root ? Object.keys(texts).map((path) => `${root}/${encodeURI(path)}`) : null,
    'coursewright/files/read': ({ uri, maxSize, within }) => {
      const path = decodeURI(String(uri).slice(root.length + 1));
      const text = texts[path];
      if (text === undefined) return null;
      const above = within === undefined ? '' : String(within).slice(root.length + 1);
      if (within !== undefined && links.some((link) => `${path}/`.startsWith(`${link}/`) && link.length > above.length))
        return { refused: 'is reached by a link' };
      return text.length > Number(maxSize) ? { refused: 'is larger than 0 MB' } : { text };
    },
    'coursewright/files/names': ({ folder }) => {
      const below = Object.keys(texts).flatMap((path) => {
        const above = `${decodeURI(String(folder))}/`;
        const whole = `${root}/${path}`;
        return whole.startsWith(above) ? [whole.slice(above.length).split('/')[0]!] : [];
      });
      return [...new Set(below)];
    },
  };
  const connection = {
    async sendRequest(method: string, params: Record<string, string | number>) {
      asked.push(method);
      return answers[method]!(params);
    },
  } as unknown as Connection;
  const settingsOf = async () => ({ exclude: [...exclude], files: defaultSettings.files });
  const files = clientFiles(connection, { roots: () => roots, settingsOf, warn: (message) => warnings.push(message) });
  return { files, warnings, asked };
}

const names = (uris: readonly string[] | undefined) => uris?.map((uri) => uri.slice(root.length + 1));

describe('The files of a client', () => {
  const course = {
    'lesson.md': '# L',
    'notes.txt': 'no course text',
    'draft/old.md': '# O',
    'week 1/one.mdx': '# 1',
    'week 1/plot.png': '',
    'week 1/runs.csv': 'a,b',
    'built/page.md': '# B',
    'built/.gitignore': '*\n!kept.md\n',
    'built/kept.md': '# K',
  };

  it('are listed by ending, without what settings and .gitignore leave out', async () => {
    const { files } = filesOf(course, ['draft/']);
    assert.deepEqual(names(await files.workspace.list(root)), ['built/kept.md', 'lesson.md', 'week%201/one.mdx']);
    assert.deepEqual(names(await files.workspace.listImages(root)), ['week%201/plot.png']);
    assert.deepEqual(names(await files.workspace.listTables(root)), ['week%201/runs.csv']);
    assert.equal(await files.workspace.covers(`${root}/draft/old.md`), false);
    assert.equal(await files.workspace.covers(`${root}/lesson.md`), true);
  });

  it('of another course inside belong to that one', async () => {
    const { files } = filesOf(course, [], [root, `${root}/draft`]);
    assert.deepEqual(names(await files.workspace.list(root)), ['built/kept.md', 'lesson.md', 'week%201/one.mdx']);
  });

  it('are asked for once for the many links of a course', async () => {
    const { files, asked } = filesOf(course);
    const found = await Promise.all([1, 2, 3].map(() => files.workspace.spellings(`${root}/Week%201/One.mdx`)));
    assert.deepEqual(found[0], [`${root}/week%201/one.mdx`]);
    assert.equal(asked.length, 2);
  });

  it('are spelled as their folders list them, and are not there when they are not', async () => {
    const { files } = filesOf(course);
    assert.deepEqual(await files.workspace.spellings(`${root}/lesson.md`), [`${root}/lesson.md`]);
    assert.deepEqual(await files.workspace.spellings(`${root}/gone/lesson.md`), []);
  });

  it('are read with the limit of the settings, and what is refused is said', async () => {
    const { files, warnings } = filesOf({ 'lesson.md': '# L' });
    assert.deepEqual(await files.workspace.read(`${root}/lesson.md`), {
      uri: `${root}/lesson.md`,
      text: '# L',
      version: 0,
    });
    assert.equal(await files.workspace.read(`${root}/gone.md`), undefined);
    assert.deepEqual(await files.workspace.readData(`${root}/lesson.md`, root, 1), { refused: 'is larger than 0 MB' });
    for (const way of ['../other/runs.csv', '%2e%2e/other/runs.csv', 'week/..%2F../other/runs.csv', '..'])
      assert.deepEqual(await files.workspace.readData(`${root}/${way}`, root, 1000), {
        refused: 'leads outside the course',
      });
    assert.deepEqual(await files.workspace.readData('vscode-vfs://github/other/x.csv', root, 9), {
      refused: 'leads outside the course',
    });
    assert.deepEqual(warnings, []);
  });

  it('are not read through links, be they lessons, settings, rules or data', async () => {
    const all = { 'a.md': '', 'sub/b.md': '', 'sub/coursewright.json': '{}', '.gitignore': 'a.md\n', 'd.csv': '' };
    for (const link of ['a.md', 'sub', '.gitignore', 'd.csv', undefined]) {
      const { files, warnings } = filesOf(all, [], [root], link === undefined ? [] : [link]);
      assert.deepEqual(names(await files.markedFolders(root)), link === 'sub' ? [] : ['sub'], link);
      assert.equal((await files.workspace.read(`${root}/a.md`)) === undefined, link === 'a.md', link);
      assert.equal((await files.workspace.read(`${root}/sub/b.md`)) === undefined, link === 'sub', link);
      const data = await files.workspace.readData(`${root}/d.csv`, root, 9);
      assert.deepEqual(data, link === 'd.csv' ? { refused: 'is reached by a link' } : { text: '' }, link);
      const listed = names(await files.workspace.list(root));
      assert.equal(listed!.includes('a.md'), link === '.gitignore', 'rules behind a link are none');
      const [said] = warnings;
      if (link === undefined || link === 'd.csv')
        assert.equal(said, undefined, 'what a demo names is said at the demo');
      else assert.match(said!, /^\S+ is reached by a link$/);
    }
  });

  it('state settings of their own, and mark folders as courses', async () => {
    const { files } = filesOf({
      'coursewright.jsonc': '{ "exclude": ["a"], "hints.uses": false }',
      'coursewright.json': '{ "exclude": ["b"] }',
      'inner/coursewright.json': '{}',
    });
    assert.deepEqual(await files.statedSettings(root), {
      exclude: ['b'],
      'hints.uses': false,
      severity: {},
    });
    assert.deepEqual(names(await files.settingsFiles(root)), ['coursewright.jsonc', 'coursewright.json']);
    assert.deepEqual(await files.markedFolders(root), [`${root}/inner`]);
  });

  it('of a client that cannot list them are looked up one by one', async () => {
    const { files } = filesOf(course, [], ['memfs:/elsewhere']);
    assert.equal(await files.workspace.list('memfs:/elsewhere'), undefined);
    assert.equal(await files.workspace.covers('memfs:/elsewhere/a.md'), true);
  });
});
