import type { ShownText } from './judge';

/** What is visible of a text: without blanks, signs that nobody sees, and without the signs of markdown, which are drawn as bold and italic. */
export const inkOf = (text: string): string => text.replace(/[\s\p{Cc}*_`]+/gu, '');

/** Which texts of one picture another has not, and the other way round; a text that is there twice counts twice. */
export function difference(
  before: readonly ShownText[],
  after: readonly ShownText[],
): { readonly gone: readonly ShownText[]; readonly come: readonly ShownText[] } {
  return { gone: without(before, after), come: without(after, before) };
}

function without(texts: readonly ShownText[], others: readonly ShownText[]): ShownText[] {
  const counts = new Map<string, number>();
  for (const one of others) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return texts.filter((one) => {
    const count = counts.get(keyOf(one)) ?? 0;
    if (count > 0) counts.set(keyOf(one), count - 1);
    return count === 0;
  });
}

const keyOf = ({ role, text }: ShownText): string => `${role} ${inkOf(text)}`;
