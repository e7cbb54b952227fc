/**
 * How well a name fits what is typed of it, smaller being better: 0 it begins so, 1 it does in another case, 2 a word
 * within it does, 3 it holds it, 4 it holds its letters in order. Infinity where it does not fit.
 */
export function matchOf(typed: string, name: string): number {
  if (name.startsWith(typed)) return 0;
  const small = typed.toLowerCase();
  const whole = name.toLowerCase();
  if (whole.startsWith(small)) return 1;
  const at = whole.indexOf(small);
  if (at > 0) {
    for (let i = at; i > 0; i = whole.indexOf(small, i + 1)) if (startsWord(name, i)) return 2;
    return small.length > 1 ? 3 : Number.POSITIVE_INFINITY;
  }
  return small.length > 1 && holdsInOrder(whole, small) ? 4 : Number.POSITIVE_INFINITY;
}

/** Behind a sign, or at a capital behind a small letter. */
const startsWord = (name: string, at: number): boolean =>
  !/[\p{L}\p{N}]/u.test(name[at - 1]!) || (/\p{Ll}/u.test(name[at - 1]!) && /\p{Lu}/u.test(name[at]!));

function holdsInOrder(name: string, letters: string): boolean {
  if (name[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
