/** Where the diagram itself begins: behind front matter, directives, comments and blank lines. */
export function headerStart(text: string): number {
  let at = 0;
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match !== null;
  };
  skip(/[ \t]*---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?[ \t]*---[ \t]*(?:\r?\n|$)/y);
  while (skip(/\s+/y) || skip(/%%\{[\s\S]*?\}%%/y) || skip(/%%[^\n]*/y));
  return at;
}
