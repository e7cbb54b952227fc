import { getOrSet } from '../get-or-set';
import { knownNames } from './known-names';
import { manifestPackages } from './manifest';
import type { OverviewSource, SourceFile, SourcePassage, SourceTerm } from './overview-source';
import { codeInProse, installedIn, pythonImports, scriptImports } from './package-names';
import { pythonModules } from './python-modules';
import { saidOf } from './said-of';
import { scriptModules } from './script-modules';

export type LibraryLanguage = 'Python' | 'JavaScript';

/** Where a package is used: sections of one file, or a file that lists it. */
export interface LibraryUse {
  readonly path: string;
  /** The course text; undefined for a list of packages. */
  readonly file?: SourceFile;
  readonly passages: readonly SourcePassage[];
}

/** A package that the course imports, installs, lists or names. */
export interface Library {
  readonly name: string;
  readonly language: LibraryLanguage;
  readonly emoji: string | null;
  /** What the course says of it, as markdown: its glossary, else the first sentence that is about it. */
  readonly said: string | undefined;
  readonly uses: readonly LibraryUse[];
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

interface Found {
  name: string;
  /** Whether the name is the one to install it by, and no module's. */
  sure: boolean;
  readonly language: LibraryLanguage;
  readonly uses: Map<string, { path: string; file?: SourceFile; passages: Set<SourcePassage> }>;
}

/** The packages of a course by name. */
export function librariesOf({ files, terms, manifests }: OverviewSource): Library[] {
  const found = new Map<string, Found>();
  const own = ownModules(files);
  for (const file of files)
    for (const passage of file.passages)
      for (const { name, language, sure } of namedIn(passage)) {
        if (!sure && own.has(name.toLowerCase())) continue;
        take(found, name, language, sure, file.path, file)?.passages.add(passage);
      }
  for (const { path, text } of manifests) {
    const { language, names } = manifestPackages(path, text);
    for (const name of names) take(found, name, language, true, path);
  }
  const byName = new Map(terms.flatMap((term) => [term.term, term.acronym ?? ''].map((one) => [keyOf(one), term])));
  return [...found.values()]
    .map((library) => finished(library, byName))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function take(
  found: Map<string, Found>,
  name: string,
  language: LibraryLanguage,
  sure: boolean,
  path: string,
  file?: SourceFile,
) {
  const library = getOrSet(
    found,
    `${language} ${keyOf(name)}`,
    (): Found => ({ name, sure, language, uses: new Map() }),
  );
  if (sure && !library.sure) Object.assign(library, { name, sure });
  return getOrSet(library.uses, path, () => ({ path, ...(file ? { file } : {}), passages: new Set<SourcePassage>() }));
}

/** One package may be spelled with `-`, `_` or `.`, in any case (PEP 503). */
const keyOf = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** Modules that are files of the author's or the reader's: the course has them, or tells to write them. */
function ownModules(files: readonly SourceFile[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { path, passages } of files) {
    for (const part of path.replace(/\.\w+$/, '').split('/')) own.add(part.toLowerCase());
    for (const { prose, code } of passages)
      for (const text of [prose, ...code.map((one) => one.text)])
        for (const [, name] of text.matchAll(/\b(\w{1,60})\.py\b/g)) own.add(name!.toLowerCase());
  }
  return own;
}

function* namedIn({ code, prose }: SourcePassage): Iterable<Pick<Found, 'name' | 'language' | 'sure'>> {
  for (const { language, text } of code) {
    const spoken = languages[language.toLowerCase()];
    if (spoken === 'Python')
      for (const name of pythonImports(text))
        if (!pythonModules.has(name)) yield { name: packages[name] ?? name, language: spoken, sure: name in packages };
    if (spoken === 'JavaScript')
      for (const name of scriptImports(text))
        if (!scriptModules.has(name)) yield { name, language: spoken, sure: true };
  }
  for (const text of [codeInProse(prose), ...code.map((one) => one.text)])
    for (const language of ['Python', 'JavaScript'] as const)
      for (const name of installedIn(text, language))
        if (language !== 'Python' || !pythonModules.has(name)) yield { name, language, sure: true };
  for (const [written, name, language] of knownNames)
    if (namesWord(prose, written)) yield { name, language, sure: true };
}

/** Whether a text holds a name as a word of its own, written just so. */
function namesWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (
      !/[\w/@-]/.test(text[at - 1] ?? ' ') &&
      !/^(?:[\w/@-]|\.\w)/.test(text.slice(at + name.length, at + name.length + 2))
    )
      return true;
  return false;
}

function finished({ name, language, uses }: Found, terms: ReadonlyMap<string, SourceTerm>): Library {
  const passages = [...uses.values()].flatMap(({ file }) => file?.passages ?? []);
  const spoken = knownNames.find(([, known]) => known === name)?.[0];
  const term = terms.get(keyOf(name)) ?? (spoken === undefined ? undefined : terms.get(keyOf(spoken)));
  return {
    name,
    language,
    emoji: term?.emoji ?? null,
    said: term?.definition ?? saidOf(spoken ? [name, spoken] : [name], passages),
    uses: [...uses.values()].map((use) => ({ ...use, passages: [...use.passages] })),
  };
}
