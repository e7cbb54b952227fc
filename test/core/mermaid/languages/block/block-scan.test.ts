import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../../scan/against-mermaid';
import { edges, id, lines } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Block {
  readonly id: string;
  readonly type: string;
  readonly label?: string;
}

describeAgainstMermaid({
  type: 'block',
  arbitrary: lines(
    'block-beta',
    fc.oneof(
      id,
      fc
        .tuple(
          id,
          fc.constantFrom(
            '["A label"]',
            '("x (y)")',
            '(("c"))',
            '{"d"}',
            '[["e"]]',
            ':2',
            '["wide"]:3',
            '<["go"]>(right)',
          ),
        )
        .map((parts) => parts.join('')),
      fc.tuple(id, fc.constantFrom(' --> ', ' --- ', ' -- "label" --> ', ' ==> '), id).map((parts) => parts.join('')),
      fc.constantFrom(
        'columns 3',
        'space',
        'space:2',
        'classDef hot fill:#f96',
        'class a,b hot',
        'style a fill:red',
        '%% note',
      ),
      fc.tuple(id, id).map(([outer, inner]) => `block:g_${outer}:2\n    in_${inner}["Inner"]\n  end`),
    ),
  ),
  ofDatabase(db: Database) {
    const blocks: Block[] = db.getBlocksFlat().filter(({ type }: Block) => !['space', 'root', 'edge'].includes(type));
    const drawn: { start: string; end: string; label?: string }[] = db.getEdges();
    return {
      blocks: blocks
        .map(({ id: name }) => name)
        .filter((name) => name !== 'root' && !/^id-/.test(name))
        .sort(),
      edges: drawn.map(({ start, end, label }) => `${start} → ${end}: ${canonicalLabel(label)}`),
    };
  },
  ofSymbols: (symbols) => ({ blocks: symbols.nodes.map((node) => node.id).sort(), edges: edges(symbols) }),
});
