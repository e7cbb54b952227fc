import { quotedLabel } from '../../label-source';

/** The text of an arrow as it stands between pipes: words without signs as they are, others in quotes. */
export const pipedText = (text: string): string => (/^[\p{L}\p{N} ,.!?_-]+$/u.test(text) ? text : quotedLabel(text));

/** A text without the quotes and blanks around it. */
export const unquotedText = (text: string): string => text.replace(/^"(.*)"$/, '$1').trim();
