import type { Position, TextDocument } from 'vscode';

/** How far up a fence is looked for: a longer one gets its help where it is asked for. */
const farthest = 600;

/** Of a page's front matter, so many lines at most. */
const longestHead = 60;
const isRule = (text: string): boolean => text.trimEnd() === '---';

const onLine = /`{3,}|~{3,}|\$|\\|\]\(|\]:|\[\^|\[\[|(?:src|href)=["']/;
const opener = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:`{3,}|~{3,}|:{3,}|\$\$|\\\[)\s*(\S?)/;

/**
 * Whether notation may stand here: a glance at few lines, on every letter, that spares the server all prose. The server
 * knows; where this errs it says nothing.
 */
export function mayWantHelp(
  { languageId, lineAt }: Pick<TextDocument, 'languageId' | 'lineAt'>,
  { line, character }: Pick<Position, 'line' | 'character'>,
): boolean {
  if (languageId === 'mermaid' || languageId === 'python') return true;
  if (onLine.test(lineAt(line).text.slice(Math.max(0, character - 300), character))) return true;
  if (line > 0 && line < longestHead && isRule(lineAt(0).text)) {
    let below = 1;
    while (below < line && !isRule(lineAt(below).text)) below++;
    if (below === line) return true;
  }
  const block = blockAbove({ lineAt }, line);
  // A formula's ends look alike.
  return block === 'fence' || block === 'formula';
}

/** What was opened last above a line: a fence that is not closed, or a formula, which may be. */
function blockAbove({ lineAt }: Pick<TextDocument, 'lineAt'>, line: number): 'fence' | 'formula' | undefined {
  for (let above = line - 1; above >= Math.max(0, line - farthest); above--) {
    const match = opener.exec(lineAt(above).text.slice(0, 200));
    if (!match) continue;
    if (/\$\$|\\\[/.test(match[0])) return 'formula';
    // A fence of words is opened; a bare one was closed.
    return match[1] !== '' ? 'fence' : undefined;
  }
  return undefined;
}

const pathBegun =
  /(?:\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?|<(?:a|img)\s[^<>]*(?:href|src)=["'])(?![a-z][\w+.-]*:)[^()\s<>"']+$/i;

/** Whether the path or the anchor of a link is being written, where VS Code's own Markdown knows what may stand there. */
export function writesPath(
  { languageId, lineAt }: Pick<TextDocument, 'languageId' | 'lineAt'>,
  { line, character }: Pick<Position, 'line' | 'character'>,
): boolean {
  if (languageId !== 'markdown') return false;
  const before = lineAt(line).text.slice(Math.max(0, character - 300), character);
  const isCode = (before.match(/`/g)?.length ?? 0) % 2 === 1;
  return pathBegun.test(before) && !isCode && blockAbove({ lineAt }, line) !== 'fence';
}
