import { remembering } from '../remembering';
import { headOf, plural, singularName } from './plural';
import { singular } from './singular';
import type { TermForm } from './term-matcher';

const possessive = /['’]s?$/;
const opens = /(?<![\p{L}\p{N}])(?:\*+|_+|~~)(?=[\p{L}\p{N}])/gu;
const closes = /(?<=[\p{L}\p{N}])(?:\*+|_+|~~)(?![\p{L}\p{N}])/gu;

/** What stands in place of a use of a term when one of its forms gets a new text: in the use's number, case and joints. */
export function renamedUse(written: string, form: TermForm, renamed: string): string {
  const { before, bare, after } = withoutMarkup(written);
  const owner = possessive.test(form.text) ? '' : (possessive.exec(bare)?.[0] ?? '');
  const use = bare.slice(0, bare.length - owner.length);
  if (form.exact) return before + renamed + use.slice(form.text.length) + owner + after;
  const number = inNumberOf(use, form.text, renamed);
  const joined = withBreaksOf(use, withJointsOf(use, form.text, number));
  return before + inCaseOf(use, form.text, joined) + owner + after;
}

function inNumberOf(use: string, name: string, renamed: string): string {
  const used = headOf(use.toLowerCase()).word;
  const named = headOf(name.toLowerCase()).word;
  if (used === named) return renamed;
  if (singular(used) === named) return plural(renamed);
  return singular(named) === used ? singularName(renamed) : renamed;
}

/** A line break between two words of the use stays between two words. */
function withBreaksOf(use: string, renamed: string): string {
  const gaps = use.match(/\s+/g) ?? [];
  const broken = gaps.findIndex((gap) => gap.includes('\n'));
  if (broken < 0) return renamed;
  const last = (renamed.match(/\s+/g) ?? []).length - 1;
  let index = 0;
  return renamed.replace(/\s+/g, (gap) => (index++ === Math.min(broken, last) ? gaps[broken]! : gap));
}

/** `mixture-of-experts` for Mixture of Experts stays hyphenated; `multi head` for Multi-Head stays apart. */
function withJointsOf(use: string, name: string, renamed: string): string {
  const hyphens = (text: string) => (text.match(/[-\u2010-\u2013]/g) ?? []).length;
  const spaces = (text: string) => (text.match(/\s+/g) ?? []).length;
  if (spaces(name) > 0 && spaces(use) === 0 && hyphens(use) > 0) return renamed.replace(/\s+/g, '-');
  if (hyphens(name) > 0 && hyphens(use) === 0 && spaces(use) > 0) return renamed.replace(/-/g, ' ');
  return renamed;
}

function inCaseOf(use: string, name: string, renamed: string): string {
  const small = use.toLowerCase();
  if (use === small) return name === name.toLowerCase() ? renamed : lowered(renamed);
  if (use === use.toUpperCase() && [...use].length > 1 && name !== name.toUpperCase()) return renamed.toUpperCase();
  const first = [...use][0]!;
  const sentence =
    use === first + small.slice(first.length) && /\s|-/.test(use) && name.slice(1) !== name.slice(1).toLowerCase();
  return sentence || name === name.toLowerCase() ? capitalised(sentence ? lowered(renamed) : renamed) : renamed;
}

/** In small letters, but for words that are written in a way of their own (`MoE`, `RoPE`, `3D`). */
export const lowered = remembering(4096, (name: string): string =>
  name.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /^\p{Lu}?[^\p{Lu}]*$/u.test(word) && !/\p{N}/u.test(word) ? word.toLowerCase() : word,
  ),
);

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Emphasis that opens or closes inside the use goes before or after it; emphasis around a part of it goes. */
function withoutMarkup(written: string): { readonly before: string; readonly bare: string; readonly after: string } {
  const opened = written.match(opens)?.join('') ?? '';
  const closed = written.match(closes)?.join('') ?? '';
  const bare = written.replace(opens, '').replace(closes, '');
  if (opened.length === closed.length) return { before: '', bare, after: '' };
  return opened.length > closed.length ? { before: opened, bare, after: '' } : { before: '', bare, after: closed };
}
