import type { Span } from '../text/span';

/** A field of `str.format`: `{topic}`, `{0}`, `{name!r:>10}`, `{items[0].title}`. Not one that a letter comes before: `A{Choice}` is a node. */
const field = /\{\{|\}\}|(?<![\w)\]])\{(?:[A-Za-z_]\w*|\d*)(?:\.\w+|\[[^\][{}\n]*\])*(?:![rsa])?(?::[^{}\n]*)?\}/g;

/** A hexagon of a flowchart, which is written with two braces. */
const hexagon = /(?<=\w)\{\{[^{}\n]*\}\}/g;

/**
 * The fields of a plain string that `str.format` fills in, in which `{{` and `}}` are one brace each; undefined for a
 * string that is no such template. It is one if `format` is called on it or on its name, or if it holds both a field and
 * a doubled brace.
 */
export function templateFields(
  text: string,
  literal: Span,
  content: Span,
  formatted: () => ReadonlySet<string>,
): readonly Span[] | undefined {
  const inner = text.slice(content.start, content.end);
  if (!inner.includes('{') && !inner.includes('}')) return undefined;
  const fields: Span[] = [];
  for (const { index, 0: found } of inner.matchAll(field)) {
    if (found === '{{' || found === '}}') continue;
    fields.push({ start: content.start + index, end: content.start + index + found.length });
  }
  if (isFormatted(text, literal, formatted)) return fields;
  const doubled = /\{\{|\}\}/.test(inner.replace(hexagon, ''));
  return doubled && fields.some(({ end, start }) => end - start > 2) ? fields : undefined;
}

function isFormatted(text: string, { start, end }: Span, formatted: () => ReadonlySet<string>): boolean {
  if (/^\s*\)?\s*\.format(?:_map)?\(/.test(text.slice(end, end + 80))) return true;
  const name = assignedName(text, start);
  return name !== undefined && formatted().has(name);
}

/** The names that `format` is called on in a Python file. */
export const formattedNames = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/(?<![\w.])([A-Za-z_]\w*)\.format(?:_map)?\(/g), ([, name]) => name!));

/** The name that a string is given by the statement it begins in. */
export function assignedName(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 200), start);
  return /(?:^|[\n;])[ \t]*([A-Za-z_]\w{0,60})[ \t]*(?::[^=\n]{0,60})?=[ \t]*\(?\s*$/.exec(before)?.[1];
}
