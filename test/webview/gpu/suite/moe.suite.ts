import { meanShares, zLoss } from '../../../../src/core/reference/moe/balance';
import { type CapacityOptions, dispatch, expertCapacity } from '../../../../src/core/reference/moe/capacity';
import { type Expert, mixtureOfExperts } from '../../../../src/core/reference/moe/experts';
import {
  type GateOptions,
  gate,
  gateConventions,
  groupJudges,
  type Routing,
} from '../../../../src/core/reference/moe/gate';
import { Random } from '../../../../src/core/reference/random';
import { Tensor } from '../../../../src/core/reference/tensor';
import type { Gpu } from '../../../../webview/gpu/gpu';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase } from './cases';
import { gaussian, length, rounded } from './draw';
import { errorOf, expect, expectEqual, expectNear, expectWithin } from './expect';

const plain: CapacityOptions = { capacity: Number.POSITIVE_INFINITY, overflow: 'drop', policy: 'position' };

/**
 * Whether a token's choice hangs on a margin that rounding to f32 could cross: either answer would be right, so none is
 * asked for.
 */
function close(routing: Routing, token: number, options: GateOptions): boolean {
  const experts = routing.selection.size(1);
  const selection = routing.selection.row(token);
  const near = (a = Number.NaN, b = Number.NaN) => Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b));
  const dropped = routing.dropped.subarray(token * experts, (token + 1) * experts);
  const open = [...selection].map((score, expert) =>
    dropped[expert] && options.convention === 'transformers' ? 0 : dropped[expert] ? Number.NEGATIVE_INFINITY : score,
  );
  const best = open.sort((a, b) => b - a).slice(0, routing.slots + 1);
  // Equal zeros of dropped experts are a true tie, the same in every precision.
  if (best.some((score, i) => i > 0 && score !== 0 && near(score, best[i - 1]))) return true;
  const { groups } = options;
  if (!groups) return false;
  const size = experts / groups.count;
  const sums = Array.from({ length: groups.count }, (_, group) => {
    const members = [...selection.subarray(group * size, (group + 1) * size)].sort((a, b) => b - a);
    return members.slice(0, groupJudges(options, groups.keep)).reduce((sum, score) => sum + score, 0);
  }).sort((a, b) => b - a);
  return near(sums[groups.keep - 1], sums[groups.keep]);
}

async function compareGate(gpu: Gpu, logits: Tensor, options: GateOptions, what: string): Promise<void> {
  const expected = gate(logits, options);
  const { routing, shares, meanSquaredLogSumExp } = await gpuOperations(gpu).route(logits, options);
  expectNear(routing.scores, expected.scores, `${what}: scores`);
  expectEqual(routing.slots, expected.slots, `${what}: slots`);
  let compared = 0;
  for (let token = 0; token < logits.size(0); token++) {
    if (close(expected, token, options)) continue;
    compared++;
    const [from, to] = [token * expected.slots, (token + 1) * expected.slots];
    const ids = (routes: Routing) => [...routes.experts.subarray(from, to)];
    expectEqual(ids(routing), ids(expected), `${what}: experts of token ${token}`);
    expectWithin(routing.weights.row(token), expected.weights.row(token), 1e-5, `${what}: weights of token ${token}`);
    const dropped = ({ dropped }: Routing) =>
      dropped.slice(token * logits.size(1), (token + 1) * logits.size(1)).join('');
    expectEqual(dropped(routing), dropped(expected), `${what}: groups of token ${token}`);
  }
  expect(compared >= logits.size(0) / 2, `${what}: only ${compared} of ${logits.size(0)} tokens were compared`);
  expectWithin(shares, meanShares(expected.scores), 1e-6, `${what}: shares`);
  expectWithin([meanSquaredLogSumExp / zLoss(logits, 1)], [1], 1e-5, `${what}: mean squared logsumexp`);
}

