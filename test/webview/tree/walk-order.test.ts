import assert from 'node:assert/strict';
import { walkOrder } from '../../../webview/tree/walk-order';

describe('walkOrder', () => {
  const rows: readonly (readonly [what: string, nodes: string, edges: readonly string[], order: string])[] = [
    ['tells a branch to its end before the next', 'ABCD', ['AB', 'AC', 'BD'], 'ABDC'],
    ['begins where nothing leads to', 'BA', ['AB'], 'AB'],
    ['tells what two lead to once', 'ABCD', ['AB', 'AC', 'BD', 'CD'], 'ABDC'],
    ['tells circles in the order of the text', 'XABC', ['AB', 'BC', 'CA', 'XX'], 'XABC'],
    ['leaves out ends that are no nodes', 'A', ['A*', '*A'], 'A'],
  ];
  for (const [what, nodes, edges, order] of rows) {
    it(what, () => {
      const found = walkOrder(
        [...nodes].map((id) => ({ id })),
        edges.map(([from, to]) => ({ from: from!, to: to! })),
      );
      assert.equal(found.join(''), order);
    });
  }
});
