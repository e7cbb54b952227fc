import fc from 'fast-check';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../scan/against-mermaid';
import { labels, lines, word } from '../scan/drawn-lines';

type Database = ParsedDiagram['db'];

describeAgainstMermaid({
  type: 'pie',
  arbitrary: lines(
    'pie showData',
    fc.tuple(word, fc.nat(99)).map(([name, value]) => `"${name}" : ${value + 1}`),
    'title Shares: of all',
  ),
  ofDatabase: (db: Database) => [...db.getSections().keys()].map(canonicalLabel).sort(),
  ofSymbols: (symbols) => [...new Set(labels(symbols, 'slice'))].sort(),
});
