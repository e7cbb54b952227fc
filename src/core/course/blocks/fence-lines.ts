import { fenceLanguage } from './fence-language';

/** A line that begins with three backticks or tildes or more, whatever it means where it stands. */
export interface FenceLine {
  readonly line: number;
  /**
   * Whether the line holds the marker alone, opens a fence by what it says, says something that no opener says, or is
   * text with code in it, which no fence can open.
   */
  readonly kind: 'bare' | 'opener' | 'text' | 'code';
  readonly sign: string;
  readonly length: number;
  /** Columns before the marker, and how many quote marks are among them. */
  readonly column: number;
  readonly quotes: number;
  /** What stands behind the marker names: `python`. */
  readonly language: string;
  /** The marker in the text. */
  readonly start: number;
}

const fenceLine = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?!`|[^\n]*```)|~{3,})(.*)$/gm;

/** All such lines of a text, in order. */
export function fenceLines(text: string): FenceLine[] {
  const found: FenceLine[] = [];
  let line = 0;
  let counted = 0;
  for (const match of text.matchAll(fenceLine)) {
    const [, marks, marker, rest] = match as unknown as [string, string, string, string];
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', counted)) {
      line++;
      counted = at + 1;
    }
    found.push({
      line,
      kind: kindOf(marker, rest.trim()),
      sign: marker[0]!,
      length: marker.length,
      column: columns(marks),
      quotes: marks.split('>').length - 1,
      language: fenceLanguage(rest.trim()),
      start: match.index + marks.length,
    });
  }
  return found;
}

function kindOf(marker: string, rest: string): FenceLine['kind'] {
  if (rest === '') return 'bare';
  if (marker.startsWith('`') && rest.includes('`')) return 'code';
  return isInfo(rest) ? 'opener' : 'text';
}

function columns(marks: string): number {
  let column = 0;
  for (const sign of marks) column += sign === '\t' ? 4 - (column % 4) : 1;
  return column;
}

const common = new Set(
  (
    'bash c c++ console cpp cs csharp css diff docker dockerfile go graphql haskell html http ini java javascript js json ' +
    'julia kotlin latex lua make markdown math md mdx mermaid php plaintext powershell py pycon python r ruby rust scala ' +
    'sh shell sql swift terminal tex text toml ts tsx txt typescript xml yaml yml zsh attention mla moe transformer'
  ).split(' '),
);

/** A language, alone or with attributes; a sentence is none. */
function isInfo(info: string): boolean {
  if (/^\{.*\}?$/.test(info)) return true;
  const [word, ...others] = info.split(/\s+/);
  if (!/^[.\w][\w.+#:@/{},="'-]*$/.test(word!)) return false;
  if (common.has(fenceLanguage(info))) return true;
  if (others.length === 0) return !/[.!?,;:]$/.test(word!);
  return /[={[]/.test(others.join(' ')) && !info.includes('](');
}
