import type { Span } from '../text/span';
import { assignedName } from './template-fields';

/** Calls whose argument is code in whatever language, not text: Streamlit's `code`, the interpreter's own, a data base's. */
const takesCode =
  '(?:code|exec|eval|compile|execute|executemany|executescript|run_query|sql|system|check_output|Popen)';

const asArgument = new RegExp(
  `(?<![A-Za-z_])${takesCode}\\(\\s*(?:(?:body|code|source|sql)\\s*=\\s*)?(?:(?:textwrap\\s*\\.\\s*|inspect\\s*\\.\\s*)?(?:dedent|cleandoc)\\(\\s*)?$`,
);

/** What says that the code is markdown all the same. */
const asText = /^[^()\n]{0,80}["'](?:mermaid|markdown|md)["']/;

/** The names that a Python file hands to such a call, and nowhere as markdown. */
export function namesShownAsCode(text: string): ReadonlySet<string> {
  const shown = new Set<string>();
  const read = new Set<string>();
  for (const { index, 0: found, groups } of text.matchAll(byName)) {
    const at = index + found.length;
    (asText.test(text.slice(at, at + 120)) ? read : shown).add(groups!.name!);
  }
  for (const name of read) shown.delete(name);
  return shown;
}

const byName = new RegExp(
  `(?<![A-Za-z_])${takesCode}\\(\\s*(?:(?:body|code)\\s*=\\s*)?(?<name>[A-Za-z_]\\w*)(?![\\w.(])`,
  'g',
);

/** Whether a string of a Python file is handed to a call that takes code, at once or by its name. */
export function isShownAsCode(text: string, { start, end }: Span, names: ReadonlySet<string>): boolean {
  if (asArgument.test(text.slice(Math.max(0, start - 120), start))) return !asText.test(text.slice(end, end + 120));
  const name = names.size > 0 ? assignedName(text, start) : undefined;
  return name !== undefined && names.has(name);
}

const statement =
  /^\s*(?:import |from \S+ import |def |class |return\b|if .*:$|for .*:$|while .*:$|with .*:$|try:|except\b.*:$|else:|print\(|@\w|[A-Za-z_][\w.[\]'", ]*\s(?:[-+*/]?=)\s\S|[A-Za-z_][\w.]*\(.*\)?,?$|[)\]}],?$)/;

/** Whether the lines of a text that are no comments are statements, so that `#` begins a comment in it. */
export function looksLikeCode(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  return lines.length > 0 && lines.filter((line) => statement.test(line)).length * 2 > lines.length;
}
