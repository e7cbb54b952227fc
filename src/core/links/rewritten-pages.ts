import type { Course } from '../course/course';
import { getOrSet } from '../get-or-set';
import type { Site } from './site-of';

/** Pages that their site shows elsewhere than where they stand: URIs as they would be there, and as they are. */
export interface RewrittenPages {
  readonly sources: ReadonlyMap<string, string>;
  readonly shown: ReadonlyMap<string, string>;
}

type Rule = (path: string) => string | undefined;

const none: RewrittenPages = { sources: new Map(), shown: new Map() };
const known = new WeakMap<
  Course,
  { readonly revision: number; readonly sites: Map<string, Promise<RewrittenPages>> }
>();

/**
 * What the `rewrites` of a VitePress configuration make of the pages of a site, where they are written out; those that a
 * function makes are not known. Source: vitepress.dev/guide/routing, “Route Rewrites”.
 */
export function rewrittenPages(course: Course, site: Site | undefined): Promise<RewrittenPages> {
  if (site?.kind.name !== 'VitePress') return Promise.resolve(none);
  let current = known.get(course);
  if (current?.revision !== course.revision) {
    current = { revision: course.revision, sites: new Map() };
    known.set(course, current);
  }
  return getOrSet(current.sites, site.folder, () => read(course, site));
}

async function read(course: Course, site: Site): Promise<RewrittenPages> {
  for (const file of site.kind.configuration) {
    const text = await course.text(`${site.folder}/${file}`);
    if (text === undefined) continue;
    const rules = rulesIn(text);
    if (rules.length === 0) return none;
    const srcDir = /\bsrcDir\s*:\s*(["'`])(?:\.\/)?([^"'`]*?)\/?\1/.exec(text)?.[2] ?? '';
    const folder = [site.folder, srcDir].filter((part) => part !== '' && part !== '.').join('/');
    const sources = new Map<string, string>();
    const shown = new Map<string, string>();
    for (const uri of course.uris) {
      if (!uri.startsWith(`${folder}/`)) continue;
      const path = uri.slice(folder.length + 1);
      const to = rules.reduce<string | undefined>((found, rule) => found ?? rule(path), undefined);
      if (to === undefined || to === path) continue;
      sources.set(`${folder}/${to}`, uri);
      // The address of a folder is its page's.
      sources.set(`${folder}/${to.replace(/(?:^|\/)index\.md$/, '')}`, uri);
      shown.set(uri, `${folder}/${to}`);
    }
    return { sources, shown };
  }
  return none;
}

/** `rewrites: { 'packages/:pkg/(.*)': ':pkg/index.md' }`: patterns of paths, and where their pages are shown. */
function rulesIn(configuration: string): Rule[] {
  const body = /\brewrites\s*:\s*\{([^{}]*)\}/.exec(configuration)?.[1]?.replace(/^\s*\/\/.*$/gm, '') ?? '';
  return [...body.matchAll(/(["'`])([^"'`\n]+)\1\s*:\s*(["'`])([^"'`\n]*)\3/g)].map(({ 2: from, 4: to }) =>
    ruleOf(from!, to!),
  );
}

/** `:name` stands for a part of a path, `:name*` for several, `:name(…)` and `(.*)` for what they say. */
function ruleOf(from: string, to: string): Rule {
  const names: string[] = [];
  const pattern = from.replace(
    /:(\w+)(\(\.\*\)|\*)?|\(\.\*\)|[.*+?^${}()|[\]\\]/g,
    (sign, name?: string, many?: string) => {
      if (name === undefined && sign !== '(.*)') return `\\${sign}`;
      names.push(name ?? '');
      return name === undefined || many !== undefined ? '(.*)' : '([^/]+?)';
    },
  );
  // A name alone between slashes has one place to end; each other one multiplies the ways in which a path may be read.
  const free = from
    .split('/')
    .flatMap(
      (part) => part.match(/:\w+(?:\(\.\*\)|\*)?|\(\.\*\)/g)?.filter((name) => name !== part || /\*/.test(name)) ?? [],
    );
  if (names.length > 8 || free.length > 2) return () => undefined;
  const whole = new RegExp(`^${pattern}$`);
  return (path) => {
    const match = whole.exec(path);
    return match?.[0] === undefined
      ? undefined
      : to.replace(/:(\w+)\*?/g, (sign, name: string) => match[names.indexOf(name) + 1] ?? sign);
  };
}
