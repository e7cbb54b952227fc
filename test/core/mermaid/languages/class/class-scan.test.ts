import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, declared, describeAgainstMermaid } from '../../scan/against-mermaid';

const name = fc.constantFrom(
  'Animal',
  'Duck',
  'A',
  'B',
  'my-class',
  'pkg.Type',
  'Ünï',
  '`with space`',
  'C1',
  'order',
  'x_1',
  'Animal',
);
const generic = fc.constantFrom('', '', '', '~T~', '~List of int~');
const relation = fc
  .tuple(
    fc.constantFrom('', '<|', '*', 'o', '<', '>'),
    fc.constantFrom('--', '..'),
    fc.constantFrom('', '|>', '*', 'o', '>', '<'),
  )
  .map((parts) => parts.join(''));
const cardinality = fc.constantFrom('', '', '"1"', '"0..*"');
const edge = fc
  .tuple(name, cardinality, relation, cardinality, name, fc.constantFrom('', ' : has', ': a (b) -- c', ' : "q"', '\r'))
  .map(([from, a, line, b, to, label]) => `${from} ${a} ${line} ${b} ${to}${label}`);
const member = fc
  .tuple(name, fc.constantFrom('+int age', 'run()', '+List~int~ items', '<<interface>>'))
  .map((parts) => parts.join(' : '));
const members = fc.constantFrom(
  '',
  '\n  +int age\n',
  '\n  +run(x) bool\n  -List~int~ items\n',
  '\n  <<enumeration>>\n  RED\n',
  ' +a ',
);
const declaration = fc
  .tuple(
    name,
    generic,
    fc.constantFrom('', '["A label"]', '["With (brackets) --> x"]', ':::hot', ' <<service>>', '["L"]:::hot'),
    fc.option(members, { nil: undefined }),
  )
  .map(([id, type, rest, body]) => `class ${id}${type}${rest}${body === undefined ? '' : ` {${body}}`}`);
const other = fc
  .tuple(name, name)
  .chain(([a, b]) =>
    fc.constantFrom(
      `<<interface>> ${a}`,
      `note for ${a} "a note : on ${b}"`,
      'note "alone"',
      `click ${a} href "https://example.org" "tip"`,
      `link ${a} "https://example.org"`,
      `callback ${a} "open" "tip"`,
      `click ${a} call open(1)`,
      `cssClass "${a}" hot`,
      `style ${a} fill:#f9f,stroke:#333`,
      'classDef hot fill:#f96',
      'direction LR',
      '%% a comment',
      'accTitle: one',
      a,
      `bar ()-- ${a}`,
    ),
  );

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; namespace: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: declaration },
    tie('namespace'),
  ),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: edge },
    { weight: 3, arbitrary: declaration },
    member,
    other,
    tie('namespace'),
  ),
  namespace: fc
    .tuple(
      fc.constantFrom('Shapes', 'Com.Inner', 'Data'),
      fc.constantFrom('', '["Named"]'),
      fc.array(tie('inner'), { minLength: 1, maxLength: 2 }),
    )
    .map(([id, label, body]) => `namespace ${id}${label} {\n${body.join('\n')}\n}`),
})).statement;

describeAgainstMermaid({
  type: 'class',
  arbitrary: fc
    .tuple(fc.constantFrom('classDiagram', 'classDiagram-v2'), fc.array(statement, { minLength: 1, maxLength: 5 }))
    .map(([header, lines]) => `${header}\n  ${lines.join('\n  ')}\n`),

  ofDatabase(db) {
    const classes: [string, { label: string }][] = [...db.getClasses()];
    const relations: { id1: string; id2: string; title?: string }[] = db.getRelations();
    return {
      classes: Object.fromEntries(classes.map(([id, { label }]) => [id, canonicalLabel(label)])),
      relations: relations
        .filter(({ id1, id2 }) => !/^interface\d/.test(id1) && !/^interface\d/.test(id2))
        .map(({ id1, id2, title }) => `${id1} → ${id2}: ${canonicalLabel(title)}`),
    };
  },

  ofSymbols(symbols: DiagramSymbols) {
    const interfaces = new Set(symbols.nodes.filter(({ kind }) => kind === 'interface').map(({ id }) => id));
    return {
      classes: Object.fromEntries(
        declared(symbols)
          .filter(({ kind }) => kind === 'class')
          .map(({ id, label }) => [id, canonicalLabel(label?.text ?? id)]),
      ),
      relations: symbols.edges
        .filter(({ from, to }) => !interfaces.has(from) && !interfaces.has(to))
        .map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`),
    };
  },
});
