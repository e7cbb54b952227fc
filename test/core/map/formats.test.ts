import assert from 'node:assert/strict';
import { DOMParser } from '@xmldom/xmldom';
import type { ConceptGraph } from '../../../src/core/map/concept-graph';
import { toMermaid, tooLargeForMermaid } from '../../../src/core/map/formats/mermaid';
import { graphText } from '../../../src/core/map/graph-text';
import type { MermaidJudge } from '../../../src/core/mermaid/judge';
import { mermaidJudge } from '../../support/mermaid-judge';

const labels = [
  ...[
    'Plain words',
    'He said "no"',
    "it's",
    '[brackets] (round) {curly} <angle>',
    'a | b',
    'end',
    'graph',
    '🧠 Kopf',
    '混合专家',
  ],
  ...[
    'مزيج الخبراء',
    'C:\\data\\table',
    'a & b',
    '&lt;',
    '&#35;',
    '#35; and #quot;',
    'x; y',
    '1. First',
    '- item',
    '# One',
  ],
  ...[
    'a --> b',
    '%% no comment',
    'A@{ shape: x }',
    'Q·Kᵀ/√d',
    '`code`',
    'style n1 fill:red',
    '$$x^2$$',
    "]]>'",
    '**bold**',
  ],
];
const place = {
  uri: 'file:///c/a "b" & c.md',
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
};
const graph: ConceptGraph = {
  nodes: labels.map((label, i) => ({
    id: i % 2 ? label : `id${i}`,
    label,
    term: i === 0 ? 'Plain' : null,
    conflicts: i === 0 ? ['"Else"'] : [],
    names: [],
    defined: null,
    sources: [place],
  })),
  edges: labels.map((label, i) => ({
    from: `id${i - (i % 2)}`,
    to: `id${i - (i % 2)}`,
    labels: i % 3 ? [label, 'and'] : [],
    sources: [place],
  })),
};
const empty: ConceptGraph = { nodes: [], edges: [] };
const pathOf = (uri: string) => uri.slice('file:///c/'.length);

