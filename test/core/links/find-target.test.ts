import assert from 'node:assert/strict';
import { fileLinks } from '../../../src/core/links/file-links';
import { findTarget } from '../../../src/core/links/find-target';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

type Row = readonly [site: Readonly<Record<string, string>>, from: string, written: string, found: string];

/** What a site's own rules make of a link: a file of the course, or a kind of answer without one. */
const rows: readonly Row[] = [
  [{ 'docusaurus.config.js': '', 'docs/a.md': '---\nslug: /start\n---\n' }, 'docs/one.md', '/docs/start', 'docs/a.md'],
  [{ 'docusaurus.config.js': '', 'docs/a.md': '---\nslug: /start\n---\n' }, 'docs/one.md', './start', 'docs/a.md'],
  [{ 'docusaurus.config.js': '', 'docs/01-a.md': '---\nid: first\n---\n' }, 'docs/one.md', 'first#x', 'docs/01-a.md'],
  [{ 'docusaurus.config.js': '', 'docs/a.md': '---\nslug: /start\n---\n' }, 'docs/one.md', '/docs/other', 'unknown'],
  [
    { 'docusaurus.config.js': '', 'docs/a/x.md': '---\nid: y\n---\n', 'docs/b/x.md': '---\nid: y\n---\n' },
    ...(['docs/one.md', './y', 'unknown'] as const),
  ],
  [
    { '_config.yml': '', '_posts/2020-a.md': '---\npermalink: /about/us/\n---\n' },
    'one.md',
    '/about/us',
    '_posts/2020-a.md',
  ],
  [{ '_config.yml': '', 'a.md': '---\npermalink: /about.html\n---\n' }, 'one.md', '/about.html', 'a.md'],
  [
    { 'hugo.toml': '', 'content/a.md': '+++\naliases = ["/old/place"]\n+++\n' },
    'content/one.md',
    '/old/place/',
    'content/a.md',
  ],
  [{ 'a.md': '---\nslug: /start\n---\n' }, 'one.md', './start', 'missing'],
  [
    { 'config.yaml': 'carpentry: "swc"\n', 'learners/setup.md': '' },
    'episodes/one.md',
    'setup.md',
    'learners/setup.md',
  ],
  [
    { 'config.yaml': 'carpentry: "swc"\n', 'episodes/fig/a.svg': '' },
    'learners/one.md',
    'fig/a.svg',
    'episodes/fig/a.svg',
  ],
  [{ 'config.yaml': 'carpentry: "swc"\n', 'LICENSE.md': '' }, 'episodes/one.md', 'LICENSE.html', 'LICENSE.md'],
  [{ 'config.yaml': 'carpentry: "swc"\n', 'learners/setup.md': '' }, 'episodes/one.md', 'setups.md', 'missing'],
  // A page's address is a folder's, unless `use_directory_urls` is off: links of both forms lead to the page.
  [{ 'mkdocs.yml': '', 'docs/b.md': '' }, 'docs/a.md', '../b/', 'docs/b.md'],
  [{ 'mkdocs.yml': '', 'docs/b.md': '' }, 'docs/a.md', 'b.html', 'docs/b.md'],
  [{ 'mkdocs.yml': '', 'docs/b.md': '' }, 'docs/a.md', '../b.html', 'docs/b.md'],
  [{ 'mkdocs.yml': '', 'docs/x/index.md': '' }, 'docs/x/a.md', '../../x/', 'docs/x/index.md'],
  [{ 'docs/docs.json': '{ "navigation": {} }', 'docs/a/b.mdx': '' }, 'docs/one.mdx', '/a/b', 'docs/a/b.mdx'],
  [{ 'mint.json': '{ "navigation": [] }', 'a/b.mdx': '' }, 'a/one.mdx', './b', 'a/b.mdx'],
  [{ 'docs.json': '{ "navigation": [] }', 'images/a.png': '' }, 'a/one.mdx', '/images/a.png', 'images/a.png'],
  [{ 'docs/docs.json': '{ "other": 1 }', 'docs/a/b.mdx': '' }, 'docs/one.mdx', '/a/b', 'unknown'],
  [{ 'config.yaml': 'theme: x\n', 'learners/setup.md': '' }, 'episodes/one.md', 'setup.md', 'missing'],
];

const rewrites = `export default defineConfig({
  rewrites: {
    // Where packages keep their pages.
    'packages/:pkg/src/(.*)': ':pkg/index.md',
    "guide/:rest*": 'en/:rest',
  },
})`;
const packages = { '.vitepress/config.ts': rewrites, 'packages/a/src/one.md': '', 'packages/b/src/two.md': '' };

/** What the rewrites of a site make of links: pages are named as they are shown. */
const rewritten: readonly Row[] = [
  [packages, 'index.md', '/b/', 'packages/b/src/two.md'],
  [packages, 'index.md', 'b/index.md', 'packages/b/src/two.md'],
  [packages, 'packages/a/src/one.md', '../b/index', 'packages/b/src/two.md'],
  [packages, 'index.md', '/packages/b/src/two', 'packages/b/src/two.md'],
  [packages, 'index.md', '/c/other.md', 'missing'],
  [{ '.vitepress/config.ts': rewrites, 'guide/deep/x.md': '' }, 'index.md', '/en/deep/x', 'guide/deep/x.md'],
  [{ '.vitepress/config.ts': 'rewrites: (id) => id', 'guide/x.md': '' }, 'index.md', '/en/x', 'unknown'],
];

/** Sites whose rewrites may be read in so many ways that no answer would come: such a rule is left out. */
const endless = Object.fromEntries(
  ['(.*)a(.*)a(.*)a(.*)b', ':a:b:c:d-', '(.*)/:a-:b(.*)-x'].map((pattern) => [
    pattern,
    {
      '.vitepress/config.ts': `rewrites: { '${pattern}': 'x', 'guide/:rest*': 'en/:rest' }`,
      'guide/x.md': '',
      ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${'a-'.repeat(120)}${i}.md`, ''])),
    },
  ]),
);

describe('findTarget on sites', () => {
  for (const [pattern, site] of Object.entries(endless))
    it(`comes to an answer past a rule of ${pattern}`, async () => {
      const { course } = memoryCourse({ ...site, 'index.md': '' }, {}, [fileLinks]);
      const found = await findTarget(course, '/en/x', `${memoryRoot}/index.md`);
      assert.equal(found.kind === 'file' && found.uri, `${memoryRoot}/guide/x.md`);
    });

  for (const [site, from, written, expected] of [...rows, ...rewritten]) {
    it(`leads from ${written} in ${from} to ${expected} beside ${Object.keys(site).join(', ')}`, async () => {
      const { course } = memoryCourse({ ...site, [from]: '' }, {}, [fileLinks]);
      const found = await findTarget(course, written, `${memoryRoot}/${from}`);
      const met = found.kind === 'file' ? decodeURIComponent(found.uri.slice(memoryRoot.length + 1)) : found.kind;
      assert.equal(met, expected);
    });
  }
});
