import assert from 'node:assert/strict';
import { plainLabel } from '../../../src/core/text/plain-label';

describe('plainLabel', () => {
  const cases: readonly (readonly [label: string, plain: string])[] = [
    ['🧠 Reasoning Models 🤖', 'reasoning models'],
    ['Multi-Head<br/>Latent  Attention', 'multi-head latent attention'],
    ['**Bold** and _slanted_ `code`', 'bold and slanted code'],
    ['"Quoted" “text”', 'quoted text'],
    ['fa:fa-ban forbidden', 'forbidden'],
    ['snake_case_id', 'snake_case_id'],
    ['Ünïcode', 'ünïcode'],
    ['a < b > c', 'a < b > c'],
    ['🎯', ''],
    ['', ''],
  ];
  for (const [label, plain] of cases) {
    it(`reads ${JSON.stringify(label)} as ${JSON.stringify(plain)}`, () => assert.equal(plainLabel(label), plain));
  }
});
