/** Words that carry no picture: a mnemonic is made of the others. */
const small = new Set('a an and as at by for from how in into is of on or the to vs what why with your'.split(' '));

/** The words of a name that a mnemonic can be made of. */
export const significantWords = (name: string): readonly string[] =>
  name.match(/\p{L}[\p{L}\p{N}]*/gu)?.filter((word) => !small.has(word.toLowerCase())) ?? [];

/** A place in a course, not what is taught there. */
const place =
  /^(?:(?:bonus|optional)\s+)?(?:appendix|chapter|day|lecture|lesson|module|part|section|session|step|unit|week)\s+[\p{L}\p{N}.]{1,4}\s*[:.–—-]\s*/iu;

/** Titles that every course has: nobody needs a mnemonic for them. */
const common = new Set(
  (
    'about|acknowledgements|acknowledgments|bibliography|conclusion|conclusions|contents|contributing|exercises|further reading|' +
    'getting started|glossary|introduction|license|next steps|outline|overview|preface|prerequisites|quiz|readme|references|' +
    'setup|sources|summary|table of contents|terms|welcome'
  ).split('|'),
);

export const isCommonTitle = (title: string): boolean => common.has(title.replace(place, '').toLowerCase().trim());

/**
 * Proposes how names can be remembered, as teachers do: "Leadership and Collaboration" is LeCo, its root LC. Two letters
 * of each of the first two words that matter make the word, their initials the acronym; a word alone gives its first
 * four letters and its first two. An acronym that is taken is not proposed, nor one twice.
 */
export function proposedMnemonics(given: ReadonlySet<string>) {
  const taken = new Set(given);
  return (title: string): { word: string; acronym: string } | undefined => {
    if (isCommonTitle(title)) return undefined;
    const name = title.replace(place, '');
    const words = significantWords(name);
    if (words.length === 0) return undefined;
    const [first, second] = words as [string, string | undefined];
    const word = second ? capital(first, 2) + capital(second, 2) : capital(first, 4);
    const initials = words.slice(0, 3).map((one) => one[0]!.toUpperCase());
    const candidates = [
      second ? initials.slice(0, 2).join('') : first.slice(0, 2).toUpperCase(),
      initials.join(''),
      word.toUpperCase(),
    ];
    const acronym = candidates.find((candidate) => candidate.length > 1 && !taken.has(candidate));
    if (acronym === undefined) return undefined;
    taken.add(acronym);
    return { word, acronym };
  };
}

const capital = (word: string, length: number): string =>
  word[0]!.toUpperCase() + [...word].slice(1, length).join('').toLowerCase();
