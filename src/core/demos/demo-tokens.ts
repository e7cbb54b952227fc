/** A word of a demo's YAML as it is coloured, in the demo's text. */
export interface DemoToken {
  readonly kind: (typeof kinds)[number];
  readonly start: number;
  readonly end: number;
}

const kinds = ['key', 'comment', 'string', 'number', 'constant', 'operator', 'word'] as const;

/**
 * A key, a comment, a quoted text, a number, a constant of YAML, a sign of a claim or formula, or any other word; what is
 * none of them is passed over whole. */
const token =
  /(?<key>[\w.-]+)(?=[ \t]*:(?:[ \t]|$))|(?<comment>(?:^|(?<=[ \t]))#.*)|(?<string>"(?:\\.|[^"\\\n])*"|'[^'\n]*')|(?<number>(?<![\w-])(?<!(?<!\.)\.)[-+]?(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][-+]?\d+)?[%kKMBTGPE]?(?![\w-]))|(?<constant>(?<![\w-])(?:true|false|null)(?![\w-]))|(?<operator>±|\+-|[<>]=?|\.\.|[-*/^=](?=[ \t]))|(?<word>[\p{L}_][\p{L}\p{N}_.-]*)|[\w.-]+/gmu;

/** The words of a demo in text order, as far as their line tells them apart. */
export function* demoTokens(text: string): Iterable<DemoToken> {
  for (const { groups = {}, index, 0: found } of text.matchAll(token)) {
    const kind = kinds.find((one) => groups[one] !== undefined);
    if (kind) yield { kind, start: index, end: index + found.length };
  }
}
