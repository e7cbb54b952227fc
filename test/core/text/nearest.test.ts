import assert from 'node:assert/strict';
import { nearestKey } from '../../../src/core/demos/nearest-key';
import { nearestTarget } from '../../../src/core/links/nearest-target';
import { nearest as nearestWords } from '../../../src/core/mermaid/breaks/nearest';

describe('nearest', () => {
  for (const [word, names, meant] of [
    ['top-k', ['tokens', 'top_k'], 'top_k'],
    ['expert', ['experts', 'expect'], 'experts'],
    ['K', ['k', 'q'], 'k'],
    ['model', ['heads', 'tokens'], undefined],
  ] as const) {
    it(`takes the key ${word} for ${meant ?? 'none'}`, () => assert.equal(nearestKey(word, names), meant));
  }

  for (const [word, names, meant] of [
    ['notes/atention.md', ['notes/moe.md', 'notes/attention.md'], 'notes/attention.md'],
    ['Keys', ['keys', 'key'], 'keys'],
    ['a', ['abc'], undefined],
  ] as const) {
    it(`takes the target ${word} for ${meant ?? 'none'}`, () =>
      assert.equal(
        nearestTarget(word, names, (name) => name),
        meant,
      ));
  }

  for (const [word, names, meant] of [
    ['sectoin', ['section', 'action'], ['section']],
    ['and', ['end', 'as'], ['end']],
    ['an', ['as', 'on'], []],
    ['Note', ['Note', 'note'], ['note']],
    ['sequencediagran', ['stateDiagram', 'sequenceDiagram'], ['sequenceDiagram']],
  ] as const) {
    it(`takes Mermaid's word ${word} for ${meant.join() || 'none'}`, () =>
      assert.deepEqual(nearestWords(word, names), meant));
  }
});
