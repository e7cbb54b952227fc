import type { Course } from '../course/course';
import type { Fact } from '../course/fact';
import { detached } from '../text/detached';
import { configMacros } from './config-macros';
import type { MacroTable } from './tex-checker';
import { texCommands } from './tex-words';

const most = 300;
const longest = 300;
const command =
  /\\(?:(?:re)?new|provide)command\*?[ \t]*(?:\{[ \t]*\\([a-zA-Z]+)[ \t]*\}|\\([a-zA-Z]+))[ \t]*(?:\[(\d)\])?[ \t]*(?:\[([^\]\n]{0,80})\])?[ \t]*\{/g;
const operator = /\\DeclareMathOperator(\*?)[ \t]*(?:\{[ \t]*\\([a-zA-Z]+)[ \t]*\}|\\([a-zA-Z]+))[ \t]*\{/g;
const plainDef = /\\def[ \t]*\\([a-zA-Z]+)((?:#\d)*)[ \t]*\{/g;
/** `let` gives a name to what another one stands for. */
const alias = /\\let[ \t]*\\([a-zA-Z]+)[ \t]*=?[ \t]*(\\[a-zA-Z]+)/g;

/**
 * The commands that a file defines in its formulas, wherever in it, for all formulas of the course. What TeX itself means by a
 * name stays: another meaning holds in the formula that gives it alone.
 */
export const fileMacros: Fact<MacroTable> = {
  name: 'macros',
  of({ text, regions }) {
    const frontMatter = regions[0]?.frontMatter;
    const head = frontMatter && text.slice(frontMatter.start, frontMatter.end);
    const stated = head && /^math[ \t]*:/m.test(head) ? configMacros(head) : {};
    return /\\(?:newcommand|renewcommand|providecommand|DeclareMathOperator|def\s*\\|let\s*\\)/.test(text)
      ? { ...stated, ...definitionsIn(text) }
      : stated;
  },
};

/** All definitions of a text in TeX. */
export function definitionsIn(text: string): MacroTable {
  const found = new Map<string, MacroTable[string]>();
  const define = (name: string | undefined, body: string | undefined, args: number, optional?: string): void => {
    if (name === undefined || body === undefined || found.size >= most || texCommands.has(`\\${name}`)) return;
    const plain = detached(body);
    found.set(detached(name), optional === undefined ? [plain, args] : [plain, args, detached(optional)]);
  };
  for (const { 0: all, 1: braced, 2: bare, 3: args, 4: optional, index } of text.matchAll(command)) {
    define(braced ?? bare, bodyAt(text, index + all.length), Number(args ?? 0), optional);
  }
  for (const { 0: all, 1: star, 2: braced, 3: bare, index } of text.matchAll(operator)) {
    const body = bodyAt(text, index + all.length);
    define(braced ?? bare, body && `\\operatorname${star}{${body}}`, 0);
  }
  for (const { 0: all, 1: name, 2: args = '', index } of text.matchAll(plainDef)) {
    define(name, bodyAt(text, index + all.length), args.length / 2);
  }
  for (const [, name, body] of text.matchAll(alias)) define(name, body, 0);
  return Object.fromEntries(found);
}

/** What stands between a brace before an offset and the one that closes it. */
function bodyAt(text: string, start: number): string | undefined {
  let depth = 1;
  for (let i = start; i < Math.min(text.length, start + longest); i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return text.slice(start, i);
  }
  return undefined;
}

const known = new WeakMap<Course, { readonly revision: number; readonly macros: MacroTable }>();

/** The commands that a course defines in any of its files. */
export function courseMacros(course: Course): MacroTable {
  const last = known.get(course);
  if (last?.revision === course.revision) return last.macros;
  const macros: Record<string, MacroTable[string]> = {};
  for (const [, own] of course.all(fileMacros)) Object.assign(macros, own);
  // Equal tables are one: what was found of a formula by them is remembered.
  const same = last && JSON.stringify(last.macros) === JSON.stringify(macros) ? last.macros : macros;
  known.set(course, { revision: course.revision, macros: same });
  return same;
}
