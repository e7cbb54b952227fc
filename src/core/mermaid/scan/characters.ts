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

/** `[]`, `()` and `{}` */
export const isBracket = (code: number): boolean =>
  code === 91 || code === 93 || code === 40 || code === 41 || code === 123 || code === 125;
