/** Far more than any program writes that people use. */
const deepest = 100;

/** What opens and closes in JSON, and what begins that hides such signs. */
const signs = /["[\]{}]|\/[/*]/g;

/** Where a string or a comment ends. No loop within one expression: over a string of megabytes it overflows its stack. */
const ends: Readonly<Record<string, RegExp>> = { '"': /["\r\n]|\\./g, '//': /[\r\n]/g, '/*': /\*\//g };

/**
 * Where a text of JSON, with or without comments, opens more than a hundred brackets in each other; undefined where it does
 * not. Parsers go down by recursion, and the whole process ends where the stack does.
 */
export function jsonTooDeep(text: string): number | undefined {
  let depth = 0;
  let at = 0;
  for (;;) {
    signs.lastIndex = at;
    const found = signs.exec(text);
    if (!found) return undefined;
    const [sign] = found;
    at = found.index + sign.length;
    const end = ends[sign];
    if (end) at = behind(text, at, end);
    else if (sign === '[' || sign === '{') depth++;
    else depth = Math.max(0, depth - 1);
    if (depth > deepest) return found.index;
  }
}

function behind(text: string, from: number, end: RegExp): number {
  end.lastIndex = from;
  for (let found = end.exec(text); found; found = end.exec(text)) {
    if (!found[0].startsWith('\\')) return found.index + found[0].length;
  }
  return text.length;
}
