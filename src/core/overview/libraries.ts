import type { OverviewSource, SourceFile, SourceTerm } from './overview-source';
import { pythonModules } from './python-modules';
import { scriptModules } from './script-modules';

export type LibraryLanguage = 'Python' | 'JavaScript';

/** A package that the course imports or installs. */
export interface Library {
  readonly name: string;
  readonly language: LibraryLanguage;
  /** What the course's glossary says of it. */
  readonly term: SourceTerm | undefined;
  /** The files that use it, in their order. */
  readonly files: readonly SourceFile[];
}

/** Modules that are imported by another name than their package is installed by. */
const packages: Readonly<Record<string, string>> = {
  PIL: 'pillow',
  bs4: 'beautifulsoup4',
  cv2: 'opencv-python',
  dotenv: 'python-dotenv',
  skimage: 'scikit-image',
  sklearn: 'scikit-learn',
  yaml: 'pyyaml',
};

const languages: Readonly<Record<string, LibraryLanguage>> = {
  python: 'Python',
  py: 'Python',
  python3: 'Python',
  ipython: 'Python',
  javascript: 'JavaScript',
  js: 'JavaScript',
  jsx: 'JavaScript',
  mjs: 'JavaScript',
  typescript: 'JavaScript',
  ts: 'JavaScript',
  tsx: 'JavaScript',
};

/** The packages of a course by name: imports in its code, and what it lets readers install. */
export function librariesOf({ files, terms }: OverviewSource): Library[] {
  const byName = new Map(
    terms.flatMap((term) => [term.term, ...(term.acronym ?? [])].map((n) => [n.toLowerCase(), term])),
  );
  const own = new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')));
  const found = new Map<string, { name: string; language: LibraryLanguage; files: Set<SourceFile> }>();
  const add = (name: string, language: LibraryLanguage, file: SourceFile): void => {
    const key = `${language} ${name.toLowerCase()}`;
    const library = found.get(key) ?? { name, language, files: new Set() };
    library.files.add(file);
    found.set(key, library);
  };
  for (const file of files) {
    for (const { language, text } of file.code) {
      const spoken = languages[language.toLowerCase()];
      if (spoken === 'Python')
        for (const name of pythonImports(text))
          if (!pythonModules.has(name) && !own.has(name)) add(packages[name] ?? name, 'Python', file);
      if (spoken === 'JavaScript')
        for (const name of scriptImports(text)) if (!scriptModules.has(name)) add(name, 'JavaScript', file);
    }
    for (const name of installed(file.text, /\b(?:pip3?|uv(?: pip)?) (?:install|add)\s+([^\n`'"&|;]+)/g))
      add(name, 'Python', file);
    for (const name of installed(file.text, /\b(?:npm|pnpm|yarn) (?:install|add|i)\s+([^\n`'"&|;]+)/g))
      add(name, 'JavaScript', file);
  }
  return [...found.values()]
    .map(({ name, language, files: uses }) => ({
      name,
      language,
      term: byName.get(name.toLowerCase()),
      files: [...uses],
    }))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function* pythonImports(text: string): Iterable<string> {
  for (const [, names, from] of text.matchAll(
    /^[ \t>]*(?:import[ \t]+([\w.]+(?:[ \t]+as[ \t]+\w+)?(?:[ \t]*,[ \t]*[\w.]+(?:[ \t]+as[ \t]+\w+)?){0,20})|from[ \t]+([a-zA-Z_]\w*)[\w.]*[ \t]+import\b)/gm,
  )) {
    if (from) yield from;
    for (const name of names?.split(',') ?? []) yield /^\s*(\w+)/.exec(name)![1]!;
  }
}

function* scriptImports(text: string): Iterable<string> {
  for (const [, a, b] of text.matchAll(
    /\bfrom\s*['"]([^'"\n]{1,100})['"]|\b(?:import|require)\s*\(?\s*['"]([^'"\n]{1,100})['"]/g,
  )) {
    const name = packageOf((a ?? b)!);
    if (name) yield name;
  }
}

/** The package of a module's address; undefined for a file of the author's own, a web address or a module of the platform. */
function packageOf(module: string): string | undefined {
  if (/^[./~#]|^[\w+.-]+:|^@\//.test(module)) return undefined;
  return /^(?:@[\w.-]+\/)?[\w.-]+/.exec(module)?.[0];
}

/** Names behind an install command: no options, no files, no addresses. */
function* installed(text: string, command: RegExp): Iterable<string> {
  for (const [, line] of text.matchAll(command)) {
    for (const word of line!.trim().split(/\s+/)) {
      if (/^(?:#|\\$|and$|or$|to$|in$|the$|it$|with$|for$)/.test(word)) break;
      const name =
        /^((?:@[\w-]+\/)?[a-zA-Z][\w-]*(?:\.(?:js|io))?)(?:\[[\w,]+\])?(?:(?:[=<>~!]=?|@)[\w.*^~-]+)?[.,)]?$/.exec(
          word,
        )?.[1];
      if (name && !/\.(?:txt|whl)$/.test(word)) yield name;
    }
  }
}
