import MarkdownIt from 'markdown-it';
import type { Encoder } from '../../text/embedded-text';
import type { Span } from '../../text/span';

const { unescapeAll } = new MarkdownIt().utils;
const entity = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi;

/** A stretch that stands for another text: an entity for its sign, a program's expression for some word. */
export interface Stand extends Span {
  readonly text: string;
  readonly kind: 'escape' | 'opaque';
}

/** All such stretches between two places of a text, in order. */
export function standsIn(text: string, start: number, end: number, filledIn: RegExp | undefined): Stand[] {
  const stretch = text.slice(start, end);
  const found = (pattern: RegExp, kind: Stand['kind'], read: (written: string) => string) =>
    [...stretch.matchAll(pattern)].map(({ 0: written, index }) => {
      return { start: start + index, end: start + index + written.length, text: read(written), kind };
    });
  const words = filledIn ? found(filledIn, 'opaque', () => 'x') : [];
  const entities = stretch.includes('&') ? found(entity, 'escape', decodedEntity) : [];
  const own = entities.filter((one) => {
    const isInside = words.some((word) => word.start <= one.start && one.end <= word.end);
    return !isInside && one.text !== text.slice(one.start, one.end);
  });
  return [...words, ...own].sort((a, b) => a.start - b.start);
}

/** The sign that an entity stands for; a name that HTML does not know stands for itself. */
const decodedEntity = (written: string): string => unescapeAll(written);

/** Tags that a browser gives back as they were written, and that Mermaid takes in labels. */
const tag = /^<\/?(?:br|b|i|u|s|em|strong|small|sub|sup|code|span|div|p|a|img|ul|ol|li|hr)(?:\s[^<>]*)?\s*\/?>/i;

/**
 * Writes text between two tags. What the author wrote and the new text repeats stays letter by letter; a sign that they
 * write as an entity in the replaced stretch stays one; what HTML would read otherwise becomes one.
 */
export function htmlEncoder(lines: Encoder, written: (span: Span) => string): Encoder {
  return (newText, place) => {
    const before = written(place.outer);
    const kept = before.includes('\n') ? '' : before.replace(entity, decodedEntity);
    const at = kept === '' ? -1 : newText.indexOf(kept);
    const own = new Map([...before.matchAll(entity)].map(([name]) => [decodedEntity(name), name]));
    const encoded =
      at < 0
        ? asHtml(newText, own)
        : asHtml(newText.slice(0, at), own) + before + asHtml(newText.slice(at + kept.length), own);
    return lines(encoded, place);
  };
}

function asHtml(text: string, own: ReadonlyMap<string, string>): string {
  let encoded = '';
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    const whole = sign === '<' ? tag.exec(text.slice(i, i + 200))?.[0] : undefined;
    if (whole) {
      encoded += whole;
      i += whole.length - 1;
    } else if (own.has(sign)) encoded += own.get(sign)!;
    else if (sign === '<' && /[a-z/!?]/i.test(text[i + 1] ?? '')) encoded += '&lt;';
    else if (sign === '&' && /^&#?\w+;/.test(text.slice(i, i + 40))) encoded += '&amp;';
    else encoded += sign;
  }
  return encoded;
}
