import { parseDocument } from 'yaml';
import type { CourseDocument } from '../course/course-document';
import { detached } from '../text/detached';
import { yamlTooDeep } from '../text/yaml-too-deep';

/** What a file's front matter calls it beside its file's name. */
export interface OwnNames {
  /** Other names of a note, by which a vault's links mean it too. */
  readonly aliases: readonly string[];
  /** Its addresses on a site, as written: they stand for a page whatever its file is called. */
  readonly addresses: readonly string[];
}

const none: OwnNames = { aliases: [], addresses: [] };
const largest = 50_000;

/** Keys by which generators let an author say where a page stands, or stood before. */
const addressKeys = ['slug', 'id', 'permalink', 'url', 'redirect_from', 'aliases'];

/** Read from YAML between `---` and from the `key = "value"` lines of TOML. */
export function ownNames({ text, regions, language }: CourseDocument): OwnNames {
  if (language !== 'markdown') return none;
  const toml = text.startsWith('+++') ? text.indexOf('\n+++') : -1;
  const span = toml > 0 ? { start: 0, end: toml } : regions[0]?.frontMatter;
  const head = span && text.slice(span.start, Math.min(span.end, span.start + largest));
  if (!head || !/^["']?(?:alias(?:es)?|slug|id|permalink|url|redirect_from)["']?[ \t]*[:=]/m.test(head)) return none;
  const fields = fieldsOf(head);
  const aliases = [...namesIn(fields.aliases), ...namesIn(fields.alias)];
  return {
    aliases: aliases.filter((name) => !name.startsWith('/')),
    addresses: addressKeys.flatMap((key) => namesIn(fields[key])),
  };
}

function fieldsOf(head: string): Readonly<Record<string, unknown>> {
  const plain = head.replace(/^(?:---|\+\+\+)[ \t]*\r?\n|\r?\n(?:---|\+\+\+|\.\.\.)[ \t]*\s*$/g, '');
  if (head.startsWith('+++')) {
    return Object.fromEntries(
      [...plain.matchAll(/^(\w+)[ \t]*=[ \t]*(.*)$/gm)].map(({ 1: key = '', 2: value = '' }) => [
        key,
        [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(({ 1: a, 2: b }) => a ?? b),
      ]),
    );
  }
  if (yamlTooDeep(plain) !== undefined) return {};
  const document = parseDocument(plain, { logLevel: 'silent' });
  if (document.errors.length > 0) return {};
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** One name, names between commas, or a list of names. */
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value]).flatMap((name: unknown) =>
    (typeof name === 'string' || typeof name === 'number') && String(name).trim() !== ''
      ? [detached(String(name).trim())]
      : [],
  );
