import type { CourseBlockState } from './block-state';
import { fenceLanguage } from './fence-language';
import { readBody } from './read-body';

/** What MyST, its extensions and bookdown set as text of the page. The bodies of other directives are code, data or paths. */
const names = new Set(
  (
    'admonition aside attention blockquote card caution compound container danger deprecated details div dropdown ' +
    'epigraph error exercise figure glossary grid grid-item grid-item-card highlights hint important list-table margin note ' +
    'pull-quote seealso sidebar solution tab-item tab-set table tip todo toggle topic versionadded versionchanged ' +
    'warning algorithm assumption axiom conjecture corollary criterion definition example hypothesis lemma ' +
    'observation problem proof property proposition remark theorem'
  ).split(' '),
);

/** Directives of a domain, `prf:theorem`, are known by what stands behind it. */
const directive = /^\{(?:(?:prf|proof):)?([a-z-]+)(?:\}|[\s,])/i;

/**
 * Whether a fence's info string names a directive whose body is markdown: `{note}`, `{prf:theorem} Name`, `{figure} a.png`.
 * `{attention}` is a demo where its content begins with a key, and a call for attention otherwise.
 */
export function holdsMarkdown(info: string, content: string): boolean {
  const name = (directive.exec(info)?.[1] ?? '').toLowerCase();
  return names.has(name) && !(name === 'attention' && info.endsWith('}') && /^\s*(?:$|[a-z_]+:(?:\s|$))/.test(content));
}

/** Directives whose argument is a path. */
const pathed = new Set(['figure']);

const option = /^:[\w-]+:(?=\s|$)/;

/** Reads the title of a directive whose opening line is `startLine`, and what stands below its options down to `contentEnd`. */
export function readDirectiveBody(state: CourseBlockState, startLine: number, contentEnd: number): void {
  const lineAt = (line: number): string => state.src.slice(state.textStart(line), state.eMarks[line]).trimEnd();
  const end = state.skipSpacesBack(state.eMarks[startLine]!, state.bMarks[startLine]!);
  const title = state.skipSpaces(state.src.indexOf('}', state.textStart(startLine)) + 1);
  const name = fenceLanguage(state.src.slice(state.src.indexOf('{', state.textStart(startLine)), end));
  if (title < end && !pathed.has(name))
    state.blocks.paragraph(startLine, [{ start: title, end, pad: 0, breaks: false }]);
  let first = startLine + 1;
  if (first < contentEnd && lineAt(first) === '---') {
    first++;
    while (first < contentEnd && lineAt(first) !== '---') first++;
    first++;
  }
  while (first < contentEnd && option.test(lineAt(first))) first++;
  if (first < contentEnd) readBody(state, first, contentEnd, state.blkIndent);
}
