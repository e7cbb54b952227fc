import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { canonicalLabel, declared, describeAgainstMermaid } from '../../scan/against-mermaid';
import { lines } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

const actor = fc.constantFrom('Reader', 'Writer', 'o');
const id = fc.constantFrom('pay', 'read', 'x1', 'ship', 'a_b');
const label = fc.constantFrom(
  '',
  '("A label")',
  "('One')",
  '(two words)',
  '[In a box]',
  '["[x]"]',
  ' ( spaced )',
  '("`**md**`")',
);
const details = fc.constantFrom(
  '',
  ' @{ business: true }',
  ' <<service>>',
  ':::hot',
  ' :::hot, cold',
  ' <<a b>>:::hot',
);
const plain = fc.oneof(actor, id);
const thing = fc.oneof(
  { weight: 3, arbitrary: plain },
  fc.tuple(id, label, details).map((parts) => parts.join('')),
);
const arrow = fc.constantFrom(
  ...['-->', '--', '<--', '--o', 'o--', '--x', 'x--', '--|>', '..>: include', '..> : Extend', '--->', '---'],
  ...['-- says -->', '-- "a -- b" --', '<-- back --', 'o-- x-y --', '-- two words --x', 'e1@-->', '-- 1..2 -->'],
);

describeAgainstMermaid({
  type: 'usecase',
  documented: false,
  arbitrary: lines(
    'usecase-beta',
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(thing, arrow, thing).map((parts) => parts.join(' ')) },
      fc.tuple(actor, label).map(([name, text]) => `actor ${name}${text.replace(/\[.*\]/, '')}`),
      fc.tuple(actor, actor).map(([a, b]) => `actor ${a}, ${b}`),
      fc.tuple(id, id).map(([a, b]) => `systemBoundary box["The box"]\n    ${a}\n    ${b}("In")\n  end`),
      fc.constantFrom('direction LR', '%% note', 'classDef hot fill:#f00', 'json order @{ "a": [1, {"b": "}"}] }'),
      fc.constantFrom('note for pay "to whom"', 'accTitle: a title', '"In quotes" --> pay', 'style pay fill:#eee'),
    ),
  ),
  ofDatabase: (db: Database) => ({
    actors: labelled(db.getActors()),
    useCases: labelled(db.getUseCases()),
    boundaries: [...db.getSystemBoundaries().values()]
      .map(({ id, label, members }) => `${id}: ${canonicalLabel(label)}: ${[...members].sort()}`)
      .sort(),
    relations: db
      .getRelationships()
      .map(
        ({ source, target, label, type }: Relation) =>
          `${[source, target].sort()}: ${canonicalLabel(label ?? (/clude|tend/.test(type) ? type : ''))}`,
      )
      .sort(),
  }),
  ofSymbols: (symbols) => {
    const named = (kind: string) =>
      Object.fromEntries(
        declared(symbols)
          .filter((node) => node.kind === kind)
          .map((node) => [ownId(node.id), canonicalLabel(node.label?.text ?? node.id)]),
      );
    return {
      actors: named('actor'),
      useCases: named('usecase'),
      boundaries: Object.entries(named('systemBoundary'))
        .map(([box, text]) => `${box}: ${text}: ${membersOf(symbols, box)}`)
        .sort(),
      relations: symbols.edges
        .map(
          ({ from, to, label }) =>
            `${[from, to].map(ownId).sort()}: ${canonicalLabel(label?.text).replace(/^(?:include|extend)$/i, (word) => word.toLowerCase())}`,
        )
        .sort(),
    };
  },
});

/** What stands in the frames of one name: Mermaid makes one of them. */
const membersOf = ({ groups, nodes }: DiagramSymbols, box: string): string[] =>
  nodes
    .filter(({ group, kind }) => group !== undefined && groups[group]!.id === box && kind !== 'systemBoundary')
    .map((node) => node.id)
    .sort();

/** Mermaid makes an id of a name in quotes. */
const ownId = (name: string): string => name.replace(/\W+/g, '_');

interface Named {
  readonly label: string;
}

interface Relation {
  readonly source: string;
  readonly target: string;
  readonly label?: string;
  readonly type: string;
}

const labelled = (things: ReadonlyMap<string, Named>): Record<string, string> =>
  Object.fromEntries([...things].map(([name, one]) => [name, canonicalLabel(one.label)]));
