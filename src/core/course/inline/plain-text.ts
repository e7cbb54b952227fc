import type { Span } from '../../text/span';
import { type InlineLink, inlineSpans } from './inline-spans';

/** An inline text as a reader sees it: link texts without targets, code without backticks, no emphasis marks, no HTML. */
export function plainText(text: string): string {
  if (!/[*_`[\]<\\~&$]/.test(text)) return text.replace(/\s+/g, ' ').trim();
  const { opaque, links, formulas } = inlineSpans(text);
  const shown = new Set(formulas.map(({ span }) => span.start));
  const brackets = new Set(links.flatMap((link) => bracketsOf(link, text)));
  let plain = '';
  let at = 0;
  const prose = (end: number): void => {
    for (; at < end; at++) if (!brackets.has(at)) plain += text[at];
  };
  for (const span of apart(opaque, links)) {
    prose(span.start);
    const inside = text.slice(span.start, span.end);
    if (inside.startsWith('`')) plain += protect(inside.replace(/^`+ ?| ?`+$/g, ''));
    else if (shown.has(span.start) || !/^(?:\]|<|\[\^)/.test(inside)) plain += protect(inside);
    at = span.end;
  }
  prose(text.length);
  return restore(withoutEmphasis(plain)).replace(/\s+/g, ' ').trim();
}

/** The signs around a link's text that nothing opaque holds; `[ ]` is a box to tick. */
function bracketsOf({ kind, span, textSpan }: InlineLink, text: string): number[] {
  const isBare = kind === 'link' && span.end === textSpan.end + 1;
  if (isBare && text.slice(textSpan.start, textSpan.end).trim() === '') return [];
  return [span.start, ...(kind === 'image' ? [span.start + 1] : []), ...(isBare ? [textSpan.end] : [])];
}

/** Opaque stretches, a file's name in a link's text apart from the target that touches it. */
function apart(opaque: readonly Span[], links: readonly InlineLink[]): readonly Span[] {
  const targets = links.map(({ textSpan }) => textSpan.end).sort((a, b) => a - b);
  let next = 0;
  return opaque.flatMap(({ start, end }) => {
    const parts: Span[] = [];
    let from = start;
    for (; next < targets.length && targets[next]! < end; next++) {
      if (targets[next]! <= from) continue;
      parts.push({ start: from, end: targets[next]! });
      from = targets[next]!;
    }
    return [...parts, { start: from, end }];
  });
}

const withoutEmphasis = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => protect(char))
    .replace(/\*+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');

/** Characters that the removal of emphasis must not see, moved out of its sight and back. */
const hidden = '*_~\\[]';
const protect = (text: string): string =>
  text.replace(/[*_~\\[\]]/g, (char) => String.fromCharCode(0xe000 + hidden.indexOf(char)));
const restore = (text: string): string =>
  text.replace(/[\uE000-\uE005]/g, (char) => hidden[char.charCodeAt(0) - 0xe000]!);
