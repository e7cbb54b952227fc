import assert from 'node:assert/strict';
import { sameNode } from '../../../src/core/mermaid/same-node';

describe('sameNode', () => {
  const isAcronym = (id: string) => id === 'MHA';
  const node = (id: string, text?: string) => ({ id, ...(text !== undefined && { label: { text } }) });

  it('keeps ids of two diagrams apart, labelled or not', () => {
    assert.equal(sameNode(node('A', 'Attention'), node('A', 'Router'), isAcronym), false);
    assert.equal(sameNode(node('A'), node('A'), isAcronym), false);
    assert.equal(sameNode(node('A', ' '), node('A', ''), isAcronym), false);
  });

  it('joins an id that is an acronym of the glossary, whatever the labels', () => {
    assert.equal(sameNode(node('MHA', 'Heads'), node('MHA'), isAcronym), true);
    assert.equal(sameNode(node('MHA'), node('A'), isAcronym), false);
  });

  it('joins labels that agree but for emoji, quotes, markup and case', () => {
    assert.equal(sameNode(node('A', '🧠 "Mixture of **Experts**"'), node('A', 'mixture of experts'), isAcronym), true);
    assert.equal(sameNode(node('A', 'Mixture'), node('M', 'mixture'), isAcronym), true);
  });
});
