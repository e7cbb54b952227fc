import { EmbeddedText } from '../text/embedded-text';
import { decodeLiteral } from './decode-literal';
import { literalEncoder } from './literal-encoder';
import type { StringLiteral } from './string-literal';

/** The text that a triple-quoted string holds: escapes decoded, doubled braces single, each field one opaque word. */
export function literalText(text: string, literal: StringLiteral): EmbeddedText {
  const { segments, decoded } = decodeLiteral(text, literal);
  return new EmbeddedText(decoded, segments, literalEncoder(text, literal, decoded));
}
