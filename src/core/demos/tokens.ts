/** The tokens of a demo's text: its words, as they stand between blanks. */
export const tokensOfText = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** How many tokens a demo's `tokens` asks for, and their names. */
export const tokenNames = (tokens: number | readonly string[]): readonly string[] =>
  typeof tokens === 'number' ? Array.from({ length: tokens }, (_, i) => `t${i}`) : tokens;
