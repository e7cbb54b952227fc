import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { describeAgainstMermaid } from '../../scan/against-mermaid';
import { id, lines, word } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

describeAgainstMermaid({
  type: 'radar',
  arbitrary: lines(
    'radar-beta',
    fc.oneof(
      fc.tuple(id, word).map(([name, text]) => `axis ax_${name}["${text}"], other_${name}`),
      fc.tuple(id, word).map(([name, text]) => `curve ${name}["${text}"]{1, 2, 3}, d_${name}{4, 5, 6}`),
      fc.constantFrom('max 5', 'graticule polygon', 'title A (radar)', 'ticks 4'),
    ),
    'axis a1["One"], a2["Two"], a3',
  ),
  ofDatabase: (db: Database) => ({
    axes: db
      .getAxes()
      .map(({ name, label }: { name: string; label: string }) => `${name}: ${label}`)
      .sort(),
    curves: db.getCurves().map(({ name, label }: { name: string; label: string }) => `${name}: ${label}`),
  }),
  ofSymbols(symbols) {
    const all = (kind: string) =>
      symbols.nodes
        .filter((node) => node.kind === kind)
        .flatMap((node) => node.occurrences.map((_, index) => `${node.id}: ${node.labels[index]?.text ?? node.id}`));
    return { axes: all('axis').sort(), curves: all('curve') };
  },
});
