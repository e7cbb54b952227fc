import type { Span } from '../text/span';

/** Where in the YAML above a diagram something is being written. */
export interface FrontMatterPlace {
  /** What is typed of it. */
  readonly typed: Span;
  /** Keys around it, the outermost first. */
  readonly path: readonly string[];
  /** The key whose value it is; absent where a key is being written. */
  readonly key?: string;
  /** The keys that stand beside it already. */
  readonly siblings: readonly string[];
}

const fence = /^[ \t]*---[ \t]*$/;
const keyLine = /^([ \t]*)([\w-]+)[ \t]*:(.*)$/;

/** Reads the line of an offset, if it stands in front matter, closed or not yet. */
export function frontMatterPlace(text: string, offset: number): FrontMatterPlace | undefined {
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