describe('the map as Mermaid', () => {
  let judge: MermaidJudge;
  before(async function () {
    this.timeout(120_000);
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  it('is accepted by Mermaid, and shows every label', async () => {
    assert.equal((await judge.judge(toMermaid(graph), undefined, 60_000)).kind, 'good');
    const shown = await judge.show(toMermaid(graph));
    const nodes = shown?.filter(({ role }) => role === 'node').map(({ text }) => text);
    assert.deepEqual(nodes, ['Plain words ≠ "Else"', ...labels.slice(1).map((label) => label.replaceAll('`', ''))]);
    assert.equal(
      shown?.filter(({ role }) => role === 'edge').length,
      graph.edges.filter((e) => e.labels.length > 0).length,
    );
  }).timeout(120_000);

  it('is accepted when nothing is in it', async () => {
    assert.equal((await judge.judge(toMermaid(empty), undefined, 60_000)).kind, 'good');
  }).timeout(120_000);

  it('is drawn from left to right where it would be a strip of many pages, and from above else', () => {
    const drawn = (count: number, ...arrows: (readonly [number, number])[]) =>
      toMermaid({
        nodes: Array.from({ length: count }, (_, i) => ({ ...graph.nodes[0]!, id: `${i}` })),
        edges: arrows.map(([from, to]) => ({ ...graph.edges[0]!, from: `${from}`, to: `${to}` })),
      }).split('\n', 1)[0];
    const each = (count: number, to: (i: number) => number) =>
      Array.from({ length: count }, (_, i) => [i, to(i)] as const);
    const [fromAbove, fromLeft] = ['flowchart TD', 'flowchart LR'];
    // Ten strands of two, one concept with ten others below it, and ten that nothing joins.
    assert.equal(drawn(20, ...each(10, (i) => i + 10)), fromLeft);
    assert.equal(drawn(11, ...each(10, () => 10)), fromLeft);
    assert.equal(drawn(10), fromLeft);
    // A few strands; a chain; a circle; a ladder of fifteen steps, ten wide.
    assert.equal(drawn(8, ...each(4, (i) => i + 4)), fromAbove);
    assert.equal(drawn(60, ...each(59, (i) => i + 1)), fromAbove);
    assert.equal(drawn(30, ...each(30, (i) => (i + 1) % 30)), fromAbove);
    assert.equal(drawn(150, ...each(140, (i) => i + 10)), fromAbove);
    assert.equal(drawn(2, [0, 0], [1, 1]), fromAbove);
  });

  it('says when Mermaid would not draw it', () => {
    assert.equal(tooLargeForMermaid(graph, toMermaid(graph)), undefined);
    const many = { nodes: [], edges: Array.from({ length: 501 }, () => graph.edges[0]!) };
    assert.match(tooLargeForMermaid(many, '')!, /^The map has 501 edges; Mermaid draws no more than 500 edges\./);
    assert.match(tooLargeForMermaid(empty, 'x'.repeat(50_001))!, /50001 characters/);
  });
});

describe('the map as GraphML', () => {
  const parsed = (text: string) =>
    new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    }).parseFromString(text, 'text/xml');

  it('is well-formed and keeps every label', () => {
    const page = parsed(graphText(graph, 'graphml', pathOf));
    const values = (element: string, key: string) =>
      [...page.getElementsByTagName(element)].map(
        (one) =>
          [...one.getElementsByTagName('data')].find((data) => data.getAttribute('key') === key)?.textContent ?? '',
      );
    assert.deepEqual(values('node', 'label'), labels);
    assert.deepEqual(
      [...page.getElementsByTagName('node')].map((node) => node.getAttribute('id')),
      graph.nodes.map(({ id }) => id),
    );
    assert.deepEqual(
      values('edge', 'label'),
      graph.edges.map((edge) => edge.labels.join('\n')),
    );
    assert.equal(values('node', 'sources')[0], 'a "b" & c.md:3');
    assert.equal(values('node', 'conflicts')[0], '"Else"');
  });

  it('replaces what XML cannot hold', () => {
    const odd = { nodes: [{ ...graph.nodes[0]!, label: 'a\u0007b\ud83dc' }], edges: [] };
    assert.match(graphText(odd, 'graphml', pathOf), />a\ufffdb\ufffdc</);
    parsed(graphText(odd, 'graphml', pathOf));
  });
});

describe('the map as DOT', () => {
  it('quotes every name, so that all of it reads as strings and signs', () => {
    const text = graphText(graph, 'dot', pathOf);
    const bare = text.replace(/"(?:[^"\\]|\\.)*"/gs, '""');
    const statement = /^ {2}"" (?:-> "" ?)?(?:\[label=""(?:, style=dashed)?\])?;$|^ {2}"" -> "";$/;
    const lines = bare.trimEnd().split('\n');
    assert.deepEqual([lines[0], lines[1], lines.at(-1)], ['digraph "" {', '  node [shape=box];', '}']);
    for (const line of lines.slice(2, -1)) assert.match(line, statement);
    assert.equal(lines.length, 3 + graph.nodes.length + graph.edges.length);
  });

  it('shows backslashes, quotes and entities as they are', () => {
    const one = (label: string) =>
      graphText({ nodes: [{ ...graph.nodes[1]!, id: 'a', label }], edges: [] }, 'dot', pathOf);
    assert.match(one('C:\\new "x" &lt; & y'), /"a" \[label="C:\\\\new \\"x\\" &amp;lt; & y"\];/);
  });
});

describe('the map as JSON', () => {
  it('has the keys of its contract and paths', () => {
    const { nodes, edges } = JSON.parse(graphText(graph, 'json', pathOf));
    assert.deepEqual(Object.keys(nodes[0]), ['id', 'label', 'term', 'sources']);
    assert.deepEqual(Object.keys(edges[0]), ['from', 'to', 'labels', 'sources']);
    assert.deepEqual(nodes[0].sources, [{ path: 'a "b" & c.md', range: place.range }]);
    assert.equal(graphText(empty, 'json', pathOf), '{\n  "nodes": [],\n  "edges": []\n}\n');
  });
});
