import assert from 'node:assert/strict';
import { Course } from '../../../../src/core/course/course';
import { readerTarget } from '../../../../src/core/mermaid/target/reader-target';
import { parseCourseDocument } from '../../../../src/core/parse-course-document';
import { memoryCourse, memoryRoot, memoryWorkspace } from '../../../support/memory-course';

const npm = (version: string) =>
  `{ "lockfileVersion": 3, "packages": { "node_modules/@mermaid-js/parser": { "version": "0.6.2" }, "node_modules/mermaid": {\n "version": "${version}",\n "dev": true } } }`;

/** Files of a course, and the version that readers have with what says so. */
const rows: Record<
  string,
  { readonly files: Readonly<Record<string, string>>; readonly says?: readonly [string, string] }
> = {
  'a lock file of npm': { files: { 'package-lock.json': npm('11.4.1') }, says: ['11.4.1', 'package-lock.json'] },
  'an old lock file of npm': {
    files: { 'package-lock.json': '{ "dependencies": { "mermaid": { "version": "9.3.0" } } }' },
    says: ['9.3.0', 'package-lock.json'],
  },
  'a lock file of npm without Mermaid': {
    files: { 'package-lock.json': '{ "packages": { "node_modules/@mermaid-js/parser": { "version": "0.6.2" } } }' },
  },
  'lock files of yarn': {
    files: {
      'yarn.lock': 'mermaid@>=9, mermaid@^10.4.0:\n  version "10.9.1"\n\n"mermaid@npm:^11.0.0":\n  version: 11.2.0\n',
    },
    says: ['11.2.0', 'yarn.lock'],
  },
  'a lock file of pnpm': {
    files: { 'pnpm-lock.yaml': "packages:\n  '@mermaid-js/parser@0.6.2':\n    a: 1\n  mermaid@11.6.0:\n    b: 1\n" },
    says: ['11.6.0', 'pnpm-lock.yaml'],
  },
  'a site in a folder beside the pages': {
    files: { 'website/package-lock.json': npm('10.9.3') },
    says: ['10.9.3', 'website/package-lock.json'],
  },
  'the nearest of two': {
    files: { 'package-lock.json': npm('11.4.1'), 'part/yarn.lock': 'mermaid@^9:\n  version "9.4.3"\n' },
    says: ['9.4.3', 'yarn.lock'],
  },
  'a range of package.json': {
    files: { 'package.json': '{ "dependencies": { "mermaid": "^10.2.0" } }' },
    says: ['10', 'package.json'],
  },
  'a near range of package.json': {
    files: { 'package.json': '{ "dependencies": { "mermaid": "~10.2.4" } }' },
    says: ['10.2', 'package.json'],
  },
  'any version of package.json': { files: { 'package.json': '{ "dependencies": { "mermaid": "latest" } }' } },
  'a script of MkDocs': {
    files: {
      'mkdocs.yml':
        'theme:\n  name: material\nextra_javascript:\n  - https://unpkg.com/mermaid@10.6.1/dist/mermaid.min.js\n',
    },
    says: ['10.6.1', 'mkdocs.yml'],
  },
  'a plug-in of MkDocs': {
    files: { 'mkdocs.yml': 'plugins:\n  - search\n  - mermaid2:\n      arguments: 1\n      version: 10.1.0\n' },
    says: ['10.1.0', 'mkdocs.yml'],
  },
  'a pinned Material for MkDocs': {
    files: {
      'mkdocs.yml': 'theme:\n  name: material\n',
      'docs/requirements.txt': 'mkdocs\nmkdocs-material[imaging]==9.5.3\n',
    },
    says: ['10.6.1', 'Material for MkDocs 9.5.3 of docs/requirements.txt'],
  },
  'a locked Material for MkDocs': {
    files: {
      'mkdocs.yml': 'theme:\n  name: "material"\n',
      'uv.lock': '[[package]]\nname = "mkdocs-material"\nversion = "9.6.1"\n',
    },
    says: ['11', 'Material for MkDocs 9.6.1 of uv.lock'],
  },
  'any Material for MkDocs': {
    files: { 'mkdocs.yml': 'theme:\n  name: material\n' },
    says: ['11', 'Material for MkDocs'],
  },
  'MkDocs with another theme': { files: { 'mkdocs.yml': 'theme:\n  name: readthedocs\n' } },
  'Quarto as required': {
    files: { '_quarto.yml': 'project:\n  type: book\n  quarto-required: "1.5.57"\n' },
    says: ['10.2.0', 'Quarto 1.5.57 of _quarto.yml'],
  },
  'Quarto as a workflow sets it up': {
    files: {
      '_quarto.yml': 'project:\n  quarto-required: ">=1.2"\n',
      '.github/workflows/publish.yml':
        'steps:\n  - uses: quarto-dev/quarto-actions/setup@v2\n    with:\n      tinytex: true\n      version: 1.8.27\n',
    },
    says: ['11.6.0', 'Quarto 1.8.27 of .github/workflows/publish.yml'],
  },
  'Quarto of any release': { files: { '_quarto.yml': 'project:\n  quarto-required: ">=1.2"\n' } },
  'Sphinx, as it says': {
    files: { 'docs/conf.py': 'extensions = [\'sphinxcontrib.mermaid\']\nmermaid_version = "10.9.1"\n' },
    says: ['10.9.1', 'docs/conf.py'],
  },
  'Sphinx, pinned': {
    files: {
      'conf.py': "extensions = ['sphinxcontrib.mermaid']\n",
      'requirements.txt': 'sphinxcontrib-mermaid==1.0.0\n',
    },
    says: ['11.2.0', 'sphinxcontrib-mermaid 1.0.0 of requirements.txt'],
  },
  'a Jupyter Book': {
    files: { '_config.yml': 'sphinx:\n  config:\n    mermaid_version: "10.5.0"\n' },
    says: ['10.5.0', '_config.yml'],
  },
  'Jekyll with a version': {
    files: { '_config.yml': 'title: x\nmermaid:\n  # newest\n  version: "9.4.3"\n'.replace('  # newest\n', '') },
    says: ['9.4.3', '_config.yml'],
  },
  'Jekyll with a script': {
    files: {
      '_config.yml': 'title: x\n',
      '_includes/head.html':
        '<script src="https://cdnjs.cloudflare.com/ajax/libs/mermaid/10.9.0/mermaid.min.js"></script>',
    },
    says: ['10.9.0', '_includes/head.html'],
  },
  'Hugo with a parameter': {
    files: { 'hugo.toml': '[params.mermaid]\nenable = true\nversion = "10.4.0"\n' },
    says: ['10.4.0', 'hugo.toml'],
  },
  'Hugo with a script': {
    files: {
      'config.toml': 'title = "x"\n',
      'layouts/shortcodes/mermaid.html':
        "import mermaid from 'https://cdn.jsdelivr.net/npm/mermaid@11/dist/mermaid.esm.min.mjs'",
    },
    says: ['11', 'layouts/shortcodes/mermaid.html'],
  },
  'a script without a version': {
    files: {
      'config.toml': '',
      'layouts/partials/footer.html': 'https://cdn.jsdelivr.net/npm/mermaid/dist/mermaid.min.js',
    },
  },
  'a script of another package': { files: { 'index.html': 'https://unpkg.com/docsify-mermaid@2.0.1/dist/a.js' } },
  'no file': { files: {} },
};

