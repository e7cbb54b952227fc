import type { CourseBlockState } from './block-state';
import { fenceLanguage } from './fence-language';

/** What opens a diagram on a line, and the line that closes it. */
const openers: readonly { readonly opens: RegExp; readonly closes: (match: RegExpExecArray) => RegExp }[] = [
  { opens: /^(`{3,}|~{3,}|:{3,})[ \t]*([^`\n]*)$/, closes: ([, marker]) => new RegExp(`^${marker}+[ \\t]*$`) },
  { opens: /^\{\{[<%][ \t]*mermaid\b/i, closes: () => /^\{\{[<%][ \t]*\/[ \t]*mermaid/i },
  { opens: /^\{%-?[ \t]*mermaid\b/i, closes: () => /^\{%-?[ \t]*endmermaid/i },
  {
    opens: /^<(div|pre)\s[^>]*class\s*=\s*["'][^"'>]*\bmermaid\b/i,
    closes: ([, name]) => new RegExp(`</${name}\\s*>`, 'i'),
  },
];

/**
 * A comment ends at its first `-->`, so an arrow of a diagram that is commented out ends it. Where the diagram and another
 * `-->` end below, the author's comment goes on to there.
 */
export function cutComment(state: CourseBlockState, startLine: number): void {
  const lineText = (line: number) => {
    const text = state.src.slice(state.textStart(line), state.eMarks[line]);
    return line === startLine ? text.replace(/^<!--[ \t]*/, '') : text;
  };
  const arrowLine = state.line - 1;
  let closes: RegExp | undefined;
  for (let line = startLine; line < arrowLine; line++) {
    const text = lineText(line);
    if (closes?.test(text)) closes = undefined;
    else if (!closes) closes = closerOf(text);
  }
  const arrow = lineText(arrowLine).indexOf('-->');
  if (!closes || arrow < 0 || lineText(arrowLine).slice(0, arrow).trim() === '') return;
  let line = arrowLine + 1;
  const goesOn = () => line < state.lineMax && (state.isEmpty(line) || state.sCount[line]! >= state.blkIndent);
  while (goesOn() && !closes.test(lineText(line))) line++;
  for (; goesOn(); line++) {
    const text = lineText(line);
    const end = text.indexOf('-->');
    if (text.includes('<!--') && text.indexOf('<!--') < (end < 0 ? text.length : end)) return;
    if (end < 0) continue;
    const at = state.textStart(arrowLine) + state.src.slice(state.textStart(arrowLine)).indexOf('-->');
    state.blocks.cutComment(at, at + 3);
    state.line = line + 1;
    return;
  }
}

function closerOf(text: string): RegExp | undefined {
  for (const { opens, closes } of openers) {
    const match = opens.exec(text);
    if (match && (match[2] === undefined || fenceLanguage(match[2]) === 'mermaid')) return closes(match);
  }
  return undefined;
}
