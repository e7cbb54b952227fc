import assert from 'node:assert/strict';
import { findNodes } from '../../../webview/tree/find-nodes';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const nodes = [
  ['A', '🧠 Multi-Head Latent Attention'],
  ['LC', 'Leadership and Collaboration'],
  ['C', 'Café'],
].map(([id, label]) => ({ id: id!, label: label!, kind: 'node', range, places: [range], ranges: [range] }));

describe('findNodes', () => {
  it('looks in labels and ids, in any case', () => {
    assert.deepEqual(findNodes(nodes, 'LATENT'), ['A']);
    assert.deepEqual(findNodes(nodes, 'lc'), ['LC']);
  });
  it('wants every word', () => {
    assert.deepEqual(findNodes(nodes, 'attention head'), ['A']);
    assert.deepEqual(findNodes(nodes, 'attention leadership'), []);
  });
  it('makes no difference of accents', () => assert.deepEqual(findNodes(nodes, 'cafe'), ['C']));
  it('finds nothing for nothing', () => assert.deepEqual(findNodes(nodes, '  '), []));
});
