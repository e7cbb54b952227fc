import type { Span } from '../text/span';

/** Where in the settings above a diagram something is being written. */
export interface SettingsPlace {
  /** What is typed of it. */
  readonly typed: Span;
  /** Keys around it, the outermost first. */
  readonly path: readonly string[];
  /** The key whose value it is; absent where a key is being written. */
  readonly key?: string;
  /** The keys that stand beside it already. */
  readonly siblings: readonly string[];
  /** In JSON, whether what is written stands behind a quote already; absent in YAML, which needs none. */
  readonly quotes?: 'open' | 'needed';
}

const fence = /^[ \t]*---[ \t]*$/;
const keyLine = /^([ \t]*)([\w-]+)[ \t]*:(.*)$/;

/** Where in the settings above its diagram an offset is, in YAML or in a directive; elsewhere undefined. */
export const settingsPlace = (text: string, offset: number): SettingsPlace | undefined =>
  frontMatterPlace(text, offset) ?? directivePlace(text, offset);

/**
 * Where in a directive `%%{init: { … }}%%` something is being written: its settings are those below `config`. Undefined
 * outside of one.
 */
function directivePlace(text: string, offset: number): SettingsPlace | undefined {
  const start = text.lastIndexOf('%%{', offset - 1);
  const directive = start < 0 ? '' : text.slice(start, offset);
  const opener = /^%%\{\s*init(?:ialize)?\s*:/.exec(directive);
  if (!opener || directive.includes('}%%')) return undefined;
  const typed = /[\w#-]*$/.exec(directive)![0];
  const before = directive.slice(opener[0].length, directive.length - typed.length);
  /** Of each brace that is open, the key whose value is being written. */
  const keys: (string | undefined)[] = [];
  for (const [token] of before.matchAll(/[\w#.-]+|[{},]/g)) {
    if (token === '{') keys.push(undefined);
    else if (token === '}') keys.pop();
    else if (token === ',') keys[keys.length - 1] = undefined;
    else keys[keys.length - 1] ??= token;
  }
  if (keys.length === 0) return undefined;
  const key = keys.at(-1);
  return {
    typed: { start: offset - typed.length, end: offset },
    path: ['config', ...keys.slice(0, -1).map(String)],
    ...(key !== undefined && { key }),
    siblings: [],
    quotes: /["']$/.test(before) ? 'open' : 'needed',
  };
}

/** Reads the line of an offset, if it stands in front matter, closed or not yet. */
function frontMatterPlace(text: string, offset: number): SettingsPlace | undefined {
  const lines = text.slice(0, offset).split('\n');
  const opener = lines.findIndex((line) => line.trim() !== '');
  if (opener < 0 || opener === lines.length - 1 || !fence.test(lines[opener]!)) return undefined;
  const above = lines.slice(opener + 1, -1);
  if (above.some((line) => fence.test(line))) return undefined;
  const current = lines.at(-1)!;
  const begun = /^([ \t]*)(?:([\w-]+)[ \t]*:[ \t]+)?(["']?[\w#-]*)$/.exec(current);
  if (!begun) return undefined;
  const [, blanks = '', key, word = ''] = begun;
  const path: string[] = [];
  const siblings: string[] = [];
  let inside = blanks.length;
  for (const line of above.reverse()) {
    const found = keyLine.exec(line);
    if (!found) continue;
    const [, { length: indent }, name, value] = found as unknown as [string, string, string, string];
    if (indent === blanks.length && inside === indent) siblings.push(name);
    if (indent >= inside || value.trim() !== '') continue;
    inside = indent;
    path.unshift(name);
  }
  return { typed: { start: offset - word.length, end: offset }, path, ...(key !== undefined && { key }), siblings };
}
