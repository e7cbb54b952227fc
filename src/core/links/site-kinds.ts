/** A generator of sites, told by its own configuration file, and where it looks for what a path from the root names. */
export interface SiteKind {
  readonly name: string;
  /** Paths from the site's folder; one of them is there. */
  readonly configuration: readonly string[];
  /** Folders of pages and of files that are served as they are, from the site's folder. */
  readonly folders: readonly string[];
  /** What its configuration file holds, where others use that file's name. */
  readonly sign?: RegExp;
  /** Whether all pages come to stand in one folder, so that a link need not name the folder of its page. */
  readonly flat?: boolean;
}

const endings = (name: string, ...of: readonly string[]): string[] => of.map((ending) => `${name}.${ending}`);

const hugoFolders = ['content', 'content/en', 'static', 'assets', ''];

/** Told apart in this order; each as its own documentation describes it. */
export const siteKinds: readonly SiteKind[] = [
  {
    name: 'Docusaurus',
    configuration: endings('docusaurus.config', 'js', 'ts', 'mjs', 'cjs', 'mts'),
    folders: ['', 'docs', 'static', 'blog', 'src/pages', '../docs'],
  },
  { name: 'MkDocs', configuration: endings('mkdocs', 'yml', 'yaml'), folders: ['docs', ''] },
  {
    name: 'Hugo',
    configuration: [
      ...endings('hugo', 'toml', 'yaml', 'yml', 'json'),
      ...endings('config/_default/hugo', 'toml', 'yaml', 'yml'),
      ...endings('config/_default/config', 'toml', 'yaml', 'yml'),
    ],
    folders: hugoFolders,
  },
  {
    // Its configuration's name before version 0.110, which it still reads: others have files of that name too.
    name: 'Hugo',
    configuration: endings('config', 'toml', 'yaml', 'yml'),
    sign: /^[ \t]*(?:baseURL|contentDir|defaultContentLanguage|languageCode)[ \t]*[:=]/im,
    folders: hugoFolders,
  },
  {
    name: 'VitePress',
    configuration: endings('.vitepress/config', 'ts', 'mts', 'js', 'mjs'),
    folders: ['', 'public', 'src', 'src/public'],
  },
  {
    name: 'Astro',
    configuration: endings('astro.config', 'mjs', 'ts', 'js', 'mts'),
    folders: ['src/content/docs', 'src/content', 'src/pages', 'public', 'src', ''],
  },
  {
    name: 'Next',
    configuration: endings('next.config', 'js', 'mjs', 'ts'),
    folders: ['pages', 'content', 'app', 'src/pages', 'src/content', 'src/app', 'public', ''],
  },
  {
    name: 'Gatsby',
    configuration: endings('gatsby-config', 'js', 'ts', 'mjs'),
    folders: ['content', 'src/content', 'src/pages', 'src/docs', 'static', ''],
  },
  { name: 'MyST', configuration: ['myst.yml'], folders: ['', 'public'] },
  { name: 'Quarto', configuration: endings('_quarto', 'yml', 'yaml'), folders: [''] },
  { name: 'bookdown', configuration: endings('_bookdown', 'yml', 'yaml'), folders: [''] },
  { name: 'mdBook', configuration: ['book.toml'], folders: ['src', ''] },
  {
    name: 'Jekyll',
    configuration: endings('_config', 'yml', 'yaml', 'toml'),
    folders: ['', 'docs', '_posts', 'assets'],
  },
  {
    name: 'Mintlify',
    configuration: ['docs.json', 'mint.json'],
    folders: [''],
    sign: /"\$schema"\s*:\s*"https:\/\/(?:www\.)?mintlify\.com\/|"navigation"\s*:/,
  },
  { name: 'Sphinx', configuration: ['conf.py'], folders: ['', '_static'] },
  {
    name: 'Carpentries Workbench',
    configuration: ['config.yaml'],
    sign: /^carpentry[ \t]*:/m,
    folders: ['', 'episodes', 'learners', 'instructors', 'profiles'],
    flat: true,
  },
  { name: 'docsify', configuration: ['_sidebar.md'], folders: [''] },
];

/** Where a site's folder may stand in the folder of its pages. */
export const siteFolders = ['', 'website/', 'docs/', 'site/'] as const;
