/** Words that carry no picture: a mnemonic is made of the others. */
const small = new Set('a an and as at by for from how in into is of on or the to vs what why with your'.split(' '));

/**
 * Proposes how names can be remembered, as teachers do: "Leadership and Collaboration" is LeCo, its root LC. Two letters
 * of each of the first two words that matter make the word, their initials the acronym; a word alone gives its first
 * four letters and its first two. An acronym that is taken is not proposed, nor one twice.
 */
export function proposedMnemonics(given: ReadonlySet<string>) {
  const taken = new Set(given);
  return (name: string): { word: string; acronym: string } | undefined => {
    const words = name.match(/\p{L}[\p{L}\p{N}]*/gu)?.filter((word) => !small.has(word.toLowerCase())) ?? [];
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
