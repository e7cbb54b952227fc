import assert from 'node:assert/strict';
import { renamedUse } from '../../../src/core/glossary/renamed-use';

describe('renamedUse', () => {
  const cases: readonly (readonly [use: string, name: string, renamed: string, expected: string])[] = [
    ['Query', 'Query', 'Probe', 'Probe'],
    ['query', 'Query', 'Probe', 'probe'],
    ['queries', 'Query', 'Probe', 'probes'],
    ['Queries', 'Query', 'Entry', 'Entries'],
    ['QUERY', 'Query', 'Probe', 'PROBE'],
    ["query's", 'Query', 'Probe', "probe's"],
    ['query’s', 'Query', 'Probe', 'probe’s'],
    ['Mixture of Experts', 'Mixture of Experts', 'Sparse Layer', 'Sparse Layer'],
    ['Mixture of experts', 'Mixture of Experts', 'Sparse Layer', 'Sparse layer'],
    ['mixture of experts', 'Mixture of Experts', 'Sparse Layer', 'sparse layer'],
    ['mixture-of-experts', 'Mixture of Experts', 'Sparse Layer', 'sparse-layer'],
    ['mixture of\nexperts', 'Mixture of Experts', 'MoE Layer', 'MoE\nlayer'],
    ['mixtures of experts', 'Mixture of Experts', 'Sparse Layer', 'sparse layers'],
    ['sparse layers', 'Sparse Layer', 'Mixture of Experts', 'mixtures of experts'],
    ['multi head attention', 'Multi-Head Attention', 'Many-Head Attention', 'many head attention'],
    ['scaling law', 'Scaling Laws', 'Power Rules', 'power rule'],
    ['**mixture** of experts', 'Mixture of Experts', 'Sparse Layer', 'sparse layer'],
    ['mixture** of experts', 'Mixture of Experts', 'Sparse Layer', 'sparse layer**'],
    ['mixture **of experts', 'Mixture of Experts', 'Sparse Layer', '**sparse layer'],
    ['gate', 'gate', 'latch', 'latch'],
    ['Gate', 'gate', 'latch', 'Latch'],
    ['注意力', '注意力', '查询', '查询'],
  ];
  for (const [use, name, renamed, expected] of cases) {
    it(`${JSON.stringify(use)} of ${name} becomes ${JSON.stringify(expected)}`, () =>
      assert.equal(renamedUse(use, { text: name, exact: false }, renamed), expected));
  }

  it('keeps what follows an acronym', () => {
    const form = { text: 'MoE', exact: true };
    assert.deepEqual(
      ['MoE', 'MoEs', "MoE's", '**MoE'].map((use) => renamedUse(use, form, 'SL')),
      ['SL', 'SLs', "SL's", '**SL'],
    );
  });
});
