import type { Span } from './span';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Characters that are looked at together: the time that the segmenter takes grows with their square. */
const together = 1000;

/** The sentences of a text, one after the other; white space belongs to the sentence before it. */
export function sentencesIn(text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const { index, segment } of segmenter.segment(text.slice(start, end)))
      found.push({ start: start + index, end: start + index + segment.length });
    start = end;
  }
  return found;
}

/** Where a piece ends that may be looked at by itself: behind a sentence, else behind a word, else anywhere. */
function pieceEnd(text: string, start: number): number {
  if (text.length - start <= together) return text.length;
  const piece = text.slice(start, start + together);
  const behind = [/^.*(?:[。！？]|[.!?]\s+(?=\p{Lu})|\n\s*)/su, /^.*\s/s].map(
    (place) => place.exec(piece)?.[0].length ?? 0,
  );
  const length = behind.find((one) => one > 0) ?? together;
  return start + (length === together && /[\ud800-\udbff]$/.test(piece) ? length - 1 : length);
}