describe('gate', () => {
  const gateKernels = ['moe-gate', 'moe-statistics'] as const;

  kernelCase(gateKernels, 'the worked example of eight experts in four groups', async (gpu) => {
    const logits = rounded(Tensor.from([[0.4, -1.2, 1.1, 0.3, -0.6, 0.9, 2, -2.2]]));
    const options: GateOptions = { score: 'sigmoid', topK: 3, groups: { count: 4, keep: 2 }, scale: 2.5 };
    const bias = [0, 0.1, -0.3, 0.2, 0.15, -0.05, -0.4, 0.3];
    const biased = await gpuOperations(gpu).route(logits, { ...options, bias });
    expectEqual([...biased.routing.experts], [3, 5, 4], 'experts');
    expectWithin(biased.routing.weights.data, [0.875816, 1.083939, 0.540245], 1e-6, 'weights');
    const { routing } = await gpuOperations(gpu).route(logits, options);
    expectEqual([...routing.experts], [2, 5, 3], 'experts without bias');
    expectWithin(routing.weights.data, [0.9214, 0.873123, 0.705477], 1e-6, 'weights without bias');

    const below = bias.map((b) => b - 1);
    for (const [convention, experts] of [
      ['deepseek', [3, 5, 4]],
      ['transformers', [0, 1, 6]],
    ] as const) {
      const route = await gpuOperations(gpu).route(logits, { ...options, bias: below, convention });
      expectEqual([...route.routing.experts], [...experts], convention);
    }
  });

  for (const score of ['softmax', 'sigmoid'] as const)
    for (const normalise of [true, false])
      kernelCase(gateKernels, `${score} scores, normalised ${normalise}, all conventions`, async (gpu) => {
        const logits = gaussian([67, 16], 1);
        const bias = [...gaussian([16], 2, 0.1).data];
        for (const convention of gateConventions) {
          const options: GateOptions = { score, normalise, topK: 4, convention, scale: 1.5 };
          await compareGate(gpu, logits, options, convention);
          await compareGate(gpu, logits, { ...options, bias }, `${convention}, biased`);
          const groups = { count: 4, keep: 2 };
          await compareGate(gpu, logits, { ...options, bias, groups }, `${convention}, grouped`);
        }
      });

  kernelCase(gateKernels, 'sizes of real models, one expert, and one token', async (gpu) => {
    await compareGate(
      gpu,
      gaussian([9, 160], 3),
      { score: 'softmax', topK: 6, groups: { count: 8, keep: 3 }, scale: 16 },
      'V2',
    );
    await compareGate(
      gpu,
      gaussian([9, 256], 4),
      { score: 'sigmoid', topK: 8, groups: { count: 8, keep: 4 }, scale: 2.5 },
      'V3',
    );
    await compareGate(gpu, gaussian([5, 1], 5), { score: 'softmax', topK: 1 }, 'one expert');
    await compareGate(gpu, gaussian([1, 7], 6), { score: 'softmax', topK: 7 }, 'all of them');
  });

  kernelCase(gateKernels, 'ties go to the lower expert', async (gpu) => {
    for (const score of ['softmax', 'sigmoid'] as const) {
      const equal = await gpuOperations(gpu).route(
        Tensor.generate([3, 9], () => 0.25),
        { score, topK: 4 },
      );
      expectEqual([...equal.routing.experts.subarray(4, 8)], [0, 1, 2, 3], `${score}: all equal`);
      const pairs = Tensor.generate([2, 8], (i) => Math.floor((i % 8) / 2));
      const paired = await gpuOperations(gpu).route(pairs, { score, topK: 3 });
      expectEqual([...paired.routing.experts.subarray(0, 3)], [6, 7, 4], `${score}: pairs`);
      const groups = { count: 4, keep: 2 };
      const grouped = await gpuOperations(gpu).route(
        Tensor.generate([1, 8], () => 1),
        { score, topK: 4, groups },
      );
      expectEqual([...grouped.routing.experts], [0, 1, 2, 3], `${score}: equal groups`);
    }
  });

  kernelCase(gateKernels, 'huge and tiny logits', async (gpu) => {
    // Far logits have scores of 1 and 0 for the most part: only softmax's first is sure to stand alone.
    for (const deviation of [1e-3, 30, 1000])
      for (const score of ['softmax', 'sigmoid'] as const)
        if (deviation === 1e-3 || score === 'softmax')
          await compareGate(gpu, gaussian([40, 8], 7, deviation), { score, topK: 1, normalise: true }, `${deviation}`);
    await compareGate(gpu, gaussian([40, 8], 8, 25), { score: 'softmax', topK: 4 }, 'scores too small for f32');
    await compareGate(gpu, gaussian([40, 8], 9, 9), { score: 'sigmoid', topK: 4 }, 'scores that round to 1');
  });

  kernelCase(gateKernels, 'adaptive k takes as many experts as reach p', async (gpu) => {
    const logits = gaussian([50, 12], 8, 1.5);
    for (const p of [0.1, 0.4, 0.9])
      for (const score of ['softmax', 'sigmoid'] as const)
        await compareGate(gpu, logits, { score, topK: 2, adaptive: { p } }, `p ${p}, ${score}`);
  });

  kernelCase([], 'impossible gates are the same errors as the reference gives', async (gpu) => {
    const logits = gaussian([3, 8], 9);
    for (const options of [
      { score: 'softmax', topK: 9 },
      { score: 'softmax', topK: 2, bias: [1] },
      { score: 'softmax', topK: 2, groups: { count: 3, keep: 1 } },
      { score: 'softmax', topK: 5, groups: { count: 4, keep: 2 } },
    ] as const) {
      const expected = await errorOf(() => gate(logits, options));
      const actual = await errorOf(() => gpuOperations(gpu).route(logits, options));
      expectEqual(actual.message, expected.message, 'message');
    }
  });
});

