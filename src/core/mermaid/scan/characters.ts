/** Character classes by UTF-16 code, as `\s`, `\w` and `\d` have them. */
export const isLineBreak = (code: number): boolean => code === 10 || code === 13;

export const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  (code >= 0xa0 &&
    (code === 0xa0 ||
      code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

/** White space that stays on its line. */
export const isBlank = (code: number): boolean => isSpace(code) && !isLineBreak(code);

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95;

/** Some ASCII characters, and perhaps all white space, quick to look for. */
export class CharacterSet {
  readonly #ascii = new Uint8Array(128);
  readonly #spaces: boolean;

  constructor(characters: string, { spaces = false } = {}) {
    this.#spaces = spaces;
    for (let code = 0; code < 128; code++) {
      this.#ascii[code] = characters.includes(String.fromCharCode(code)) || (spaces && isSpace(code)) ? 1 : 0;
    }
  }

  has(code: number): boolean {
    return code < 128 ? this.#ascii[code] === 1 : this.#spaces && isSpace(code);
  }

  /** Where the first of them stands from an offset on, or the end of the text. */
  indexIn(text: string, from: number): number {
    const ascii = this.#ascii;
    const end = text.length;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 ? ascii[code] === 1 : this.#spaces && isSpace(code)) return at;
    }
    return end;
  }
}

/** `[]`, `()` and `{}` */
export const isBracket = (code: number): boolean =>
  code === 91 || code === 93 || code === 40 || code === 41 || code === 123 || code === 125;
