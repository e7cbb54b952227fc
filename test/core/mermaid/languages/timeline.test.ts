import fc from 'fast-check';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../scan/against-mermaid';
import { labels, lines, word } from '../scan/drawn-lines';

type Database = ParsedDiagram['db'];

describeAgainstMermaid({
  type: 'timeline',
  arbitrary: lines(
    'timeline',
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(word, word, fc.constantFrom('', ' : more', ' : see https://x.org', '\n       : later'))
          .map(([period, event, rest]) => `${period} : ${event}${rest}`),
      },
      fc.constantFrom('section Stone age', 'title An age', '2026 : x'),
    ),
  ),
  ofDatabase(db: Database) {
    const tasks: { task: string; events: string[] }[] = db.getTasks();
    return {
      periods: tasks.map(({ task }) => canonicalLabel(task)),
      events: tasks.flatMap(({ events }) => events.map(canonicalLabel)),
    };
  },
  ofSymbols: (symbols) => ({ periods: labels(symbols, 'period'), events: labels(symbols, 'event') }),
});
