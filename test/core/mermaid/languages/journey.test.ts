import fc from 'fast-check';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { canonicalLabel, describeAgainstMermaid } from '../scan/against-mermaid';
import { labels, lines, word } from '../scan/drawn-lines';

type Database = ParsedDiagram['db'];

describeAgainstMermaid({
  type: 'journey',
  arbitrary: lines(
    'journey',
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(word, fc.nat(5), fc.constantFrom('Me', 'Me, Cat', 'Cat,Dog'))
          .map(([name, score, who]) => `${name}: ${score}: ${who}`),
      },
      fc.constantFrom('section One', '%% note', '# note', 'title A day'),
    ),
  ),
  ofDatabase: (db: Database) => ({
    tasks: db.getTasks().map(({ task }: { task: string }) => canonicalLabel(task)),
    actors: db.getActors().map(canonicalLabel).sort(),
    sections: db.getSections().map(canonicalLabel),
  }),
  ofSymbols: (symbols) => ({
    tasks: labels(symbols, 'task'),
    actors: labels(symbols, 'actor').sort(),
    sections: symbols.groups.map(({ label }) => canonicalLabel(label?.text)),
  }),
});
