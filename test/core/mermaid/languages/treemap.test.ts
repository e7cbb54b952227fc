import fc from 'fast-check';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { describeAgainstMermaid } from '../scan/against-mermaid';
import { labels, lines, word } from '../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Branch {
  readonly name: string;
  readonly children?: readonly Branch[];
}

describeAgainstMermaid({
  type: 'treemap',
  arbitrary: lines(
    'treemap-beta',
    fc.oneof(
      fc
        .tuple(fc.constantFrom('', '  ', '    '), word, fc.constantFrom('', ':::hot'))
        .map(([indent, text, style]) => `${indent}"${text}"${style}`),
      fc
        .tuple(fc.constantFrom('  ', '    '), word, fc.nat(99))
        .map(([indent, text, value]) => `${indent}"${text}": ${value}`),
    ),
    '"Root"',
  ),
  ofDatabase(db: Database) {
    const names: string[] = [];
    const walk = (branch: Branch): void => {
      names.push(branch.name);
      branch.children?.forEach(walk);
    };
    db.getRoot().children?.forEach(walk);
    return names.sort();
  },
  ofSymbols: (symbols) => labels(symbols, 'node').sort(),
});
