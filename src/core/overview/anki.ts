import { inlineSpans } from '../course/inline/inline-spans';
import { plainText } from '../course/inline/plain-text';
import type { Card } from './cards';

/**
 * Cards in Anki's text format (Anki manual, "Importing text files"): headers, then a line a card, its fields apart by
 * tabs. A card keeps its identifier, so that an import again changes the notes that are there.
 */
export function toAnki(cards: readonly Card[], deck: string): string {
  const headers = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    `#deck:${deck.replace(/\s+/g, ' ')}`,
    '#columns:Identifier\tFront\tBack',
  ];
  const lines = cards.map(({ id, front, back, meaning }) => {
    const told = [back === '' ? '' : `<b>${escaped(back)}</b>`, ankiMarkup(meaning)].filter(Boolean).join('<br>');
    return [`coursewright:${deck}:${id}`, escaped(front), told].map(field).join('\t');
  });
  return `${[...headers, ...lines].join('\n')}\n`;
}

/** Words as HTML, formulas between the marks that Anki hands to MathJax. */
function ankiMarkup(markdown: string): string {
  const { formulas } = inlineSpans(markdown);
  let html = '';
  let at = 0;
  for (const { span, contentSpan, opener } of formulas) {
    const written = markdown.slice(contentSpan.start, contentSpan.end);
    const tex = escaped(written);
    html += words(markdown.slice(at, span.start));
    if (doesMore.test(written)) html += tex;
    else html += opener === '$$' || opener === '\\[' ? `\\[${tex}\\]` : `\\(${tex}\\)`;
    at = span.end;
  }
  return html + words(markdown.slice(at));
}

/**
 * What makes links, loads more, or puts names and styles on what MathJax makes: in Anki a script may stand behind it, so
 * such a formula is shown as it is written. The marks of formulas within one would end it.
 */
const doesMore = /\\(?:href|url|require|class|cssId|style|data|[()[\]])/;

/** The spaces at the ends part words from formulas. */
const words = (markdown: string): string => {
  const space = (found: boolean): string => (found ? ' ' : '');
  const shown = escaped(plainText(markdown));
  return space(/^\s/.test(markdown)) + shown + space(shown !== '' && /\s$/.test(markdown));
};

/**
 * As HTML. Anki itself reads `[latex]`, for which it may run a program, `[sound:…]` and `[anki:…]` in a field, and hands what
 * stands between `\\(` and `\\)` or `\\[` and `\\]` to MathJax, which reads no such mark across elements.
 */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\\(?=[()[\]])/g, '\\<span></span>')
    .replaceAll('[', '&#91;')
    .replaceAll('{{', '&#123;&#123;');

/** A field that holds what parts fields stands in quotes. */
const field = (text: string): string =>
  /["\t\n\r]/.test(text) || text.startsWith('#') ? `"${text.replaceAll('"', '""')}"` : text;
