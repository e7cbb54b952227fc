import { inlineSpans } from './inline-spans';

/** An inline text as a reader sees it: link texts without targets, code without backticks, no emphasis marks, no HTML. */
export function plainText(text: string): string {
  if (!/[*_`[\]<\\~&$]/.test(text)) return text.replace(/\s+/g, ' ').trim();
  const { opaque, links, formulas } = inlineSpans(text);
  const shown = new Set(formulas.map(({ span }) => span.start));
  const brackets = new Set(
    links.flatMap(({ kind, span }) => (kind === 'image' ? [span.start, span.start + 1] : [span.start])),
  );
  let plain = '';
  let at = 0;
  const prose = (end: number): void => {
    for (; at < end; at++) if (!brackets.has(at)) plain += text[at];
  };
  for (const span of opaque) {
    prose(span.start);
    const inside = text.slice(span.start, span.end);
    if (inside.startsWith('`')) plain += protect(inside.replace(/^`+ ?| ?`+$/g, ''));
    else if (shown.has(span.start) || !/^(?:\]|<|\[\^)/.test(inside)) plain += protect(inside);
    at = span.end;
  }
  prose(text.length);
  return restore(withoutEmphasis(plain)).replace(/\s+/g, ' ').trim();
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
