/** The names that authors write in diagrams; a name not listed stays as it stands. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  colon: ':',
  comma: ',',
  dollar: '$',
  equals: '=',
  excl: '!',
  gt: '>',
  hash: '#',
  hearts: '♥',
  infin: '∞',
  lbrace: '{',
  lbrack: '[',
  lcub: '{',
  lpar: '(',
  lsqb: '[',
  lt: '<',
  nbsp: '\u00a0',
  num: '#',
  percnt: '%',
  period: '.',
  quot: '"',
  rarr: '→',
  rbrace: '}',
  rbrack: ']',
  rcub: '}',
  rpar: ')',
  rsqb: ']',
  semi: ';',
  times: '×',
  vert: '|',
};

/** Decodes Mermaid's entities: `#quot;` and `#9829;` are written with a number sign in place of `&`. */
export function decodeEntities(text: string): string {
  if (!text.includes('#')) return text;
  return text.replace(/#(\w{1,32});/g, (entity, word: string) => {
    if (!/^\d+$/.test(word)) return named[word] ?? entity;
    const code = Number(word);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
