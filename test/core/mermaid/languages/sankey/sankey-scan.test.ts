import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { describeAgainstMermaid } from '../../scan/against-mermaid';
import { edges, lines, word } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

describeAgainstMermaid({
  type: 'sankey',
  arbitrary: lines(
    'sankey-beta\n',
    fc.tuple(word, fc.oneof(word, fc.constant('"A, b"')), fc.nat(99)).map((fields) => fields.join(',')),
  ).map((text) => text.replaceAll('\n  ', '\n')),
  ofDatabase: (db: Database) => ({
    nodes: db
      .getNodes()
      .map(({ ID }: { ID: string }) => ID)
      .sort(),
    links: db
      .getLinks()
      .map(
        (link: { source: { ID: string }; target: { ID: string }; value: number }) =>
          `${link.source.ID} → ${link.target.ID}: ${link.value}`,
      ),
  }),
  // An id is kept as written, its doubled quotes too.
  ofSymbols: (symbols) => ({
    nodes: symbols.nodes.map((node) => node.id.replaceAll('""', '"')).sort(),
    links: edges(symbols).map((link) => link.replaceAll(/''|""/g, '"')),
  }),
});
