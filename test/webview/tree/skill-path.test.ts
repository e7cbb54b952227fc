import assert from 'node:assert/strict';
import type { SkillState } from '../../../src/protocol';
import { skillPath } from '../../../webview/tree/skill-path';

const edges = (text: string) => text.split(' ').map((pair) => ({ from: pair[0]!, to: pair[1]! }));

/** `A+` is done, `A~` is begun. */
const rows: readonly (readonly [ids: string, edges: string, states: string, next: string, travelled: number[]])[] = [
  ['ABC', 'AB BC', '', '', []],
  ['ABC', 'AB BC', 'A+', 'B', []],
  ['ABC', 'AB BC', 'A+ B+', 'C', [0]],
  ['ABC', 'AB BC', 'A~', '', []],
  ['ABC', 'AC BC', 'A+', 'B', []],
  ['ABC', 'AC BC', 'A+ B+', 'C', []],
  ['AB', 'AA AB BA', 'A+', 'B', [0]],
  ['AB', 'AB', 'A+ B+', '', [0]],
  ['ABCD', 'AB CD', 'B~', 'AC', []],
];

describe('The path through a diagram', () => {
  for (const [ids, arrows, states, next, travelled] of rows) {
    it(`of ${arrows} with ${states || 'nothing'} marked leads on to ${next || 'nothing'}`, () => {
      const marked = new Map(
        states
          .split(' ')
          .filter(Boolean)
          .map((one): [string, SkillState] => [one[0]!, one[1] === '+' ? 'done' : 'doing']),
      );
      const path = skillPath([...ids], edges(arrows), marked);
      assert.equal([...path.next].join(''), next);
      assert.deepEqual([...path.travelled], travelled);
    });
  }
});
