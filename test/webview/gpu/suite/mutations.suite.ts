import { EngineError } from '../../../../webview/gpu/errors';
import { type KernelName, kernels, type PreambleName, preambles } from '../../../../webview/gpu/kernels';
import { type Case, describe, deviceCases, it, openGpu, Skipped } from './cases';
import { expect } from './expect';

/** Ways to break a kernel that someone might bring about by accident. */
const mutations: readonly (readonly [kernel: KernelName | PreambleName, what: string, from: string, to: string])[] = [
  ['preambles/matmul', 'wrong scale', 'value * sizes.scale', 'value * sizes.scale * 1.0001'],
  ['matmul', 'the last step left out', 'k < sizes.inner; k++', 'k + 1u < sizes.inner; k++'],
  [
    'preambles/matmul',
    'edge not left out',
    'if (column + i + 4u < sizes.columns)',
    'if (column + i + 4u <= sizes.columns)',
  ],
  ['matmul', 'shared heads mixed up', 'head / sizes.share', 'head % sizes.share'],
  ['matmul-vec4', 'shared heads mixed up', 'head / sizes.share', 'head % sizes.share'],
  ['matmul-vec4', 'wrong scale', 'value * sizes.scale', 'value * sizes.scale * 1.0001'],
  [
    'matmul-vec4',
    'edge not left out',
    'column >= sizes.columns) {\n    return;\n  }\n  let at',
    'false) {\n    return;\n  }\n  let at',
  ],
  ['matmul-vec4', 'second half of b twice', 'second + (4u * k + 2u)', 'second + (4u * k + 1u)'],
  ['matmul-tiled', 'the last piece left out', 'start < sizes.inner; start', 'start + depth <= sizes.inner; start'],
  ['matmul-tiled', 'no wait for the pieces', 'workgroupBarrier();\n    for (var k', 'for (var k'],
  ['matmul-tiled', 'wrong half of b', 'local.x * 2u + 1u', 'local.x * 2u'],
  ['softmax', 'maximum not subtracted', 'exp(x[start + i] - highest)', 'exp(x[start + i])'],
  ['softmax', 'sees one key ahead', 'sizes.offset + 1,', 'sizes.offset + 2,'],
  ['softmax', 'mask ignored', 'mask[query * sizes.columns + key] != 0u', 'mask[query * sizes.columns + key] < 2u'],
  ['softmax-subgroup', 'maximum of one lane', 'highest = subgroupMax(highest);', ''],
  ['softmax-subgroup', 'subgroups of 32 assumed', 'i += width)', 'i += 32u)'],
  ['flash-attention', 'maximum not subtracted', 'exp(scores - now)', 'exp(scores)'],
  ['flash-attention', 'wrong scale', 'left0 * sizes.scale', 'left0 * sizes.scale * 1.001'],
  ['flash-attention', 'earlier tiles not scaled down', 'shrink[row] = exp(before - now);', 'shrink[row] = 1.0;'],
  ['flash-attention', 'sees one key ahead', 'sizes.offset + 1,', 'sizes.offset + 2,'],
  ['flash-attention', 'sum of the last tile only', 'totals[row] * shrink[row] + (sum.x', '(sum.x'],
  ['flash-attention', 'mask ignored', '!= vec4u(0u)', '!= vec4u(7u)'],
  ['flash-attention', 'keys beyond the last count', 'keys < vec4u(end)', 'keys < max(vec4u(end), vec4u(32u))'],
  ['sparse-attention', 'maximum not subtracted', 'exp(score - now)', 'exp(score)'],
  ['sparse-attention', 'wrong scale', 'product * sizes.scale', 'product * sizes.scale * 1.001'],
  ['sparse-attention', 'earlier tiles not scaled down', 'exp(highest - now), first', '1.0, first'],
  ['sparse-attention', 'shared heads mixed up', 'sizes.queries / sizes.share', 'sizes.queries % sizes.share'],
  ['sparse-attention', 'sum of the last tile only', 'total *= shrink;', 'total = 0.0;'],
  ['sparse-attention', 'keys taken in their order', 'listed[first + i]', '(i)'],
  ['normalize', 'mean not taken off', 'let distance = x[start + i] - mean;', 'let distance = x[start + i];'],
  ['normalize', 'epsilon left out', ' + sizes.epsilon)', ')'],
  ['pointwise', 'the other GELU', '0.044715', '0.0447'],
  ['pointwise', 'overflow', 'exp(-min(abs(value), 87.0))', 'exp(-value)'],
  ['rotary', 'turned the other way', 'pair.x * turn.x - pair.y * turn.y', 'pair.x * turn.x + pair.y * turn.y'],
  ['gather', 'positions not begun anew', 'token % sizes.length * sizes.width', 'token * sizes.width'],
  ['loss-surface', 'axes exchanged', 'models[i / sizes.tokens]', 'models[i % sizes.tokens]'],
  [
    'moe-gate',
    'unstable top-k',
    'score == last.score && index > last.index',
    'score == last.score && index < last.index',
  ],
  ['moe-gate', 'ties to the higher expert', 'score > best.score', 'score >= best.score'],
  [
    'moe-gate',
    'bias in the weights',
    'var weight = scores[expert];',
    'var weight = selection(at, u32(chosen[slot + i]));',
  ],
  [
    'moe-gate',
    'maximum not subtracted',
    'let power = exp(logits[at + expert] - highest);',
    'let power = exp(logits[at + expert]);',
  ],
  ['moe-gate', 'groups ignored', '(groups & (1u << (expert * sizes.groups / sizes.experts))) == 0u', 'false'],
  ['moe-statistics', 'shares of unnormalised scores', ' / sums[token].x', ''],
  ['moe-count', 'the last pair of a block left out', 'i < block; i++', 'i < block - 1u; i++'],
  ['moe-scan', 'capacity ignored', 'min(sum, sizes.capacity)', 'sum'],
  [
    'moe-scan',
    'places overlap',
    'segments[expert] = vec4u(segment.xy, sums.zw);',
    'segments[expert] = vec4u(segment.xy, sums.z / 2u, sums.w);',
  ],
  ['moe-rank', 'blocks before forgotten', 'before[number * sizes.experts + expert]', '0u * before[0]'],
  ['moe-rank-by-weight', 'lightest first', 'heavier > weight ||', 'heavier < weight ||'],
  ['moe-rank-by-weight', 'ties to the later pair', 'other < pair', 'other > pair'],
  ['moe-scatter', 'one too many', 'ranks[pair] < segment.y', 'ranks[pair] <= segment.y'],
  ['moe-product', 'tokens not gathered', 'order[place] / sizes.slots', '(place + 0u * order[place])'],
  ['moe-product', 'the expert before', 'segments[middle].w <= tile', 'segments[middle].w < tile'],
  ['moe-product', 'one bias for all experts', 'bias[expert * sizes.columns + column]', 'bias[column]'],
  ['moe-combine', 'weights left out', 'weights[slot] * answers', 'abs(sign(weights[slot])) * answers'],
  ['moe-combine', 'lost pairs pass nothing', 'sum += weights[slot] * x[i];', 'sum += 0.0 * x[i];'],
];

