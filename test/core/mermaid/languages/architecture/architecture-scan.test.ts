import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../../scan/against-mermaid';
import { edges, shown } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Service {
  readonly id: string;
  readonly title?: string;
}

describeAgainstMermaid({
  type: 'architecture',
  arbitrary: fc
    .array(fc.tuple(fc.constantFrom('--', '-->', '<-->'), fc.constantFrom('L', 'R', 'T', 'B')), { maxLength: 3 })
    .map((drawn) =>
      [
        'architecture-beta',
        'group api(cloud)[API layer]',
        'service db(database)[Database] in api',
        'service server(server)["Server (1)"] in api',
        'service plain',
        'junction mid in api',
        ...drawn.map(([arrow, side]) => `db:${side} ${arrow} ${side}:server`),
        'server:R -[calls]- L:mid',
      ].join('\n  '),
    ),
  ofDatabase: (db: Database) => ({
    services: Object.fromEntries(
      db.getServices().map(({ id: name, title }: Service) => [name, canonicalLabel(title ?? name)]),
    ),
    groups: db.getGroups().map(({ id: name }: Service) => name),
    edges: db
      .getEdges()
      .map(
        (edge: { lhsId: string; rhsId: string; title?: string }) =>
          `${edge.lhsId} → ${edge.rhsId}: ${canonicalLabel(edge.title)}`,
      ),
  }),
  ofSymbols: (symbols) => ({
    services: shown(symbols, 'service'),
    groups: Object.keys(shown(symbols, 'group')),
    edges: edges(symbols),
  }),
});
