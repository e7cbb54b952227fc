import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { courseFacts } from '../../../src/core/course-facts';
import { moveFiles } from '../../../src/core/features/move-files';
import { defaultSettings } from '../../../src/core/settings';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

type Files = Readonly<Record<string, string>>;

const uriOf = (name: string) => `${memoryRoot}/${name.split('/').map(encodeURIComponent).join('/')}`;

/** The texts that an editor is to change, by the files' old names, as they are afterwards. */
async function changed(files: Files, moves: Files, builtIn = false): Promise<Files> {
  const { course } = memoryCourse(files, {}, courseFacts);
  const list = Object.entries(moves).map(([from, to]) => ({ from: uriOf(from), to: uriOf(to) }));
  const edits = await moveFiles(course, list, defaultSettings, (uri) => builtIn && uri.endsWith('.md'));
  const texts: Record<string, string> = {};
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const name = decodeURIComponent(uri.slice(memoryRoot.length + 1));
    const own = edits.filter((edit) => edit.uri === uri);
    texts[name] = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, files[name]!), own);
  }
  return texts;
}

const demo = (path: string) => `\`\`\`scaling-law\ndata:\n  path: ${path}\n\`\`\`\n`;

/** What moves where, a text beside it as it is and as it is to be; it stays where that is undefined. */
const rows: readonly (readonly [
  moves: Files,
  name: string,
  before: string,
  after: string | undefined,
  others?: Files,
])[] = [
  [
    { 'a.md': 'b.md' },
    'one.md',
    '[x](a.md) [y](./a.md#t "T") <a.md> `[x](a.md)`',
    '[x](b.md) [y](./b.md#t "T") <a.md> `[x](a.md)`',
  ],
  [{ 'a.md': 'part/b c.md' }, 'one.md', '[r]: a.md\n\n[x](<a.md>)', '[r]: part/b%20c.md\n\n[x](<part/b%20c.md>)'],
  [
    { 'a.md': 'part/a.md' },
    'one.mdx',
    '[x](a) [y](gone.md) [z](https://e.org/a.md)',
    '[x](part/a) [y](gone.md) [z](https://e.org/a.md)',
  ],
  [
    { 'one.md': 'part/one.md' },
    'one.md',
    '[x](a.md) ![p](p.png) [self](#t) [me](one.md)',
    '[x](../a.md) ![p](../p.png) [self](#t) [me](one.md)',
  ],
  [{ 'one.md': 'two.md' }, 'one.md', '[x](a.md) [me](one.md#t)', '[x](a.md) [me](two.md#t)'],
  [
    { part: 'chapter' },
    'one.md',
    '[x](part/in.md) [y](part/) [z](/part/in.md)',
    '[x](chapter/in.md) [y](chapter/) [z](/chapter/in.md)',
    { 'part/in.md': '' },
  ],
  [
    { part: 'deep/part' },
    'part/in.md',
    '[x](near.md) [y](../a.md)',
    '[x](near.md) [y](../../a.md)',
    { 'part/near.md': '' },
  ],
  [
    { 'part/in.md': 'in.md', 'part/near.md': 'near.md' },
    'part/in.md',
    '[x](near.md)',
    undefined,
    { 'part/near.md': '' },
  ],
  [
    { 'part/README.md': 'other/README.md' },
    'one.md',
    '[x](part/) [y](part)',
    '[x](other/) [y](other)',
    { 'part/README.md': '' },
  ],
  [{ 'p.png': 'img/q.png' }, 'one.md', '![p](p.png) ![[p.png|20]]', '![p](img/q.png) ![[q.png|20]]'],
  [{ 'a.md': 'part/a.md' }, 'one.md', '[[a]] [[a#T|x]] ![[a]]', undefined],
  [
    { 'a.md': 'part/new name.md' },
    'one.md',
    '[[a]] [[A#T|x]] [[a.md]]',
    '[[new name]] [[new name#T|x]] [[new name.md]]',
  ],
  [{ 'part/in.md': 'other/in.md' }, 'one.md', '[[part/in|x]] [[in]]', '[[other/in|x]] [[in]]', { 'part/in.md': '' }],
  [{ 'a.md': 'part/in.md' }, 'one.md', '[[a]]', '[[part/in]]', { 'deep/in.md': '' }],
  [{ 'a.md': 'b.md' }, 'one.md', '[[Another]]', undefined, { 'a.md': '---\naliases: [Another]\n---\n' }],
  [
    { 'a.md': "it's.md" },
    'app.py',
    'st.markdown("""# T\n\n[x](a.md)\n""")\n',
    'st.markdown("""# T\n\n[x](it%27s.md)\n""")\n',
  ],
  [
    { 'q.qmd': 'b.qmd' },
    'one.qmd',
    '[x](q.html#s) [y](q.qmd)',
    '[x](b.html#s) [y](b.qmd)',
    { 'q.qmd': '', '_quarto.yml': '' },
  ],
  [{ 'docs/a.md': 'docs/b.md' }, 'docs/one.md', '[x](/a)', '[x](/b)', { 'docs/a.md': '', 'mkdocs.yml': '' }],
  [
    { 'data/runs.csv': 'data/all runs.csv' },
    'one.md',
    demo('data/runs.csv'),
    demo('data/all runs.csv'),
    { 'data/runs.csv': '' },
  ],
  [{ 'one.md': 'part/one.md' }, 'one.md', demo('data/runs.csv'), demo('../data/runs.csv'), { 'data/runs.csv': '' }],
  [{ 'a.md': 'a.md' }, 'one.md', '[x](a.md)', undefined],
];

describe('moveFiles', () => {
  for (const [moves, name, before, after, others] of rows) {
    it(`${after === undefined ? 'leaves' : 'mends'} ${JSON.stringify(before)} in ${name} for ${JSON.stringify(moves)}`, async () => {
      const files = { 'a.md': '# T\n', 'p.png': '', ...others, [name]: before };
      assert.deepEqual(await changed(files, moves), after === undefined ? {} : { [name]: after });
    });
  }

  it('leaves plain links to an editor that lets them follow, and mends what that does not know', async () => {
    const files = {
      'a.md': '# T\n',
      'b.qmd': '',
      'one.md': '[x](a.md) [[a]] [q](b.qmd)\n',
      'two.mdx': '[x](a.md)\n',
      'app.py': 'st.markdown("""# T\n\n[x](a.md)\n""")\n',
    };
    assert.deepEqual(await changed(files, { 'a.md': 'c.md' }, true), {
      'one.md': '[x](a.md) [[c]] [q](b.qmd)\n',
      'two.mdx': '[x](c.md)\n',
      'app.py': 'st.markdown("""# T\n\n[x](c.md)\n""")\n',
    });
    assert.deepEqual(await changed(files, { 'b.qmd': 'c.qmd' }, true), { 'one.md': '[x](a.md) [[a]] [q](c.qmd)\n' });
  });
});
