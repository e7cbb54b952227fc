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
 * composed to NFC, each emoji counts two, each address 23, each other code point one or two.
 */
export function weightedLength(text: string): number {
  let length = 0;
  const rest = text.normalize('NFC').replace(/\bhttps?:\/\/[^\s]+/g, () => {
    length += addressLength;
    return '';
  });
  for (const { segment } of graphemes.segment(rest)) {
    if (/\p{Extended_Pictographic}|\p{RI}\p{RI}|\u20E3/u.test(segment) && !/^[\u00A9\u00AE]$/u.test(segment))
      length += 2;
    else for (const sign of segment) length += isLight(sign.codePointAt(0)!) ? 1 : 2;
  }
  return length;
}

const isLight = (point: number): boolean => light.some(([from, to]) => point >= from && point <= to);
