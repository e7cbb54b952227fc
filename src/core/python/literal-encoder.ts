import type { Encoder } from '../text/embedded-text';
import { decodeLiteral } from './decode-literal';
import type { StringLiteral } from './string-literal';
import { stringLiterals } from './string-literals';

/**
 * Writes text into a triple-quoted string as that string needs it. Each way of writing is read back before it is used:
 * quotes and backslashes beside the new text may turn it into something else, and a raw string has no escape for them.
 */
export function literalEncoder(text: string, literal: StringLiteral, decoded: string): Encoder {
  return (newText, { inner, outer }) => {
    const lineBreak = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
    const expected = decoded.slice(0, inner.start) + newText + decoded.slice(inner.end);
    const before = text.slice(literal.span.start, outer.start);
    const after = text.slice(outer.end, literal.span.end);
    const ways = (part: string) => [...waysToWrite(part, literal)].map((way) => way.replaceAll('\n', lineBreak));
    const tries = ways(newText);
    // What stays keeps the escapes that its author wrote it with.
    const old = decoded.slice(inner.start, inner.end);
    const at = old === '' ? -1 : newText.indexOf(old);
    if (at >= 0) {
      const [first, last] = [newText.slice(0, at), newText.slice(at + old.length)].map((part) => ways(part)[0]!);
      tries.unshift(`${first}${text.slice(outer.start, outer.end)}${last}`);
    }
    return tries.find((written) => readBack(before + written + after) === expected);
  };
}

/** From the plainest on. The leading backslash completes one that stands alone before the new text. */
function* waysToWrite(newText: string, { raw, formatted, quote }: StringLiteral): Iterable<string> {
  const braced = formatted ? newText.replace(/[{}]/g, '$&$&') : newText;
  if (raw) return yield braced;
  const plain = braced.replaceAll('\\', '\\\\').replace(/[^\P{Cc}\t\n]/gu, codeEscape);
  const quoted = plain.replaceAll(quote[0]!, `\\${quote[0]}`);
  yield* [plain, quoted, `\\${plain}`, `\\${quoted}`];
}

const codeEscape = (char: string): string => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** What a string literal that stands alone holds; undefined when it ends early or not at all. */
function readBack(source: string): string | undefined {
  for (const literal of stringLiterals(source)) {
    const alone = literal.span.start === 0 && literal.span.end === source.length;
    return alone ? decodeLiteral(source, literal).decoded : undefined;
  }
  return undefined;
}
