import assert from 'node:assert/strict';
import type { ConceptGraph } from '../../../src/core/map/concept-graph';
import { filterGraph } from '../../../src/core/map/filter-graph';
import { findConcept, nearConcepts } from '../../../src/core/map/find-concept';
import { findPath } from '../../../src/core/map/find-path';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const at = (...names: string[]) => names.map((name) => ({ uri: `file:///${name}`, range }));

/** `a>b:label` for each edge; every node stands in the file `one`, and those of `two` in that as well. */
function graph(edges: string, two = ''): ConceptGraph {
  const parts = edges.split(' ').map((edge) => edge.split(/[>:]/) as [string, string, string | undefined]);
  const ids = [...new Set(parts.flatMap((part) => part.slice(0, 2) as [string, string]))];
  return {
    nodes: ids.map((id) => ({
      id,
      label: id.toUpperCase(),
      term: null,
      conflicts: [],
      names: [id.toLowerCase()],
      defined: null,
      sources: two.includes(id) ? at('one', 'two') : at('one'),
    })),
    edges: parts.map(([from, to, label]) => ({
      from,
      to,
      labels: label ? [label] : [],
      sources: two.includes(from) && two.includes(to) ? at('one', 'two') : at('one'),
    })),
  };
}

const shown = ({ nodes, edges }: ConceptGraph) =>
  `${nodes.map(({ id }) => id).join('')} ${edges.map(({ from, to }) => from + to).join(' ')}`.trim();

describe('filtering the map', () => {
  const all = graph('a>b:needs b>c c>d:Needs x>y:has', 'bc');
  it('by file', () => assert.equal(shown(filterGraph(all, { files: new Set(['file:///two']) })), 'bc bc'));
  it('by an edge’s label', () => assert.equal(shown(filterGraph(all, { edgeLabel: 'need' })), 'abcd ab cd'));
  for (const [hops, expected] of [
    [0, 'b'],
    [1, 'abc ab bc'],
    [2, 'abcd ab bc cd'],
    [9, 'abcd ab bc cd'],
  ] as const) {
    it(`by ${hops} hops`, () => assert.equal(shown(filterGraph(all, { around: { id: 'b', hops } })), expected));
  }
  it('by label and then hops, keeping the node asked about', () =>
    assert.equal(shown(filterGraph(all, { edgeLabel: 'has', around: { id: 'a', hops: 3 } })), 'a'));
});

describe('the way through the map', () => {
  const rows: readonly (readonly [edges: string, from: string, to: string, expected: string | undefined])[] = [
    ['a>b b>c a>d d>e e>c', 'a', 'c', 'abc ab bc'],
    ['a>b b>a b>c', 'a', 'c', 'abc ab bc'],
    ['a>b c>b', 'a', 'c', 'abc ab cb against'],
    ['a>b x>y', 'a', 'y', undefined],
    ['a>a', 'a', 'a', 'a'],
  ];
  for (const [edges, from, to, expected] of rows) {
    it(`${edges}: ${from} to ${to}`, () => {
      const path = findPath(graph(edges), from, to);
      assert.equal(path && `${shown(path.graph)}${path.alongArrows ? '' : ' against'}`, expected);
    });
  }
});

describe('finding a concept', () => {
  const some = graph('router>attention attention>softmax');
  it('by id and name, in any case and with marks', () => {
    for (const name of ['router', 'Router', '🧭 **ROUTER**']) assert.equal(findConcept(some, name)?.id, 'router');
    assert.equal(findConcept(some, 'route'), undefined);
  });
  it('offers the nearest', () => {
    assert.deepEqual(nearConcepts(some, 'Attension'), ['ATTENTION']);
    assert.deepEqual(nearConcepts(some, 'soft'), ['SOFTMAX']);
    assert.deepEqual(nearConcepts(some, 'zebra'), []);
  });
});
