import type { Course } from '../course/course';
import type { Anchor } from './file-links';
import { pageByName } from './habits';
import { isInside, readTarget } from './link-target';
import { pageAddressed } from './page-addressed';
import { type RewrittenPages, rewrittenPages } from './rewritten-pages';
import { type Site, siteOf } from './site-of';

/** What a link's path leads to. */
export type FoundTarget =
  | {
      readonly kind: 'file';
      readonly uri: string;
      readonly fragment: string | undefined;
      /** The place itself, where a label of the course is meant. */
      readonly anchor?: Anchor;
    }
  /** Files that are spelled otherwise in case or Unicode form: on some systems, and on every site, they are not it. */
  | { readonly kind: 'spelled'; readonly uris: readonly string[]; readonly fragment: string | undefined }
  | { readonly kind: 'missing' }
  /** An address outside, or a route that only the site's generator knows. */
  | { readonly kind: 'unknown' };

/** Prefixes of paths from the root, and the folders of the course that they stand for. */
export type Routes = Readonly<Record<string, string>>;

const pageEndings = ['.md', '.mdx', '.qmd', '.markdown', '.Rmd', '.ipynb', '.html', '.py'];
const ownPages = ['index', 'README', '_index', 'readme'].flatMap((name) =>
  ['.md', '.mdx', '.qmd', '.markdown', '.ipynb', '.html'].map((ending) => `/${name}${ending}`),
);

/** What a destination as written leads to from a file: the file itself, or the page that its site makes of one. */
export async function findTarget(
  course: Course,
  written: string,
  documentUri: string,
  routes: Routes = {},
): Promise<FoundTarget> {
  const { uri, fragment } = readTarget(written, documentUri, course.root);
  if (uri === undefined || isTemplate(written)) return { kind: 'unknown' };
  if (uri === documentUri) return { kind: 'file', uri, fragment };
  const site = await siteOf(course, documentUri);
  const rewritten = await rewrittenPages(course, site);
  const fromRoot = written.trim().startsWith('/');
  const route = fromRoot ? routed(uri, course.root, routes) : undefined;
  const bases = route
    ? [route]
    : fromRoot
      ? [...inTranslation(uri, documentUri, course, site), ...rootBases(uri, course, site)]
      : relativeBases(written, documentUri, course, site, rewritten);
  const candidates = bases.flatMap((base) => pagesOf(base, site));
  const alike: string[] = [];
  for (const candidate of candidates) {
    const spelled = await course.spellings(candidate);
    if (spelled.includes(candidate)) return { kind: 'file', uri: await pageIn(candidate, course), fragment };
    const source = rewritten.sources.get(candidate);
    if (source !== undefined) return { kind: 'file', uri: source, fragment };
    alike.push(...spelled);
  }
  // Of a page's address its site makes the letters, of a title or by a rule: most write them small.
  const [alone] = alike;
  if (alone !== undefined && site && !fileEnding.test(uri))
    return { kind: 'file', uri: await pageIn(alone, course), fragment };
  // A path from the root without an ending is an address of the site, wherever it stands.
  if (alike.length > 0 && fromRoot && !fileEnding.test(uri)) return { kind: 'unknown' };
  if (alike.length > 0) return { kind: 'spelled', uris: [...new Set(alike)], fragment };
  const addressed = site && !fileEnding.test(uri) ? pageAddressed(course, site, bases) : undefined;
  if (addressed !== undefined) return { kind: 'file', uri: addressed, fragment };
  if (route) return { kind: 'missing' };
  const shown = inView(uri, course);
  if (shown !== undefined && (await course.exists(shown))) return { kind: 'file', uri: shown, fragment };
  const named = pageByName(course, written);
  if (named !== undefined) return { kind: 'file', uri: named, fragment };
  return (await isKnowable(uri, fromRoot, documentUri, course, site)) ? { kind: 'missing' } : { kind: 'unknown' };
}

