/** A text as a search compares it: case, accents and the width of letters make no difference. */
export const plainWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a query, each of which has to be found. */
export const queryWords = (query: string): readonly string[] => plainWords(query).split(/\s+/).filter(Boolean);