const dispatchKernels = ['moe-count', 'moe-scan', 'moe-rank', 'moe-scatter'] as const;

describe('dispatch', () => {
  // Logits of few values, so that the scores' order is exact and equal weights abound.
  const coarse = (tokens: number, experts: number, seed: number) => {
    const random = new Random(seed);
    return Tensor.generate([tokens, experts], (i) => random.below(4) * 0.5 + (i % experts < 2 ? 1 : 0));
  };

  for (const policy of ['position', 'probability'] as const)
    for (const overflow of ['drop', 'residual', 'next-best'] as const)
      kernelCase(
        policy === 'position' ? dispatchKernels : [...dispatchKernels, 'moe-rank-by-weight'],
        `capacity by ${policy}, overflow ${overflow}`,
        async (gpu) => {
          for (const [tokens, experts, topK, factor] of [
            [1, 1, 1, 1],
            [60, 7, 2, 1],
            [300, 65, 3, 1.25],
            [129, 8, 2, 0.5],
          ] as const) {
            const logits = coarse(tokens, experts, tokens);
            const options: GateOptions = { score: 'sigmoid', topK, normalise: false };
            const capacity = { capacity: expertCapacity(tokens, topK, experts, factor), overflow, policy };
            const routing = gate(logits, options);
            const expected = dispatch(logits, routing, options, capacity);
            const { dispatch: actual } = await gpuOperations(gpu).route(logits, options, capacity);
            const at = `${tokens} tokens, ${experts} experts`;
            expectEqual([...actual.counts], [...expected.counts], `${at}: counts`);
            expectEqual([...actual.load], [...expected.load], `${at}: load`);
            expectEqual(actual.dropped, expected.dropped, `${at}: dropped`);
            expectEqual([...actual.experts], [...expected.experts], `${at}: experts`);
            expectWithin(actual.weights, expected.weights, 1e-6, `${at}: weights`);
            expectWithin(actual.passed, expected.passed, 1e-6, `${at}: passed`);
            const kept = actual.load.reduce((sum, load) => sum + load, 0);
            expectEqual(kept + actual.dropped, tokens * topK, `${at}: kept and dropped`);
          }
        },
      );

  kernelCase([...dispatchKernels, 'moe-gate'], 'the same on every run', async (gpu) => {
    const logits = gaussian([700, 32], 11);
    const options: GateOptions = { score: 'softmax', topK: 4 };
    for (const policy of ['position', 'probability'] as const) {
      const capacity = { capacity: 70, overflow: 'drop', policy } as const;
      const runs = [0, 1, 2].map(() => gpuOperations(gpu).route(logits, options, capacity));
      const [first, ...others] = (await Promise.all(runs)).map(({ dispatch: sent }) => JSON.stringify(sent));
      for (const other of others) expect(other === first, `${policy}: runs differ`);
    }
  });
});

