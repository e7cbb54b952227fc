import fc from 'fast-check';

const letters = 'abvxoABZ019_';
const idText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('A', 'B', 'C', 'D', 'one', 'two', 'node-1', 'x', 'o', 'v') },
  fc
    .tuple(
      fc.constantFrom(...letters),
      fc.array(fc.constantFrom(...letters, '-', '.', ':', '*', '#', '/', 'é', '"', ','), { maxLength: 5 }),
    )
    .map(([first, rest]) => first + rest.join('')),
  fc.constantFrom(
    'endpoint',
    'to-end',
    'classy',
    'default',
    'styled',
    'graph1',
    'Wörter',
    '人',
    'a.b',
    'A&B',
    'one two',
  ),
);

const words = fc
  .array(
    fc.constantFrom(
      'text',
      'Is it?',
      '50%',
      'a - b',
      'x=1',
      '#quot;',
      '#9829;',
      '🧠',
      'é',
      ';',
      '<br/>',
      '/',
      ',',
      '&',
      'end',
      '\n',
      '>',
      '~~~',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

const quoted = fc
  .array(
    fc.constantFrom(
      'text',
      '(MLA)',
      '[x]',
      '{y}',
      '|',
      '-->',
      '$5',
      '\n',
      '<img src="a">',
      '%%',
      ';',
      'é',
      '\n %% note\n',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => `"${parts.join(' ')}"`);

const markdown = quoted.map((text) => `"\`${text.slice(1, -1)}\`"`);
const labelText = fc.oneof({ weight: 3, arbitrary: words }, quoted, markdown);

const brackets: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['(', ')'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['((', '))'],
  ['>', ']'],
  ['{', '}'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[/', '\\]'],
  ['[\\', '/]'],
  ['(((', ')))'],
  ['(-', '-)'],
];

const shape = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...brackets), labelText).map(([[open, close], text]) => open + text + close),
  },
  fc.constantFrom(
    '@{ shape: rect, label: "A (b) }" }',
    '@{ shape: docs, label: plain words }',
    '@{ label: "first" }',
    '@{\n  shape: hex\n  label: on, its own line\n}',
    '@{ shape: diamond }',
  ),
);

const styleClass = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constantFrom(':::hot', ':::cold-1'));
const node = fc.tuple(idText, shape, styleClass).map((parts) => parts.join(''));
const nodes = fc.array(node, { minLength: 1, maxLength: 3 }).map((list) => list.join(' & '));

const arrow = fc.oneof(
  fc.constantFrom(
    '-->',
    '---',
    '-.->',
    '-.-',
    '==>',
    '===',
    '~~~',
    '--o',
    '--x',
    '<-->',
    'o--o',
    'x--x',
    '---->',
    '-..->',
    '<==>',
    '====>',
  ),
  fc.tuple(fc.constantFrom('-->', '---', '-.->', '==>', '<-->'), labelText).map(([head, text]) => `${head}|${text}|`),
  fc
    .tuple(
      fc.constantFrom(['--', '-->'], ['--', '---'], ['-.', '.->'], ['==', '==>'], ['<--', '-->'], ['--', '--x']),
      labelText,
    )
    .map(([[open, close], text]) => `${open} ${text} ${close}`),
);
const edgeId = fc.oneof({ weight: 5, arbitrary: fc.constant('') }, fc.constantFrom('e1@', 'e2@'));
const gap = fc.constantFrom(' ', '', '  ', ' ', '\n  ', ' \n');

const chain = fc
  .tuple(nodes, fc.array(fc.tuple(gap, edgeId, arrow, gap, nodes), { maxLength: 3 }))
  .map(([first, rest]) => first + rest.map((parts) => parts.join('')).join(''));

const other = fc.constantFrom(
  'classDef hot fill:#f96,stroke:#333;',
  'classDef cold-1,hot fill:#fff',
  'class A,B hot',
  'class A hot;',
  'style B fill:#bbf,stroke-width:4px',
  'style one fill:red',
  'click A "https://example.org" "tip" _blank',
  'click B call open()',
  'click C callback "tip"',
  'click D href "https://example.org"',
  '%% a comment A --> Z',
  '%%',
  'accTitle: a title --> here',
  'accDescr { several\nlines A --> B }',
  '%%{init: {"theme": "dark"}}%%',
  'e1@{ animate: true }',
  'direction LR',
  'B direction TB',
  '',
);

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; subgraph: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: chain },
    other,
    tie('subgraph'),
  ),
  subgraph: fc
    .tuple(
      fc.constantFrom(
        'one',
        'two',
        'Two words',
        '"quoted"',
        '"quoted words"',
        'three [Three]',
        'four["The (fourth)"]',
        '',
        'five ',
        '"`md`"',
        'Two words [Title]',
      ),
      fc.array(tie('statement'), { maxLength: 3 }),
    )
    .map(([title, body]) =>
      `subgraph ${title}\n${body.map((line) => `  ${line}`).join('\n')}\nend`.replace('subgraph \n', 'subgraph\n'),
    ),
})).statement;

const header = fc.constantFrom(
  'flowchart TD',
  'graph LR',
  'graph',
  'flowchart',
  'flowchart RL;',
  '---\ntitle: A --> B\n---\ngraph TD',
  '%% first\ngraph >',
);
const separator = fc.constantFrom('\n', '\n', '\n', ';', ' \n', ';\n', '\r\n', '\n\n');

/** Flowcharts that Mermaid takes, most of them, and some that it does not. */
export const arbitraryFlowchart: fc.Arbitrary<string> = fc
  .tuple(header, fc.array(fc.tuple(statement, separator), { maxLength: 4 }))
  .map(([first, rest]) => `${first}\n${rest.map((parts) => parts.join('')).join('')}`);
