import assert from 'node:assert/strict';
import { proposedMnemonics } from '../../../src/core/overview/mnemonic';

describe('proposedMnemonics', () => {
  for (const [name, word, acronym] of [
    ['Leadership and Collaboration', 'LeCo', 'LC'],
    ['Security and Compliance', 'SeCo', 'SC'],
    ['Data Engineering', 'DaEn', 'DE'],
    ['Tokenization', 'Toke', 'TO'],
    ['The Fair Router of Experts', 'FaRo', 'FR'],
  ] as const) {
    it(`proposes ${word} and ${acronym} for “${name}”`, () => {
      assert.deepEqual(proposedMnemonics(new Set())(name), { word, acronym });
    });
  }

  it('proposes no acronym that is taken, nor one twice', () => {
    const propose = proposedMnemonics(new Set(['LC']));
    assert.deepEqual(propose('Leadership and Collaboration'), { word: 'LeCo', acronym: 'LECO' });
    assert.equal(propose('Legal Counsel'), undefined);
    assert.equal(propose('Loom Care')?.acronym, 'LOCA');
  });

  it('proposes nothing for a name without letters', () => {
    assert.equal(proposedMnemonics(new Set())('2024'), undefined);
  });
});
