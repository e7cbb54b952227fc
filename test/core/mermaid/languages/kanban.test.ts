import fc from 'fast-check';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../scan/against-mermaid';
import { id, lines, word } from '../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Card {
  readonly id: string;
  readonly label?: string;
}

describeAgainstMermaid({
  type: 'kanban',
  arbitrary: lines(
    'kanban',
    fc.oneof(
      fc.tuple(id, word).map(([key, text]) => `  ${key}[${text}]`),
      word.map((text) => `  [${text} (now)]`).map((text) => text.replace(' (now)', '')),
      fc.tuple(id, word).map(([key, text]) => `  ${key}[${text}]@{ assigned: 'knsv', priority: 'High' }`),
    ),
    'todo[Todo]',
  ),
  ofDatabase: (db: Database) =>
    db
      .getData()
      .nodes.map(({ id: key, label }: Card) => `${key}: ${canonicalLabel(label)}`)
      .sort(),
  ofSymbols: ({ nodes }) =>
    nodes.map((node) => `${canonicalLabel(node.id)}: ${canonicalLabel(node.label?.text ?? node.id)}`).sort(),
});
