import fc from 'fast-check';
import type { Sample } from './samples';

/** What is put in: the marks of every language read here, and characters that are easily got wrong. */
const scraps = [
  ...[
    '```',
    '```mermaid\n',
    '~~~',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
    '## 2.1 ',
    '|',
    '\\',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '$',
    '$$',
    '\\[',
    '<!-- ',
    ' -->',
    '<b>',
    '[',
    ']',
    '(',
    ')',
    '](a.md#b)',
    '[[',
    '![',
    '"',
    "'",
  ],
  ...[
    '{',
    '}',
    '{{',
    ';',
    ':',
    ':::',
    '&',
    '%%',
    '%%{',
    '}%%',
    '---',
    '-->',
    '--',
    '==>',
    '-.->',
    '---|',
    '->>',
    '--x',
  ],
  ...['end', 'subgraph a', 'class ', 'style A fill:#f9f', 'click A "x"', 'direction LR', 'title ', 'section ', 'note '],
  ...['flowchart TD\n', 'sequenceDiagram\n', 'stateDiagram-v2\n', 'gantt\n', 'pie\n', 'mindmap\n', 'graph', 'A[x (y)]'],
  ...[
    '- **Gate (GT):** Opens.\n',
    '- **🚪 Gate:** Shuts.\n',
    '(GT)',
    'Gate',
    'MoE',
    '"""',
    "'''",
    'f"""',
    '\\u2019',
    '{x}',
  ],
  ...['\ufeff', '\0', '\u2028', '\u200b', '\ud800', '\u{1f9e0}', 'é', 'e\u0301', '\u00a0', '\u0007', 'İ', 'ß', '١'],
];

const place = fc.integer({ min: 0, max: 9999 });

/** Edits of any text: some characters at a place are replaced. */
export const replacements = fc.record({
  at: place,
  length: fc.integer({ min: 0, max: 12 }),
  text: fc.constantFrom('', ...scraps),
});

const mutation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('put' as const), at: place, text: fc.constantFrom(...scraps) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut line' as const), at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('repeat line' as const),
      at: place,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('indent line' as const), at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const), at: place }) },
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** At most so many lines of a sample are taken: an input is to be asked about from all sides in little time. */
const mostLines = 60;

/** Samples after a few mutations. Shrinks to fewer lines of the sample and fewer mutations. */
export function mutated(from: readonly Sample[]): fc.Arbitrary<Sample> {
  return fc
    .record({
      sample: fc.nat(from.length - 1),
      from: fc.nat(9999),
      lines: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 16 }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: mostLines }) },
      ),
      mutations: fc.array(mutation, { maxLength: 5 }),
      crlf: fc.boolean(),
    })
    .map(({ sample, from: start, lines, mutations, crlf }) => {
      const { name, text } = from[sample]!;
      const all = text.split(/(?<=\n)/);
      // A short text begins where it begins, so that its first line, the kind of the diagram, is most often there.
      const first = all.length <= mostLines ? 0 : Math.floor((start / 10_000) * all.length);
      const some = all.slice(first, first + lines).join('');
      const result = mutations.reduce(applied, some);
      return { name, text: crlf ? result.replace(/(?<!\r)\n/g, '\r\n') : result };
    });
}

function applied(text: string, change: Mutation): string {
  const at = Math.floor((change.at / 10_000) * (text.length + 1));
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const next = text.indexOf('\n', at);
  const end = next < 0 ? text.length : next + 1;
  switch (change.kind) {
    case 'put':
      return text.slice(0, at) + change.text + text.slice(at);
    case 'cut':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'cut line':
      return text.slice(0, start) + text.slice(end);
    case 'repeat line':
      return text.slice(0, end) + text.slice(start, end).repeat(change.times) + text.slice(end);
    case 'indent line':
      return `${text.slice(0, start)}  ${text.slice(start)}`;
    case 'end':
      return text.slice(0, at);
  }
}
