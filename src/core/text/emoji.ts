/** A pictograph with its presentation, skin tone and joined partners; a flag; a keycap (`1️⃣`). Signs of letters (©) are none. */
const emoji =
  '\\p{RI}\\p{RI}|[#*0-9]\\uFE0F?\\u20E3|(?![\\u00A9\\u00AE\\u2122\\u2194])\\p{Extended_Pictographic}' +
  '(?:\\uFE0F|\\p{EMod})?[\\u{E0020}-\\u{E007F}]*(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{EMod})?)*';

const firstEmoji = new RegExp(emoji, 'u');
/** Presentation marks and joiners that lost their partners are decoration too. */
const everyEmoji = new RegExp(`${emoji}|[\\uFE0F\\u200D]`, 'gu');

/** No emoji can be in ASCII alone: the common case, told at once. */
const plain = /^[\x20-\x7E\s]*$/;

/** The first emoji of a text, with its modifiers; null when there is none. */
export const emojiOf = (text: string): string | null =>
  plain.test(text) ? null : (firstEmoji.exec(text)?.[0] ?? null);

/** The text with every emoji replaced by as many spaces, so that offsets stay. */
export const blankEmoji = (text: string): string =>
  plain.test(text) ? text : text.replace(everyEmoji, (found) => ' '.repeat(found.length));

/** The text without any emoji, white space made single and trimmed. */
export const withoutEmoji = (text: string): string => blankEmoji(text).replace(/\s+/g, ' ').trim();
