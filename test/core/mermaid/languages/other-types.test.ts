import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../src/core/mermaid/diagram-symbols';
import type { ParsedDiagram } from '../../../support/mermaid-database';
import { canonicalLabel, declared, describeAgainstMermaid } from '../scan/against-mermaid';

type Database = ParsedDiagram['db'];

/** A header and some lines, drawn in any order. */
const lines = (header: string, line: fc.Arbitrary<string>, ...first: string[]): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength: 6 }).map((drawn) => `${[header, ...first, ...drawn].join('\n  ')}\n`);

const word = fc.constantFrom('Training', 'Inference', 'Two words', 'Router', 'x1', 'KV cache', 'MoE');
const id = fc.constantFrom('a', 'b', 'c', 'router', 'x_1');
const shown = (symbols: DiagramSymbols, ...kinds: string[]): Record<string, string> =>
  Object.fromEntries(
    declared(symbols)
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .map((node) => [node.id, canonicalLabel(node.label?.text ?? node.id)]),
  );
const labels = (symbols: DiagramSymbols, kind: string): string[] =>
  symbols.nodes.filter((node) => node.kind === kind).map((node) => canonicalLabel(node.label?.text ?? node.id));
const edges = ({ edges: found }: DiagramSymbols): string[] =>
  found.map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`);

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

interface Block {
  readonly id: string;
  readonly type: string;
  readonly label?: string;
}

describeAgainstMermaid({
  type: 'block',
  arbitrary: lines(
    'block-beta',
    fc.oneof(
      id,
      fc
        .tuple(
          id,
          fc.constantFrom(
            '["A label"]',
            '("x (y)")',
            '(("c"))',
            '{"d"}',
            '[["e"]]',
            ':2',
            '["wide"]:3',
            '<["go"]>(right)',
          ),
        )
        .map((parts) => parts.join('')),
      fc.tuple(id, fc.constantFrom(' --> ', ' --- ', ' -- "label" --> ', ' ==> '), id).map((parts) => parts.join('')),
      fc.constantFrom(
        'columns 3',
        'space',
        'space:2',
        'classDef hot fill:#f96',
        'class a,b hot',
        'style a fill:red',
        '%% note',
      ),
      fc.tuple(id, id).map(([outer, inner]) => `block:g_${outer}:2\n    in_${inner}["Inner"]\n  end`),
    ),
  ),
  ofDatabase(db: Database) {
    const blocks: Block[] = db.getBlocksFlat().filter(({ type }: Block) => !['space', 'root', 'edge'].includes(type));
    const drawn: { start: string; end: string; label?: string }[] = db.getEdges();
    return {
      blocks: blocks
        .map(({ id: name }) => name)
        .filter((name) => name !== 'root' && !/^id-/.test(name))
        .sort(),
      edges: drawn.map(({ start, end, label }) => `${start} → ${end}: ${canonicalLabel(label)}`),
    };
  },
  ofSymbols: (symbols) => ({ blocks: symbols.nodes.map((node) => node.id).sort(), edges: edges(symbols) }),
});

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
