import type { MermaidTarget } from './mermaid-target';
import { materialMermaid, quartoMermaid, sphinxMermaid } from './releases';
import { highest, scriptVersion, stated } from './stated-version';

/** A kind of file that tells which Mermaid a site draws with. */
interface SiteSource {
  /** Paths from a folder, any of which may be there. */
  readonly files: readonly string[];
  /** The version that its text states, or what another file beside it does; undefined where it tells nothing. */
  readonly version: (
    text: string,
    read: (file: string) => Promise<string | undefined>,
  ) => string | undefined | Promise<string | MermaidTarget | undefined>;
}

type Read = Parameters<SiteSource['version']>[1];

const locks: readonly SiteSource[] = [
  {
    files: ['package-lock.json', 'npm-shrinkwrap.json', 'website/package-lock.json'],
    version: (text) =>
      highest(text, /"(?:[^"\n]*\/)?node_modules\/mermaid"\s*:\s*\{\s*"version"\s*:\s*"(\d[\d.]*)"/g) ??
      highest(text, /"mermaid"\s*:\s*\{\s*"version"\s*:\s*"(\d[\d.]*)"/g),
  },
  {
    files: ['yarn.lock', 'website/yarn.lock'],
    version: (text) => highest(text, /^"?mermaid@[^\n]*:\r?\n\s+version:?\s+"?(\d[\d.]*)/gm),
  },
  {
    files: ['pnpm-lock.yaml', 'website/pnpm-lock.yaml'],
    version: (text) => highest(text, /^\s+["']?\/?mermaid[@/](\d+\.\d+\.\d+)/gm),
  },
  { files: ['bun.lock'], version: (text) => highest(text, /"mermaid":\s*\["mermaid@(\d+\.\d+\.\d+)/g) },
];

const requirements = [
  ...['requirements.txt', 'docs/requirements.txt', 'requirements-docs.txt', 'requirements/docs.txt'],
  ...['poetry.lock', 'uv.lock', 'Pipfile.lock', 'pyproject.toml'],
];

/** The version of a Python package, by the first file that pins it, and that file. */
async function pinned(
  name: string,
  read: Read,
): Promise<{ readonly version: string; readonly file: string } | undefined> {
  const pin = new RegExp(
    `(?:^|["'\\s])${name}(?:\\[[^\\]]*\\])?\\s*(?:==|~=)\\s*v?(\\d[\\d.]*)|name = "${name}"\\r?\\nversion = "(\\d[\\d.]*)"|"${name}": \\{[^{}]*"version": "==(\\d[\\d.]*)"`,
    'm',
  );
  for (const file of requirements) {
    const match = pin.exec((await read(file)) ?? '');
    if (match) return { version: (match[1] ?? match[2] ?? match[3])!, file };
  }
  return undefined;
}

const configurations: readonly SiteSource[] = [
  {
    files: ['mkdocs.yml', 'mkdocs.yaml'],
    async version(text, read) {
      const own =
        scriptVersion(text) ??
        stated(
          text,
          /^[ \t]*-[ \t]*mermaid2[ \t]*:[ \t]*\r?\n(?:[ \t]+\w+:.*\r?\n)*?[ \t]+version[ \t]*:[ \t]*["']?v?(\d[\d.]*)/m,
        );
      if (own || !/^[ \t]*name[ \t]*:[ \t]*["']?material\b/m.test(text)) return own;
      const pin = await pinned('mkdocs-material', read);
      // Every release loads the newest Mermaid of its time.
      return pin
        ? { version: materialMermaid(pin.version), source: `Material for MkDocs ${pin.version} of ${pin.file}` }
        : { version: materialMermaid('99'), source: 'Material for MkDocs' };
    },
  },
  {
    files: ['_quarto.yml', '_quarto.yaml'],
    async version(text, read) {
      const required = stated(
        text,
        /^[ \t]*quarto-required[ \t]*:[ \t]*["']?(?:==?[ \t]*)?(\d+\.\d+[\d.]*)["']?[ \t]*$/m,
      );
      if (required) return { version: quartoMermaid(required), source: `Quarto ${required} of _quarto.yml` };
      for (const name of ['publish', 'quarto-publish', 'quarto', 'deploy', 'docs', 'gh-pages', 'build', 'render']) {
        const file = `.github/workflows/${name}.yml`;
        const set = stated(
          (await read(file)) ?? '',
          /quarto-actions\/setup@[^\n]*\r?\n\s+with:\s*\r?\n(?:\s+(?!version)\w+:.*\r?\n)*?\s+version:\s*["']?(\d+\.\d+[\d.]*)/,
        );
        if (set) return { version: quartoMermaid(set), source: `Quarto ${set} of ${file}` };
      }
      return undefined;
    },
  },
  {
    files: ['conf.py', 'docs/conf.py', 'source/conf.py', 'docs/source/conf.py'],
    async version(text, read) {
      const own = stated(text, /^mermaid_version\s*=\s*["'](\d[\d.]*)["']/m);
      if (own || !/sphinxcontrib[._]mermaid/.test(text)) return own;
      return bySphinx(await pinned('sphinxcontrib-mermaid', read));
    },
  },
  {
    files: ['_config.yml', '_config.yaml'],
    async version(text, read) {
      const own =
        stated(text, /^[ \t]*mermaid_version[ \t]*:[ \t]*["']?(\d[\d.]*)/m) ??
        stated(text, /^mermaid[ \t]*:[ \t]*\r?\n(?:[ \t]+\w+:.*\r?\n)*?[ \t]+version[ \t]*:[ \t]*["']?(\d[\d.]*)/m) ??
        scriptVersion(text);
      if (own) return own;
      if (/sphinxcontrib[._]mermaid/.test(text)) return bySphinx(await pinned('sphinxcontrib-mermaid', read));
      return byScript(jekyllLayouts, read);
    },
  },
  {
    files: [
      'hugo.toml',
      'hugo.yaml',
      'config.toml',
      'config.yaml',
      'config/_default/params.toml',
      'config/_default/hugo.toml',
    ],
    version: async (text, read) =>
      scriptVersion(text) ??
      stated(
        text,
        /^[ \t]*\[(?:params\.)?mermaid\][ \t]*\r?\n(?:[ \t]*\w+[ \t]*=.*\r?\n)*?[ \t]*version[ \t]*=[ \t]*["'](\d[\d.]*)/m,
      ) ??
      stated(
        text,
        /^[ \t]+mermaid[ \t]*:[ \t]*\r?\n(?:[ \t]+\w+:.*\r?\n)*?[ \t]+version[ \t]*:[ \t]*["']?(\d[\d.]*)/m,
      ) ??
      byScript(hugoLayouts, read),
  },
  { files: ['book.toml', 'index.html', 'docs/index.html'], version: scriptVersion },
  {
    files: ['package.json'],
    version: (text) => {
      const match = /"mermaid"\s*:\s*"([~^]?)v?(\d+)((?:\.\d+){0,2})"/.exec(text);
      if (!match) return undefined;
      const [, range, major, rest] = match as unknown as [string, string, string, string];
      if (range === '^') return major;
      return range === '~' ? `${major}${/^\.\d+/.exec(rest)?.[0] ?? ''}` : `${major}${rest}`;
    },
  },
];

const bySphinx = (pin: Awaited<ReturnType<typeof pinned>>): MermaidTarget | undefined => {
  const version = pin && sphinxMermaid(pin.version);
  return version ? { version, source: `sphinxcontrib-mermaid ${pin.version} of ${pin.file}` } : undefined;
};

const hugoLayouts = [
  'layouts/_default/_markup/render-codeblock-mermaid.html',
  'layouts/_markup/render-codeblock-mermaid.html',
  ...['shortcodes', '_shortcodes', 'partials', '_partials'].map((folder) => `layouts/${folder}/mermaid.html`),
  ...['baseof', 'single', 'list'].flatMap((name) => [`layouts/_default/${name}.html`, `layouts/${name}.html`]),
  ...['scripts', 'footer', 'head', 'extend_head', 'extend_footer', 'custom-header', 'custom-footer'].map(
    (name) => `layouts/partials/${name}.html`,
  ),
];

const jekyllLayouts = [
  ...['mermaid', 'head', 'head_custom', 'footer', 'footer_custom', 'scripts', 'head/custom', 'footer/custom'].map(
    (name) => `_includes/${name}.html`,
  ),
  ...['default', 'base', 'page', 'post'].map((name) => `_layouts/${name}.html`),
];

/** The version of the script that one of the templates of a site loads. */
async function byScript(files: readonly string[], read: Read): Promise<MermaidTarget | undefined> {
  for (const file of files) {
    const version = scriptVersion((await read(file)) ?? '');
    if (version) return { version, source: file };
  }
  return undefined;
}

/** In the order in which they are believed. */
export const siteSources: readonly SiteSource[] = [...locks, ...configurations];
