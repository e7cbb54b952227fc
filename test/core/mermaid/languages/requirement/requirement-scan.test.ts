import fc from 'fast-check';
import type { ParsedDiagram } from '../../../../support/mermaid-database';
import { describeAgainstMermaid } from '../../scan/against-mermaid';
import { edges, id, lines } from '../../scan/drawn-lines';

type Database = ParsedDiagram['db'];

interface Named {
  readonly name: string;
}

describeAgainstMermaid({
  type: 'requirement',
  arbitrary: lines(
    'requirementDiagram',
    fc.oneof(
      fc
        .tuple(fc.constantFrom('requirement', 'functionalRequirement', 'designConstraint'), id)
        .map(
          ([kind, name]) => `${kind} ${name} {\n  id: 1.1\n  text: "a (text)"\n  risk: high\n  verifymethod: test\n  }`,
        ),
      fc
        .tuple(id, fc.constantFrom('', ':::hot'))
        .map(([name, style]) => `element ${name}${style} {\n  type: simulation\n  }`),
      fc.tuple(id, fc.constantFrom('- satisfies ->', '- traces ->', '<- copies -'), id).map((parts) => parts.join(' ')),
      fc.constantFrom('classDef hot fill:#f96', 'class a hot', 'style b fill:red', 'direction LR', '%% note'),
    ),
  ),
  ofDatabase: (db: Database) => ({
    requirements: [...db.getRequirements().values()].map(({ name }: Named) => name.trim()),
    elements: [...db.getElements().values()].map(({ name }: Named) => name.trim()),
    relations: db
      .getRelationships()
      .map(({ src, dst, type }: { src: string; dst: string; type: string }) => `${src} → ${dst}: ${type}`),
  }),
  ofSymbols(symbols) {
    const named = (kind: string) =>
      symbols.groups.filter((group) => group.kind === kind).flatMap(({ id: name }) => name ?? []);
    return {
      requirements: [...new Set(named('requirement'))],
      elements: [...new Set(named('element'))],
      relations: edges(symbols),
    };
  },
});
