import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../../scan/against-mermaid';
import { id, lines, shown, word } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Shape {
  readonly alias: string;
  readonly label?: { readonly text: string };
}

describeAgainstMermaid({
  type: 'c4',
  arbitrary: lines(
    'C4Context',
    fc.oneof(
      fc
        .tuple(fc.constantFrom('Person', 'System', 'SystemDb_Ext', 'Person_Ext'), id, word)
        .map(([call, alias, name]) => `${call}(${alias}, "${name}", "what (it) does, and more")`),
      fc
        .tuple(fc.constantFrom('Rel', 'BiRel', 'Rel_U'), id, id, word)
        .map(([call, a, b, name]) => `${call}(${a}, ${b}, "${name}", "HTTPS")`),
      fc
        .tuple(id, word)
        .map(([alias, name]) => `System_Boundary(b_${alias}, "${name}") {\n    System(in_${alias}, "Inner")\n  }`),
      fc.constantFrom(
        'UpdateElementStyle(a, $fontColor="red")',
        'title A (title)',
        'UpdateLayoutConfig($c4ShapeInRow="3")',
      ),
    ),
  ),
  ofDatabase: (db: Database) => ({
    shapes: Object.fromEntries(
      db.getC4ShapeArray().map(({ alias, label }: Shape) => [alias, canonicalLabel(label?.text)]),
    ),
    boundaries: db
      .getBoundaries()
      .map(({ alias }: Shape) => alias)
      .filter((alias: string) => alias !== 'global'),
    relations: [...new Set(db.getRels().map(({ from, to }: { from: string; to: string }) => `${from} → ${to}`))].sort(),
  }),
  ofSymbols: (symbols) => ({
    shapes: shown(symbols, 'person', 'system', 'container', 'component'),
    boundaries: Object.keys(
      shown(
        symbols,
        'system_boundary',
        'enterprise_boundary',
        'deployment_node',
        'node',
        'boundary',
        'container_boundary',
      ),
    ),
    relations: [...new Set(symbols.edges.map(({ from, to }) => `${from} → ${to}`))].sort(),
  }),
});
