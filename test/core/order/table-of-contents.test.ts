import assert from 'node:assert/strict';
import { tableOfContents } from '../../../src/core/order/table-of-contents';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

const pages = ['intro.md', 'attention.md', 'caching.md', 'deep/moe.md'];

const rows: readonly (readonly [
  what: string,
  file: string,
  text: string,
  folder: string,
  order: readonly string[] | undefined,
])[] = [
  [
    'MkDocs, with sections, tags of Python and a page that is not there',
    'mkdocs.yml',
    'nav:\n  - intro.md\n  - Core:\n      - Caching: caching.md\n      - gone.md\n      - Attention: attention.md\nplugins:\n  - x: !!python/name:a.b\n',
    'docs/',
    ['intro.md', 'caching.md', 'attention.md'],
  ],
  [
    'MkDocs with its own folder',
    'mkdocs.yml',
    'docs_dir: src\nnav: [caching.md, intro.md]\n',
    'src/',
    ['caching.md', 'intro.md'],
  ],
  [
    'Jupyter Book, whose captions may read like pages',
    '_toc.yml',
    'format: jb-book\nroot: intro\nparts:\n  - caption: attention\n    chapters:\n      - file: deep/moe\n        sections:\n          - file: caching\n            title: attention\n',
    '',
    ['intro.md', 'deep/moe.md', 'caching.md'],
  ],
  ['a list of an old Jupyter Book', '_toc.yml', '- file: caching\n- file: intro\n', '', ['caching.md', 'intro.md']],
  [
    'a course of Hugging Face',
    '_toctree.yml',
    '- title: intro\n  sections:\n    - local: deep/moe\n      title: caching\n    - local: attention\n',
    '',
    ['deep/moe.md', 'attention.md'],
  ],
  [
    'MyST',
    'myst.yml',
    'project:\n  toc:\n    - file: caching.md\n    - title: Deep\n      children:\n        - file: deep/moe.md\n',
    '',
    ['caching.md', 'deep/moe.md'],
  ],
  [
    'a book of Quarto',
    '_quarto.yml',
    'book:\n  chapters:\n    - intro.md\n    - part: Core\n      chapters: [deep/moe.md, attention.md]\n',
    '',
    ['intro.md', 'deep/moe.md', 'attention.md'],
  ],
  [
    'a website of Quarto',
    '_quarto.yml',
    'website:\n  sidebar:\n    contents:\n      - section: A\n        contents:\n          - href: caching.md\n            text: intro\n      - attention.md\n',
    '',
    ['caching.md', 'attention.md'],
  ],
  [
    'mdBook',
    'SUMMARY.md',
    '# Summary\n\n- [Caching](caching.md)\n  - [MoE](./deep/moe.md)\n- [Draft]()\n- [Web](https://a.b/intro.md)\n',
    '',
    ['caching.md', 'deep/moe.md'],
  ],
  [
    'Docusaurus, without comments and labels',
    'sidebars.js',
    "// 'intro'\n/* 'intro' */\nmodule.exports = { s: ['caching', { type: 'category', label: 'intro', items: [\"attention\"] }] };",
    'docs/',
    ['caching.md', 'attention.md'],
  ],
  ['one page alone', 'SUMMARY.md', '[Caching](caching.md)', '', undefined],
  ['broken YAML', 'mkdocs.yml', 'nav: [caching.md', 'docs/', undefined],
  ['no table', 'notes.txt', 'caching.md, intro.md', '', undefined],
];

describe('tableOfContents', () => {
  for (const [what, file, text, folder, order] of rows) {
    it(`reads ${what}`, async () => {
      const files = Object.fromEntries(pages.map((page) => [folder + page, `# ${page}\n`]));
      const { course } = memoryCourse({ ...files, [file]: text });
      const found = await tableOfContents(course, `${memoryRoot}/${folder}${order?.[0] ?? 'caching.md'}`);
      const names = found && [...found.places.keys()].map((uri) => uri.slice(memoryRoot.length + 1 + folder.length));
      assert.deepEqual(names, order);
      if (order) assert.equal(found!.source, file);
    });
  }

  it('asks the nearest one that names the page', async () => {
    const { course } = memoryCourse({
      'a/SUMMARY.md': '[x](x.md) [y](y.md)',
      'a/x.md': '',
      'a/y.md': '',
      'a/z.md': '',
      'SUMMARY.md': '[z](a/z.md) [y](a/y.md)',
    });
    const placesOf = async (name: string) => (await tableOfContents(course, `${memoryRoot}/${name}`))?.places.size;
    assert.deepEqual([await placesOf('a/y.md'), await placesOf('a/z.md')], [2, 2]);
    assert.equal((await tableOfContents(course, `${memoryRoot}/a/z.md`))!.places.get(`${memoryRoot}/a/y.md`), 1);
  });
});
