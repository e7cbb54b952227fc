/** Far more than anybody writes by hand. */
const deepest = 100;

/**
 * Where a YAML text nests more than a hundred levels; undefined where it does not. Parsers go down by recursion, and where
 * the stack ends while V8 compiles an expression of theirs, the whole process ends with it. `a: b: c` is read as keys in
 * keys too, before it is refused. What stands in quotes or within words opens nothing.
 */
export function yamlTooDeep(text: string): number | undefined {
  const indents: number[] = [];
  let flow = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    while (at < end && text.charCodeAt(at) === 0x20) at++;
    if (at < end && flow === 0) {
      while ((indents.at(-1) ?? -1) >= at - start) indents.pop();
      indents.push(at - start);
    }
    // `- - - a` is a list in a list in a list.
    let inLine = 0;
    for (; at + 1 < end && /[-?:]/.test(text.charAt(at)) && /\s/.test(text.charAt(at + 1)); inLine++) {
      at++;
      while (at < end && /\s/.test(text.charAt(at))) at++;
    }
    let keys = 0;
    /** Whether a value may begin here, which quotes and brackets can open. */
    let begins = true;
    for (; at < end; at++) {
      const sign = text.charAt(at);
      if (begins && (sign === '"' || sign === "'")) at = Math.min(end - 1, behindQuoted(text, at, end) - 1);
      if (sign === ',' || sign === '{' || sign === '[') keys = 0;
      else if (sign === ':' && /^\s?$/.test(text.charAt(at + 1))) keys++;
      if ((sign === '[' || sign === '{') && (begins || flow > 0)) flow++;
      else if ((sign === ']' || sign === '}') && flow > 0) flow--;
      if (indents.length + inLine + flow + keys > deepest) return at;
      if (!/\s/.test(sign)) begins = /[[{,:]/.test(sign);
    }
    if (indents.length + inLine + flow > deepest) return Math.max(start, end - 1);
    start = end + 1;
  }
  return undefined;
}

/** Behind the quoted text that opens at a place; at the line's end where it goes on. */
function behindQuoted(text: string, open: number, end: number): number {
  const quote = text.charAt(open);
  for (let at = open + 1; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && quote === '"') at++;
    else if (sign === quote) return at + 1;
  }
  return end;
}
