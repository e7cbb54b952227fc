import { fenceLanguage } from './fence-language';
import { moduleEnd, moduleStart, searchBudget } from './mdx-program';
import { isBoxTitle } from './titled-box';

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
  /** Columns before the marker, which MDX does not count, and how many quote marks are among them. */
  readonly column: number;
  readonly quotes: number;
  /** What stands behind the marker names: `python`. */
  readonly language: string;
  /** The marker in the text. */
  readonly start: number;
}

const fenceLine = /^((?:[ \t>]|[-*+:][ \t]|\d{1,9}[.)][ \t])*)(`{3,}(?!`|[^\n]*```)|~{3,})(.*)$/gm;

/** Elements whose text is no markdown; in MDX also what a page imports and exports. */
const ownText = /^ {0,3}<(textarea|script|style|pre)(?=[\s>])|^(?:import|export)[ \t].*/gim;

/** All such lines of a text, in order, but for those in a program or in an element whose text is no markdown. */
export function fenceLines(text: string, mdx = false): FenceLine[] {
  const found: FenceLine[] = [];
  let line = 0;
  let counted = 0;
  let open: FenceLine | undefined;
  let hidden = 0;
  const hides = ownTexts(text, mdx);
  for (const match of text.matchAll(fenceLine)) {
    const [, marks, marker, rest] = match as unknown as [string, string, string, string];
    const hiddenTo = hides(match.index);
    if (!open) hidden = Math.max(hidden, hiddenTo);
    if (match.index < hidden) continue;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', counted)) {
      line++;
      counted = at + 1;
    }
    const kind = kindOf(marker, rest.trim());
    const next: FenceLine = {
      line,
      kind,
      sign: marker[0]!,
      length: marker.length,
      column: mdx ? 0 : columns(marks),
      quotes: marks.split('>').length - 1,
      language: fenceLanguage(rest.trim()),
      start: match.index + marks.length,
    };
    found.push(next);
    if (!open) open = kind === 'code' ? undefined : next;
    else if (kind === 'bare' && next.sign === open.sign && next.length >= open.length) open = undefined;
  }
  return found;
}

/** Asked in rising order: where the last text that began before an offset, and is no markdown, ends. */
function ownTexts(text: string, mdx: boolean): (before: number) => number {
  const starts = text.matchAll(ownText);
  const budget = searchBudget(text);
  const unclosed = new Set<string>();
  const elementEnd = (element: string, from: number): number => {
    if (unclosed.has(element)) return 0;
    const closer = new RegExp(`</${element}`, 'gi');
    closer.lastIndex = from;
    const end = closer.exec(text)?.index;
    if (end === undefined) unclosed.add(element);
    return end ?? 0;
  };
  let next = starts.next();
  return (before) => {
    let end = 0;
    for (; !next.done && next.value.index < before; next = starts.next()) {
      const { 0: written, 1: element, index } = next.value;
      if (element !== undefined) end = Math.max(end, elementEnd(element, index));
      else if (mdx && moduleStart.test(written)) end = Math.max(end, moduleEnd(text, index, text.length, budget));
    }
    return end;
  };
}

function kindOf(marker: string, rest: string): FenceLine['kind'] {
  if (rest === '') return 'bare';
  if (marker.startsWith('`') && rest.includes('`')) return isBoxTitle(rest) ? 'opener' : 'code';
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
  // `{ data-correct }` is what a plug-in hangs on the block above; `{ .python }` opens one, and `{note}` too.
  if (/^\{\s+[\w-]+\s*\}$/.test(info)) return false;
  if (/^\{.*\}?$/.test(info)) return true;
  const [word, ...others] = info.split(/\s+/);
  if (!/^[.\w][\w.+#:@/{},="'-]*$/.test(word!)) return false;
  if (common.has(fenceLanguage(info))) return true;
  if (others.length === 0) return !/[.!?,;:]$/.test(word!);
  return /[={[]/.test(others.join(' ')) && !info.includes('](');
}