/** What a generator fills in before the text is markdown, its names for its own folders (`@/intro/`, `@site/img`, `~/a`), and for what it knows by name (`->.box`, `gloss!:term`). */
export const isTemplate = (written: string): boolean =>
  /^(?:(?:@(?:[a-z]+)?|~[a-z]*)\/|->|[a-z]+!:)/.test(written) ||
  /\{\{|\{%|<%|\$\{|\{[\w.]+\}|<\?|\{#|%7B%7B|^%[=-]?\s.*%$/i.test(written);

function routed(uri: string, root: string, routes: Routes): string | undefined {
  const path = uri.slice(root.length);
  const prefix = Object.keys(routes)
    .filter((one) => path === one || path.startsWith(one.endsWith('/') ? one : `${one}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return undefined;
  const folder = routes[prefix]!.replace(/^\.?\/|\/$/g, '');
  const rest = path.slice(prefix.length).replace(/^\//, '');
  return [root, folder, rest].filter((part) => part !== '').join('/');
}

/** Where a path from the root may stand: from the course's folder, and from each folder of its site. */
function rootBases(uri: string, course: Course, site: Site | undefined): string[] {
  const path = uri.slice(course.root.length + 1);
  const below = site?.kind.folders.map((folder) => inFolder(site.folder, folder)) ?? [];
  const withoutBase = path.includes('/') ? path.slice(path.indexOf('/') + 1) : undefined;
  return [
    ...new Set([
      ...below.map((folder) => `${folder}/${path}`),
      uri,
      // The site's base address comes first in a path as its readers see it.
      ...(site && withoutBase ? below.map((folder) => `${folder}/${withoutBase}`) : []),
    ]),
  ];
}

/**
 * Where a path from the root leads on the pages of a translation: `/docs/two` of Docusaurus to that of its own language.
 * Source: docusaurus.io/docs/i18n/tutorial, “Translate Markdown files”.
 */
function inTranslation(uri: string, documentUri: string, course: Course, site: Site | undefined): string[] {
  if (site?.kind.name !== 'Docusaurus') return [];
  const own = /^.*\/i18n\/([^/]+)\/docusaurus-plugin-content-\w+(?:-[\w-]+)?\/(?:current|version-[^/]+)(?=\/)/.exec(
    documentUri,
  );
  if (!own) return [];
  const [folder, language] = own;
  const inRoot = uri.slice(course.root.length + 1);
  const path = inRoot.startsWith(`${language}/`) ? inRoot.slice(language!.length + 1) : inRoot;
  return [`${folder}/${path.replace(/^docs\//, '')}`, `${folder}/${path}`];
}

const inFolder = (folder: string, below: string): string =>
  below === '' ? folder : below.startsWith('../') ? `${parentOf(folder)}/${below.slice(3)}` : `${folder}/${below}`;

/** From the file's folder; on a site also from its page's address, which ends in a slash of its own or not. */
function relativeBases(
  written: string,
  documentUri: string,
  course: Course,
  site: Site | undefined,
  { shown }: RewrittenPages,
): string[] {
  const from = (uri: string): string[] => {
    const meant = readTarget(written, uri, course.root).uri;
    return meant !== undefined && isInside(meant, course.root) ? [meant] : [];
  };
  const own = readTarget(written, documentUri, course.root).uri!;
  const page = documentUri.replace(/\.[^./]+$/, '');
  // A path without an ending may be read from the address of the page, which ends in a slash of its own on many sites.
  if (!site) return fileEnding.test(own) || !written.startsWith('../') ? [own] : [own, ...from(`${page}/page`)];
  const flat = site.kind.flat ? site.kind.folders.map((folder) => inFolder(site.folder, folder)) : [];
  const place = shown.get(documentUri);
  const addresses = [own, ...(place ? from(place) : []), ...from(`${page}/page`), ...from(parentOf(documentUri))];
  return [
    ...new Set([
      ...addresses,
      ...flat.flatMap((folder) => from(`${folder}/page`)),
      ...addresses.flatMap((uri) => elsewhereOnSite(uri, documentUri, site)),
      ...addresses.flatMap((uri) => ofOriginal(uri, site)),
    ]),
  ];
}

/** A translation shows the pictures and files that stand beside its original: `content/ja/a.png` is that of `content/en`. */
function ofOriginal(uri: string, site: Site): string[] {
  const ending = fileEnding.exec(uri)?.[1]?.toLowerCase();
  if (ending === undefined || page.test(ending) || !uri.startsWith(`${site.folder}/`)) return [];
  const path = uri.slice(site.folder.length);
  const original = path.replace(/\/[a-z]{2}(?:-[a-z]{2,4})?\//i, '/en/');
  return original === path ? [] : [site.folder + original];
}

/** The folders of a site are one to its readers: `../images/a.png` of a page may stand in the folder of files. */
function elsewhereOnSite(uri: string, documentUri: string, site: Site): string[] {
  const folders = site.kind.folders.map((folder) => inFolder(site.folder, folder));
  const own = folders
    .filter((folder) => documentUri.startsWith(`${folder}/`) && uri.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  return own === undefined ? [] : folders.map((folder) => folder + uri.slice(own.length));
}

/** The files that an address may be the page of. */
function pagesOf(uri: string, site: Site | undefined): string[] {
  const plain = uri.replace(/\.html?$/i, '');
  const built = site && plain !== uri ? pageEndings.map((ending) => plain + ending) : [];
  return [uri, ...pageEndings.map((ending) => uri + ending), ...built];
}

/** Where javascript.info keeps the files of an example: `demo/index.html` is that of the folder `demo.view`. */
function inView(uri: string, { root }: Course): string | undefined {
  const at = uri.lastIndexOf('/');
  // What stands beside the course is nobody's to look up.
  if (at <= root.length) return undefined;
  return fileEnding.test(uri) || uri.endsWith('.html') ? `${uri.slice(0, at)}.view${uri.slice(at)}` : undefined;
}

/** The page of a folder, where it has one. */
async function pageIn(uri: string, course: Course): Promise<string> {
  if (/\.[a-z]\w*$/i.test(uri)) return uri;
  for (const page of ownPages) if (await course.exists(uri + page)) return uri + page;
  return uri;
}

/** Whether a path that leads to no file can be nothing else: no route, and no part of a page that stands elsewhere. */
async function isKnowable(
  uri: string,
  fromRoot: boolean,
  documentUri: string,
  course: Course,
  site: Site | undefined,
): Promise<boolean> {
  if (!isInside(uri, course.root) || isCopied(documentUri, course.root)) return false;
  if (site && (isPart(documentUri, course.root) || /\.zip$/i.test(uri))) return false;
  const ending = fileEnding.exec(uri)?.[1]?.toLowerCase();
  if (site) return ending !== undefined && (!fromRoot || page.test(ending));
  if (!fromRoot) return true;
  const first = uri.slice(course.root.length + 1).split('/', 1)[0]!;
  if (uri === `${course.root}/${first}`) return ending !== undefined && page.test(ending);
  return ending !== undefined && course.exists(`${course.root}/${first}`);
}

/** Endings of files as courses hold them; `/api/st.radio` and `/v1.2` are addresses. */
const fileEnding =
  /\.(mdx?|qmd|markdown|rmd|rst|ipynb|txt|png|jpe?g|gif|svg|webp|avif|bmp|ico|mp[34]|webm|mov|csv|tsv|json|ya?ml|toml|py|r|js|ts|jsx|tsx|css|sh|c|cpp|h|rs|go|java|jl|zip|docx?|pptx?|xlsx?|tex|bib|astro)$/i;
const page = /^(?:mdx?|qmd|markdown)$/;

/** A text that its generator puts into pages elsewhere: from where its links are read, only they know. */
const isPart = (uri: string, root: string): boolean =>
  /(?:^|\/)(?:_[^/]|(?:includes?|partials|snippets|layouts)\/)/.test(uri.slice(root.length + 1));

/** A text from which others are begun: its links are those of the place that it is copied to. */
const isCopied = (uri: string, root: string): boolean =>
  /(?:^|\/)(?:_?templates?|archetypes|boilerplates?|%7B%7B[^/]*)\//i.test(uri.slice(root.length + 1));

/** A text that a program is tested with: its links are made up. */
export const isTested = (uri: string, root: string): boolean =>
  /(?:^|\/)(?:tests?|specs?|__tests?__|e2e)\//i.test(uri.slice(root.length + 1));

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
