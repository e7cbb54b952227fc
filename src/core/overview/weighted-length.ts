import { webAddresses } from './web-addresses';

/** Code points that count once; all others count twice. */
const light: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What an address counts, however long it is. */
const addressLength = 23;

/** The most that a post may count. */
export const mostWeighted = 280;

/**
 * How long a text is by the platform's own rules (X developer documentation, "Counting characters", configuration 3):
 * composed to NFC, each emoji counts two, each address 23, each other code point one or two. Emoji are those of the
 * Unicode that the machine knows, which is never older than the platform's published library.
 */
export function weightedLength(text: string): number {
  const composed = text.normalize('NFC');
  let length = 0;
  let at = 0;
  for (const { start, end } of webAddresses(composed)) {
    length += weightOf(composed.slice(at, start)) + addressLength;
    at = end;
  }
  return length + weightOf(composed.slice(at));
}

/** How much of a post a text counts, in words. */
export const countOf = (post: string): string =>
  `${weightedLength(post)} of ${mostWeighted} characters, as the platform counts them.`;

/** Where a text becomes longer than a post may be, between what a reader takes for one sign; its end where it fits. */
export function endOfPost(text: string): number {
  let length = 0;
  let end = 0;
  const addresses = [...webAddresses(text), { start: text.length, end: text.length }];
  for (const address of addresses) {
    for (const { segment } of graphemes.segment(text.slice(end, address.start))) {
      length += weightOf(segment.normalize('NFC'));
      if (length > mostWeighted) return end;
      end += segment.length;
    }
    if (address.end > address.start) length += addressLength;
    if (length > mostWeighted) return end;
    end = address.end;
  }
  return end;
}

function weightOf(text: string): number {
  let weight = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (/\p{Extended_Pictographic}|\p{RI}\p{RI}|\u20E3/u.test(segment) && !/^[\u00A9\u00AE]$/u.test(segment))
      weight += 2;
    else for (const sign of segment) weight += isLight(sign.codePointAt(0)!) ? 1 : 2;
  }
  return weight;
}

const isLight = (point: number): boolean => light.some(([from, to]) => point >= from && point <= to);
