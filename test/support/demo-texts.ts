/** A lesson of one demo. */
export const fence = (kind: string, ...lines: string[]) =>
  ['# Lesson', '', `\`\`\`${kind}`, ...lines, '```', ''].join('\n');

/** A demo of every kind, by what is shown of it. */
export const demoTexts: Readonly<Record<string, string>> = {
  attention: fence('attention', 'text: the cat sat', 'temperature: 1 # warm', 'expect:', '  row_sum_error: "< 1e-12"'),
  'sparse attention': fence(
    'attention',
    'tokens: 24',
    'causal: true',
    'sparse: { kind: selected, block: 4, keep: 2 }',
    'expect:',
    '  pairs_share: 47%',
  ),
  moe: fence('moe', 'preset: deepseek-v3', 'tokens: 8', 'expect:', '  drop_rate: 0.5'),
  mla: fence('mla', 'preset: deepseek-v2'),
  'scaling-law': fence('scaling-law', 'fit: hoffmann-2022', 'compute: 5.76e23'),
  transformer: fence('transformer', 'text: A C B'),
  sampling: fence('sampling', 'samples: 200', 'correct: 20', 'k: 10', 'verifier: 0.9', 'larger: 0.45'),
  collective: fence(
    'collective',
    'bytes: 1e9',
    'topology: { preset: dgx-h100, nodes: 2 }',
    'layer: { node_limit: 2 }',
    'compute: 5000',
  ),
  'multi-token': fence('multi-token', 'acceptance: 0.8', 'draft: 4', 'draft_cost: 0.05'),
  'model-size': fence('model-size', 'preset: mixtral-8x7b', 'devices: 64', 'zero: 1', 'tokens: 1e12'),
  'loss-curve': fence('loss-curve', 'steps: 300', 'bad_batches: [150]'),
  precision: fence('precision', 'values: [0.1, 300, 70000]', 'scaling: block', 'accumulate: 14'),
  growth: fence('growth', 'preset: memory-wall'),
  compute: fence(
    'compute',
    'let:',
    '  - layers = 61',
    '  - cache = layers * 576 * 2 bytes * 131_072',
    '  - share = layers / 0',
    'expect:',
    '  cache: 9.2 GB',
  ),
};
