import { parseDocument } from 'yaml';
import { yamlTooDeep } from '../text/yaml-too-deep';

/** The pages that a table of contents names, in its order. */
export interface WrittenContents {
  /** As written: paths, with or without an ending. What is no page is among them, and leads to no file. */
  readonly paths: readonly string[];
  /** The folder that the paths start from, relative to the file's own; empty for that one. */
  readonly folder: string;
}

/** A file by which a generator of sites or books states the order of its pages. */
export interface ContentsFormat {
  readonly file: string;
  read(text: string): WrittenContents;
}

const largest = 200_000;

/** The formats that are known, each by the generator's own documentation. */
export const contentsFormats: readonly ContentsFormat[] = [
  // https://www.mkdocs.org/user-guide/configuration/#nav
  ...['mkdocs.yml', 'mkdocs.yaml'].map((file) => ({
    file,
    read(text: string) {
      const { nav, docs_dir } = yamlOf(text);
      return { paths: [...pathsIn(nav)], folder: typeof docs_dir === 'string' ? docs_dir : 'docs' };
    },
  })),
  // https://jupyterbook.org/en/stable/structure/toc.html
  { file: '_toc.yml', read: (text) => ({ paths: [...pathsIn(yamlOf(text, true))], folder: '' }) },
  // https://github.com/huggingface/doc-builder
  { file: '_toctree.yml', read: (text) => ({ paths: [...pathsIn(yamlOf(text, true))], folder: '' }) },
  // https://mystmd.org/guide/table-of-contents
  { file: 'myst.yml', read: (text) => ({ paths: [...pathsIn(field(yamlOf(text).project, 'toc'))], folder: '' }) },
  // https://quarto.org/docs/books/book-structure.html and https://quarto.org/docs/websites/website-navigation.html
  ...['_quarto.yml', '_quarto.yaml'].map((file) => ({
    file,
    read(text: string) {
      const { book, website } = yamlOf(text);
      const parts = [field(book, 'chapters'), field(book, 'appendices'), field(website, 'sidebar')];
      return { paths: parts.flatMap((part) => [...pathsIn(part)]), folder: '' };
    },
  })),
  // https://rust-lang.github.io/mdBook/format/summary.html
  {
    file: 'SUMMARY.md',
    read: (text) => ({ paths: [...text.matchAll(/\]\(\s*<?([^()<>\s]+)/g)].map(([, path]) => path!), folder: '' }),
  },
  // https://docusaurus.io/docs/sidebar
  ...['sidebars.js', 'sidebars.ts', 'sidebars.json'].map((file) => ({
    file,
    read: (text: string) => ({ paths: quotedIn(text), folder: 'docs' }),
  })),
];

/** The fields of a YAML text that is a map; a list counts as the field `toc` where `list` says so. */
function yamlOf(text: string, list = false): Readonly<Record<string, unknown>> {
  if (text.length > largest || yamlTooDeep(text) !== undefined) return {};
  const yaml = parseDocument(text, { logLevel: 'silent', merge: true });
  if (yaml.errors.length > 0) return {};
  const value: unknown = yaml.toJS({ maxAliasCount: 50 });
  if (Array.isArray(value)) return list ? { toc: value as unknown } : {};
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** Keys under which words for people stand, which may read like a page's name. */
const words = new Set(['title', 'text', 'caption', 'label', 'description']);
const deepest = 12;

/** Every text below a value that may be a path, in order. */
function* pathsIn(value: unknown, depth = 0): Iterable<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || depth > deepest) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!words.has(key) || typeof inner !== 'string') yield* pathsIn(inner, depth + 1);
  }
}

/** The texts in quotes of a script, its comments and what it calls labels left out. */
function quotedIn(script: string): string[] {
  if (script.length > largest) return [];
  return [...script.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'([^'\n]*)'|"([^"\n]*)"/g)].flatMap(
    ({ 1: single, 2: double, index }) => {
      const quoted = single ?? double;
      const isLabel = /\b(?:label|title|description|type)["']?\s{0,9}:\s{0,9}$/.test(
        script.slice(Math.max(0, index - 40), index),
      );
      return quoted === undefined || isLabel ? [] : [quoted];
    },
  );
}
