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
  for (let above = line - 1; above >= Math.max(0, line - farthest); above--) {
    const match = opener.exec(lineAt(above).text.slice(0, 200));
    // A fence of words is opened; a bare one was closed, but for a formula's, whose ends look alike.
    if (match) return match[1] !== '' || /\$\$|\\\[/.test(match[0]);
  }
  return false;
}
