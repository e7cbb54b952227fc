import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, declared, describeAgainstMermaid } from '../../scan/against-mermaid';

const name = fc.constantFrom(
  'CUSTOMER',
  'ORDER',
  'A',
  'B',
  'LINE-ITEM',
  '"Order item"',
  'Ünï',
  'x_1',
  'stylus',
  'onex',
  'ORDER',
  'u1',
);
const cardinality = fc.constantFrom('||', '|o', 'o|', '}o', 'o{', '}|', '|{');
const word = fc.constantFrom(
  'one or zero',
  'zero or one',
  'one or more',
  'zero or many',
  'many(0)',
  '1+',
  '0+',
  'only one',
  '1',
  'many',
);
const relation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(cardinality, fc.constantFrom('--', '..', '.-', '-.'), cardinality)
      .map((parts) => parts.join('')),
  },
  fc.tuple(word, fc.constantFrom('to', 'optionally to', '--'), word).map((parts) => parts.join(' ')),
);
const role = fc.constantFrom('places', '"is placed by"', '""', 'has-a', '"a : b --> c"');
const styled = fc.constantFrom('', '', ':::hot', ':::hot,cold');
const edge = fc
  .tuple(name, styled, relation, name, styled, role)
  .map(([from, a, line, to, b, said]) => `${from}${a} ${line} ${to}${b} : ${said}`);
const attributes = fc.constantFrom(
  '',
  '\n  string name PK\n  int age FK, UK "a comment {x}"\n',
  ' string name ',
  '\n  string[] tags\n  Map~K,V~ pairs\n',
);
const entity = fc
  .tuple(name, fc.constantFrom('', '', '[Alias]', '["Long alias"]'), styled, fc.option(attributes, { nil: undefined }))
  .map(([id, alias, style, body]) => `${id}${alias}${style}${body === undefined ? '' : ` {${body}}`}`);
const other = fc.constantFrom(
  'classDef hot fill:#f96,stroke:#333',
  'classDef hot,cold fill:#f96',
  'class CUSTOMER,ORDER hot',
  'style ORDER fill:#f9f',
  'direction LR',
  '%% a comment',
  'accTitle: one',
  'accDescr { several }',
);

const statement: fc.Arbitrary<string> = fc.letrec<{ statement: string; subgraph: string }>((tie) => ({
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: edge },
    { weight: 3, arbitrary: entity },
    other,
    tie('subgraph'),
  ),
  subgraph: fc
    .tuple(
      fc.constantFrom('Sales', 'Store two', 'S1[Titled]', 'S2["With words"]'),
      fc.array(tie('statement'), { maxLength: 2 }),
    )
    .map(([title, body]) => `subgraph ${title}\n${body.join('\n')}\nend`),
})).statement;

describeAgainstMermaid({
  type: 'er',
  arbitrary: fc.array(statement, { minLength: 1, maxLength: 5 }).map((lines) => `erDiagram\n  ${lines.join('\n  ')}\n`),

  ofDatabase(db) {
    const entities: [string, { id: string; alias: string }][] = [...db.getEntities()];
    const groups = new Set(db.getSubGraphs?.().map(({ id }: { id: string }) => id) ?? []);
    const names = new Map(entities.map(([key, { id }]) => [id, key]));
    const relationships: { entityA: string; entityB: string; roleA: string }[] = db.getRelationships();
    return {
      entities: Object.fromEntries(
        entities.filter(([key]) => !groups.has(key)).map(([key, { alias }]) => [key, canonicalLabel(alias || key)]),
      ),
      relationships: relationships.map(
        ({ entityA, entityB, roleA }) =>
          `${names.get(entityA) ?? entityA} → ${names.get(entityB) ?? entityB}: ${canonicalLabel(roleA)}`,
      ),
    };
  },

  ofSymbols(symbols: DiagramSymbols) {
    return {
      entities: Object.fromEntries(
        declared(symbols)
          .filter(({ kind }) => kind === 'entity')
          // The first alias stays.
          .map(({ id, labels }) => [id, canonicalLabel(labels[0]?.text ?? id)]),
      ),
      relationships: symbols.edges.map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`),
    };
  },
});
