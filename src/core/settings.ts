import { type DiagnosticCode, diagnosticCodes, type Severity } from './diagnostics/diagnostic-code';
import type { MacroTable } from './math/tex-checker';

/** In fences, formulas, link targets and info strings; in prose too; nowhere. */
export type SuggestWhileTyping = 'fences' | 'everywhere' | 'off';

/** Settings under `coursewright.`; absent or null means the default. */
export interface CourseSettings {
  readonly suggest: {
    /** Where suggestions come while one writes, unasked. */
    readonly whileTyping: SuggestWhileTyping;
  };
  readonly severity: Readonly<Record<DiagnosticCode, Severity | 'off'>>;
  readonly mermaid: {
    /** Version of the Mermaid that the author publishes to, or `none`; null for what the course or the client tells. */
    readonly target: string | null;
    /** How long one diagram may take to parse, in milliseconds. */
    readonly timeout: number;
  };
  readonly math: {
    /** Commands that formulas may use beside those that MathJax knows and the course defines. */
    readonly macros: MacroTable;
  };
  readonly files: {
    /** How large a file may be to be read, in bytes; in megabytes where it is set. */
    readonly maxSize: number;
  };
  /** What stands behind the ends of lines: how often a term is used, that a demo's claim holds, how much a post counts. */
  readonly hints: { readonly uses: boolean; readonly claims: boolean; readonly posts: boolean };
  /** Whether `Run beside` stands over each demo. */
  readonly lens: { readonly run: boolean };
  /** Prefixes of paths from the root, and the folders of the course that they stand for. */
  readonly links: { readonly routes: Readonly<Record<string, string>> };
  /** Glob patterns, relative to the course, of what is not course text. */
  readonly exclude: readonly string[];
}

const megabyte = 2 ** 20;

export const defaultSettings: CourseSettings = {
  suggest: { whileTyping: 'fences' },
  severity: diagnosticCodes,
  mermaid: { target: null, timeout: 10_000 },
  math: { macros: {} },
  files: { maxSize: 16 * megabyte },
  hints: { uses: true, claims: true, posts: true },
  lens: { run: true },
  links: { routes: {} },
  exclude: [
    '**/node_modules/**',
    '**/.git/**',
    // What programs are tested with, broken on purpose as it may be, and what a generator made is no part of a course.
    ...['fixtures', '__fixtures__', '__snapshots__', 'testdata', 'test-data', 'test_data', '_build', '_site'].map(
      (name) => `**/${name}/**`,
    ),
  ],
};

type Json = { readonly [key: string]: unknown };

/** One section out of two, where what the stronger one says wins key by key, and code by code under `severity`. */
export function mergedSettings(weaker: unknown, stronger: unknown): Json {
  const [below, above] = [flat(weaker), flat(stronger)];
  return { ...below, ...above, severity: { ...below.severity, ...above.severity } };
}

/** Settings whose value is an object of its own, which wins as a whole. */
const wholes: readonly string[] = ['math.macros', 'links.routes'];

/** A section, nested or dotted, as dotted keys, but for `severity`, which holds codes; nulls are left out. */
function flat(raw: unknown): Json & { readonly severity: Json } {
  const stated = (value: Json) => Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  const section: Record<string, unknown> = {};
  const severity: Record<string, unknown> = {};
  for (const [key, value] of isObject(raw) ? stated(raw) : []) {
    if (key === 'severity') Object.assign(severity, isObject(value) ? Object.fromEntries(stated(value)) : {});
    else if (key.startsWith('severity.')) severity[key.slice('severity.'.length)] = value;
    else if (!isObject(value) || wholes.includes(key)) section[key] = value;
    else for (const [inner, item] of stated(value)) section[`${key}.${inner}`] = item;
  }
  return { ...section, severity };
}

/** Reads the `coursewright` section as a client sends it (nested) or as `settings.json` holds it (dotted). */
export function readSettings(raw: unknown): CourseSettings {
  const section = isObject(raw) ? raw : {};
  const get = (path: string): unknown => {
    if (path in section) return section[path];
    let value: unknown = section;
    for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
    return value;
  };
  const severity = { ...diagnosticCodes } as Record<DiagnosticCode, Severity | 'off'>;
  const chosen = get('severity');
  for (const code of Object.keys(severity) as DiagnosticCode[]) {
    const value = (isObject(chosen) ? chosen[code] : undefined) ?? get(`severity.${code}`);
    if (isSeverity(value)) severity[code] = value;
  }
  const named = get('mermaid.target');
  const target = typeof named === 'number' ? String(named) : named;
  const timeout = get('mermaid.timeout');
  const maxSize = get('files.maxSize');
  const exclude = get('exclude');
  const { hints, lens } = defaultSettings;
  const flag = (path: string, otherwise: boolean): boolean => {
    const value = get(path);
    return typeof value === 'boolean' ? value : otherwise;
  };
  const whileTyping = get('suggest.whileTyping');
  return {
    suggest: {
      whileTyping:
        whileTyping === 'everywhere' || whileTyping === 'off' ? whileTyping : defaultSettings.suggest.whileTyping,
    },
    severity,
    mermaid: {
      target: typeof target === 'string' && target !== '' ? target : defaultSettings.mermaid.target,
      timeout: typeof timeout === 'number' && timeout > 0 ? timeout : defaultSettings.mermaid.timeout,
    },
    math: { macros: readMacros(get('math.macros')) },
    files: { maxSize: typeof maxSize === 'number' && maxSize > 0 ? maxSize * megabyte : defaultSettings.files.maxSize },
    hints: {
      uses: flag('hints.uses', hints.uses),
      claims: flag('hints.claims', hints.claims),
      posts: flag('hints.posts', hints.posts),
    },
    lens: { run: flag('lens.run', lens.run) },
    links: { routes: readRoutes(get('links.routes')) },
    exclude: Array.isArray(exclude)
      ? exclude.filter((item): item is string => typeof item === 'string')
      : defaultSettings.exclude,
  };
}

const readRoutes = (raw: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (isObject(raw) ? Object.entries(raw) : []).filter((entry): entry is [string, string] => {
      const [prefix, folder] = entry;
      return prefix.startsWith('/') && typeof folder === 'string';
    }),
  );

/** As MathJax takes them: `"R": "\\mathbb{R}"`, `"set": ["\\{#1\\}", 1]`, with or without the backslash of the name. */
function readMacros(raw: unknown): MacroTable {
  if (!isObject(raw)) return defaultSettings.math.macros;
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]): [string, MacroTable[string]][] => {
      const [body, args = 0, optional] = Array.isArray(value) ? (value as unknown[]) : [value];
      const name = key.replace(/^\\/, '');
      if (typeof body !== 'string' || typeof args !== 'number' || !/^[a-zA-Z]+$/.test(name)) return [];
      return [[name, typeof optional === 'string' ? [body, args, optional] : [body, args]]];
    }),
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSeverity = (value: unknown): value is Severity | 'off' =>
  typeof value === 'string' && ['error', 'warning', 'information', 'hint', 'off'].includes(value);