describe('broken on purpose', () => {
  for (const [kernel, what, from, to] of mutations)
    it(`${kernel}, ${what}: noticed`, async () => {
      const source = { ...kernels, ...preambles }[kernel];
      expect(source.includes(from), `the kernel no longer holds: ${from}`);
      const gpu = await openGpu({ [kernel]: source.replaceAll(from, to) });
      try {
        const watching = deviceCases.filter((one) =>
          one.kernels.some((name) => name === kernel || `preambles/${name}` === kernel),
        );
        const ran = { any: false };
        for (const one of watching) if (await fails(one, gpu, ran)) return;
        if (!ran.any) throw new Skipped('nothing here runs this kernel');
        throw new Error(`none of ${watching.length} cases noticed`);
      } finally {
        gpu.destroy();
      }
    });

  it('every kernel is broken at least once', async () => {
    const broken = new Set(mutations.map(([kernel]) => kernel));
    const whole = Object.keys(kernels).filter((name) => !broken.has(name as KernelName));
    expect(whole.length === 0, whole.join(', '));
  });
});

async function fails(one: Case, gpu: Parameters<Case['run']>[0], ran: { any: boolean }): Promise<boolean> {
  try {
    await one.run(gpu);
    ran.any = true;
    return false;
  } catch (error) {
    // It has to run: a result that is wrong is what must be noticed.
    if (error instanceof EngineError) throw error;
    return !(error instanceof Skipped);
  }
}
