/**
 * An acronym for a name that is not taken: its initials, else letters of its words in order, two or three. Undefined
 * when all of them are taken.
 */
export function freeAcronym(name: string, isTaken: (acronym: string) => boolean): string | undefined {
  const words = (name.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toUpperCase());
  return candidates(words).find((candidate) => !isTaken(candidate));
}

function candidates(words: readonly string[]): string[] {
  const initials = words.map((word) => word[0]).join('');
  const letters = words.join('');
  const found: string[] = [];
  if (words.length > 1) found.push(initials);
  for (let second = 1; second < letters.length; second++) found.push(letters[0]! + letters[second]!);
  for (let second = 1; second < letters.length; second++) {
    for (let third = second + 1; third < letters.length; third++) {
      found.push(letters[0]! + letters[second]! + letters[third]!);
    }
  }
  return found;
}
