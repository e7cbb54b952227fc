/**
 * The UTF-16 codes of a text, followed by a zero: for loops that read each character several times, which an array
 * answers several times as fast as a string that was cut from others. `into` is used when it is long enough.
 */
export function charCodes(
  text: string,
  into: Uint16Array<ArrayBuffer> = new Uint16Array(Math.max(256, 2 * text.length)),
): Uint16Array<ArrayBuffer> {
  const { length } = text;
  for (let i = 0; i < length; i++) into[i] = text.charCodeAt(i);
  into[length] = 0;
  return into;
}

/** Arguments that one call may safely be given. */
const atOnce = 8192;

/** The text between two places of some character codes, however long. */
export function textOf(codes: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += atOnce) {
    text += String.fromCharCode(...codes.subarray(at, Math.min(end, at + atOnce)));
  }
  return text;
}
