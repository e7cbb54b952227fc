import type { FailingSearch } from './linear-search';

const tagName = /[a-z][a-z0-9-]*/iy;
const attributeName = /\s+[a-z_:][\w.:-]*/iy;
const equals = /\s*=\s*/y;
const bareValue = /[^\s"'=<>`]+/y;
const tagEnd = /\s*\/?>/y;
const closingEnd = /\s*>/y;
const mostAttributes = 200;

/** Where the HTML tag, comment, instruction or declaration that may begin at a `<` ends, as CommonMark says; -1 if none. */
export function htmlEnd(text: string, start: number, search: FailingSearch): number {
  const next = text[start + 1];
  if (next === '!') return declarationEnd(text, start, search);
  if (next === '?') return after('?>', start + 2, search);
  const closing = next === '/';
  const name = matchEnd(tagName, text, start + (closing ? 2 : 1));
  if (name < 0) return -1;
  return closing ? matchEnd(closingEnd, text, name) : openTagEnd(text, name, search);
}

function declarationEnd(text: string, start: number, search: FailingSearch): number {
  if (text.startsWith('<!--', start)) {
    if (text.startsWith('>', start + 4)) return start + 5;
    if (text.startsWith('->', start + 4)) return start + 6;
    return after('-->', start + 4, search);
  }
  if (text.startsWith('<![CDATA[', start)) return after(']]>', start + 9, search);
  return /[a-z]/i.test(text[start + 2] ?? '') ? after('>', start + 3, search) : -1;
}

function openTagEnd(text: string, nameEnd: number, search: FailingSearch): number {
  let at = nameEnd;
  for (let i = 0; i < mostAttributes; i++) {
    const attribute = matchEnd(attributeName, text, at);
    if (attribute < 0) break;
    at = attribute;
    const value = matchEnd(equals, text, at);
    if (value < 0) continue;
    const quote = text[value];
    at = quote === '"' || quote === "'" ? after(quote, value + 1, search) : matchEnd(bareValue, text, value);
    if (at < 0) return -1;
  }
  return matchEnd(tagEnd, text, at);
}

function after(what: string, from: number, search: FailingSearch): number {
  const at = search.next(what, from);
  return at < 0 ? -1 : at + what.length;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
