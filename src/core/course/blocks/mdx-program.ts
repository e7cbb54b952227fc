/** What a line must begin with to import or export, as MDX lets a page do. */
export const moduleStart =
  /^(?:import(?:[ \t]+["'*{]|[ \t]+[\w$]+[ \t]*(?:,|from\b))|export[ \t]+(?:default|const|let|var|function|async|class|type|interface|\{|\*))/;

/** Brackets in brackets deeper than this belong to no lesson. */
const deepest = 50;

/** How many characters of a text may still be read in search of ends, so that a thousand openers cost no thousand readings. */
export interface SearchBudget {
  left: number;
}

export const searchBudget = (text: string): SearchBudget => ({ left: 8 * text.length });

/**
 * Where a tag or an expression of MDX that begins at an offset ends; -1 where it does not end before `limit`, or is none.
 * `<div class="a">`, `</Tab>`, `<>`, `{/* note *\/}`, `{items.map((x) => x)}`.
 */
export function programEnd(text: string, start: number, end: number, budget: SearchBudget): number {
  const limit = Math.min(end, start + budget.left);
  const found = text[start] === '{' ? bracketsEnd(text, start, limit, 0) : tagEnd(text, start, limit);
  budget.left -= (found < 0 ? limit : found) - start;
  return found;
}

const longestModule = 20_000;

/** Where what is imported or exported from an offset on ends: at the first blank line that stands in no bracket. */
export function moduleEnd(text: string, start: number, end: number, budget: SearchBudget): number {
  const limit = Math.min(end, start + longestModule, start + budget.left);
  let at = start;
  while (at < limit) {
    const char = text[at]!;
    if (char === '\n' && /^[ \t]*(?:\n|$)/.test(text.slice(at + 1, at + 200))) break;
    at = opens(char) ? bracketsEnd(text, at, limit, 0) : afterToken(text, at, limit, 0);
    if (at < 0) break;
  }
  budget.left -= (at < 0 ? limit : at) - start;
  if (at >= 0) return Math.min(at, limit);
  // What is never closed goes no farther than it would without brackets.
  const blank = text.slice(start, limit).search(/\n[ \t]*\n/);
  return blank < 0 ? limit : start + blank;
}

function tagEnd(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; ) {
    const char = text[at]!;
    if (char === '>') return at + 1;
    if (char === '<') return -1;
    if (char === '{') at = bracketsEnd(text, at, limit, 0);
    else if (char === '"' || char === "'") at = text.indexOf(char, at + 1) + 1;
    else at++;
    if (at <= 0) return -1;
  }
  return -1;
}

function bracketsEnd(text: string, start: number, limit: number, depth: number): number {
  if (depth > deepest) return -1;
  let open = 0;
  for (let at = start; at < limit; ) {
    const char = text[at]!;
    if (opens(char)) open++;
    else if (char === '}' || char === ')' || char === ']') open--;
    if (open === 0) return at + 1;
    at = afterToken(text, at, limit, depth);
    if (at < 0) return -1;
  }
  return -1;
}

const opens = (char: string): boolean => char === '{' || char === '(' || char === '[';

/** Behind a string, a template, a comment, or the one character that stands there. */
function afterToken(text: string, at: number, limit: number, depth: number): number {
  const char = text[at];
  if (char === '"' || char === "'") {
    // An apostrophe in the text between tags is closed by nothing on its line.
    const found = char === '"' ? /"(?:\\.|[^"\\\n])*"/y : /'(?:\\.|[^'\\\n])*'/y;
    found.lastIndex = at;
    return found.test(text) ? found.lastIndex : at + 1;
  }
  if (char === '`') return templateEnd(text, at, limit, depth);
  if (char !== '/') return at + 1;
  const closer = text[at + 1] === '*' ? '*/' : text[at + 1] === '/' ? '\n' : undefined;
  if (!closer || (closer === '\n' && text[at - 1] === ':')) return at + 1;
  const end = text.indexOf(closer, at + 2);
  if (end < 0) return -1;
  return closer === '\n' ? end : end + closer.length;
}

function templateEnd(text: string, start: number, limit: number, depth: number): number {
  for (let at = start + 1; at < limit; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '`') return at + 1;
    else if (char === '$' && text[at + 1] === '{') {
      at = bracketsEnd(text, at + 1, limit, depth + 1) - 1;
      if (at < 0) return -1;
    }
  }
  return -1;
}
