/** A text with every half of a surrogate pair replaced, which no URI and no file can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