describe('readerTarget', () => {
  const ask = (files: Readonly<Record<string, string>>, setting: string | null, preview?: string) => {
    const { course } = memoryCourse({ 'part/a.md': '', ...files });
    return readerTarget(course, `${memoryRoot}/part/a.md`, { setting, preview });
  };

  for (const [name, { files, says }] of Object.entries(rows)) {
    it(`reads ${name}`, async () => {
      assert.deepEqual(await ask(files, null), says && { version: says[0], source: says[1] });
    });
  }

  it('believes the author before the site, and the site before the preview', async () => {
    const files = { 'package-lock.json': npm('11.4.1') };
    assert.equal((await ask(files, '10'))?.version, '10');
    assert.equal(await ask(files, 'none', '11.17.0'), undefined);
    assert.equal((await ask(files, null, '11.17.0'))?.version, '11.4.1');
    assert.deepEqual(await ask({}, null, '11.17.0'), { version: '11.17.0', source: 'the preview of VS Code' });
  });

  describe('of a folder that was opened alone', () => {
    const askIn = (files: Readonly<Record<string, string>>) => {
      const root = `${memoryRoot}/site/docs`;
      const workspace = { ...memoryWorkspace(new Map(Object.entries(files))), roots: [root] };
      const course = new Course(root, workspace, parseCourseDocument, []);
      return readerTarget(course, `${root}/part/a.md`, { setting: null });
    };
    const site = { 'site/package-lock.json': npm('10.9.3') };
    const found = { version: '10.9.3', source: 'package-lock.json' };

    it('is what the site above it says, up to the root of its repository', async () => {
      assert.deepEqual(await askIn({ ...site, '.git/HEAD': 'ref: refs/heads/main' }), found);
      assert.deepEqual(await askIn({ ...site, '.git': 'gitdir: elsewhere' }), found);
    });

    it('is nothing beyond the repository, nor where there is none', async () => {
      assert.equal(await askIn({ ...site, 'site/docs/.git/HEAD': 'ref: refs/heads/main' }), undefined);
      assert.equal(await askIn(site), undefined);
    });
  });
});