const randomExperts = (count: number, model: number, hidden: number, seed: number): Expert[] =>
  Array.from({ length: count }, (_, i) => ({
    gate: gaussian([hidden, model], seed + 3 * i, model ** -0.5),
    up: gaussian([hidden, model], seed + 3 * i + 1, model ** -0.5),
    down: gaussian([model, hidden], seed + 3 * i + 2, hidden ** -0.5),
  }));

describe('mixture of experts', () => {
  const layerKernels = [...dispatchKernels, 'moe-product', 'moe-combine', 'pointwise'] as const;

  for (const [tokens, model, hidden, experts, topK, shared] of [
    [1, 1, 1, 1, 1, 0],
    [7, 5, 3, 4, 2, 1],
    [130, 33, 20, 8, 2, 2],
    [65, 16, 70, 20, 3, 0],
  ] as const)
    kernelCase(
      layerKernels,
      `${tokens} tokens to ${experts} experts and ${shared} shared, one at a time`,
      async (gpu) => {
        const x = gaussian([tokens, model], 1);
        const routed = randomExperts(experts, model, hidden, 100);
        const always = randomExperts(shared, model, hidden, 900);
        const logits = gaussian([tokens, experts], 2);
        const options: GateOptions = { score: 'softmax', topK };
        for (const capacity of [
          plain,
          {
            capacity: expertCapacity(tokens, topK, experts, 0.75),
            overflow: 'residual',
            policy: 'probability',
          } as const,
        ]) {
          const sent = dispatch(logits, gate(logits, options), options, capacity);
          const actual = await gpuOperations(gpu).mixtureOfExperts(x, routed, always, sent);
          expectNear(actual, mixtureOfExperts(x, routed, always, sent), capacity.overflow);
        }
      },
    );

  kernelCase(layerKernels, 'randomly drawn layers, some experts without tokens', async (gpu) => {
    const random = new Random(5, 'layers');
    for (let i = 0; i < 6; i++) {
      const [tokens, model, hidden, experts] = [150, 40, 40, 12].map((most) => length(random, 1, most)) as [
        number,
        number,
        number,
        number,
      ];
      const topK = 1 + random.below(Math.min(experts, 3));
      const logits = gaussian([tokens, experts], i, 4);
      const options: GateOptions = { score: 'softmax', topK };
      const sent = dispatch(logits, gate(logits, options), options, plain);
      const x = gaussian([tokens, model], i + 10);
      const routed = randomExperts(experts, model, hidden, 1000 * i);
      const at = `[${tokens}, ${model}], hidden ${hidden}, ${topK} of ${experts}`;
      const actual = await gpuOperations(gpu).mixtureOfExperts(x, routed, [], sent);
      expectNear(actual, mixtureOfExperts(x, routed, [], sent), at);
    }
  });

  kernelCase([], 'experts of different shapes are named', async (gpu) => {
    const [first] = randomExperts(1, 4, 3, 1);
    const [second] = randomExperts(1, 4, 5, 1);
    const sent = { experts: Int32Array.of(0), weights: Float64Array.of(1) };
    const error = await errorOf(() =>
      gpuOperations(gpu).mixtureOfExperts(gaussian([1, 4], 1), [first!, second!], [], sent),
    );
    expect(error.message.includes("expert 1's gate has the shape [5, 4], expected [3, 4]"), error.message);
  });
});
