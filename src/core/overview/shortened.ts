const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A numbered item can be a sentence or two: so much of it tells which it is. */
export const mostOfTitle = 100;

/**
 * A text of so much at most, cut between words, and within one only where it is too long alone: between what a reader
 * takes for one sign, so that no emoji is cut. `…` stands for the rest.
 * @param most at least what `…` measures
 * @param lengthOf what is measured; grows with every sign
 */
export function shortened(text: string, most: number, lengthOf = (part: string): number => part.length): string {
  if (lengthOf(text) <= most) return text;
  const cut = (segments: Iterable<{ segment: string }>): string => {
    let kept = '';
    for (const { segment } of segments) {
      if (lengthOf(`${(kept + segment).trimEnd()}…`) > most) break;
      kept += segment;
    }
    return kept.replace(/[\s,;:–—-]+$/u, '');
  };
  return `${cut(words.segment(text)) || cut(graphemes.segment(text))}…`;
}
