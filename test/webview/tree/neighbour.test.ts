import assert from 'node:assert/strict';
import { type Box, neighbour } from '../../../webview/tree/neighbour';

const box = (x: number, y: number): Box => ({ x, y, width: 80, height: 30 });
// A root over three children, and one grandchild below the last.
const boxes = [box(200, 0), box(0, 100), box(200, 100), box(400, 100), box(420, 200)];

describe('neighbour', () => {
  it('goes down to the child straight below', () => assert.equal(neighbour(boxes, 0, 'down'), 2));
  it('goes along a row', () => {
    assert.equal(neighbour(boxes, 2, 'left'), 1);
    assert.equal(neighbour(boxes, 2, 'right'), 3);
  });
  it('goes back up', () => assert.equal(neighbour(boxes, 1, 'up'), 0));
  it('takes what is a little aside', () => assert.equal(neighbour(boxes, 3, 'down'), 4));
  it('stays at the edge', () => {
    assert.equal(neighbour(boxes, 0, 'up'), undefined);
    assert.equal(neighbour(boxes, 1, 'left'), undefined);
  });
});
