/**
 * Whether a Python file's text breaks off inside a string of three quotes, which may be course text. A look at every
 * key: what stands in the fields of an f-string counts as the string too.
 * @param before the file up to the cursor
 */
export function inPythonText(before: string): boolean {
  if (!before.includes('"""') && !before.includes("'''")) return false;
  const opening = /#[^\n]*|"""|'''|"|'/g;
  for (let found = opening.exec(before); found; found = opening.exec(before)) {
    const quote = found[0];
    if (quote.startsWith('#')) continue;
    const isLong = quote.length === 3;
    const end = isLong ? longEnd(before, opening.lastIndex, quote) : shortEnd(before, opening.lastIndex, quote);
    if (end === undefined) return isLong;
    opening.lastIndex = end;
  }
  return false;
}

/** Behind the three quotes that end a string. */
function longEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = at;
    while (before > from && text[before - 1] === '\\') before--;
    if ((at - before) % 2 === 0) return at + quote.length;
  }
  return undefined;
}

/** Behind the one quote that ends a string, or its line where none does. */
function shortEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '\\') at++;
    else if (sign === quote || sign === '\n') return at + 1;
  }
  return undefined;
}
