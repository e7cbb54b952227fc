import { Tensor } from '../../../../src/core/reference/tensor';
import { type TransformerModel, type TransformerTrace, transformer } from '../../../../src/core/reference/transformer';
import { gpuOperations } from '../../../../webview/gpu/gpu-operations';
import { describe, kernelCase, Skipped } from './cases';
import { gaussian } from './draw';
import { errorOf, expect, expectEqual, expectNear, expectWithin } from './expect';
import { readShared } from './shared-data';

const kernels = ['gather', 'normalize', 'matmul', 'matmul-vec4', 'softmax', 'pointwise'] as const;
const routedKernels = [...kernels, 'moe-gate', 'moe-count', 'moe-scan', 'moe-rank', 'moe-scatter'] as const;

function drawnModel(
  vocabulary: number,
  context: number,
  heads: number,
  width: number,
  layers: number,
  experts?: { readonly count: number; readonly chosen: number },
): TransformerModel {
  let seed = 0;
  const tensor = (...shape: number[]) => gaussian(shape, ++seed, shape.length > 1 ? shape[1]! ** -0.5 : 1);
  const linear = (outer: number, inner: number) => ({ weight: tensor(outer, inner), bias: tensor(outer) });
  const norm = () => ({ gain: tensor(width), shift: tensor(width) });
  const feedForward = () => ({ up: linear(4 * width, width), down: linear(width, 4 * width) });
  return {
    heads,
    tokenEmbedding: tensor(vocabulary, width),
    positionEmbedding: tensor(context, width),
    blocks: Array.from({ length: layers }, () => ({
      attentionNorm: norm(),
      queryKeyValue: linear(3 * width, width),
      attentionOutput: linear(width, width),
      feedForwardNorm: norm(),
      ...(experts
        ? {
            ...{ router: tensor(experts.count, width), topK: experts.chosen },
            experts: Array.from({ length: experts.count }, feedForward),
          }
        : feedForward()),
    })),
    finalNorm: norm(),
    head: tensor(vocabulary, width),
  };
}

interface Stored {
  readonly shape: number[];
  readonly data: string;
}

async function stores(file: string): Promise<(name: string) => Tensor> {
  const text = await readShared(file);
  if (text === undefined) throw new Skipped('reference data absent');
  const all = JSON.parse(text) as Record<string, Stored>;
  return (name) => {
    const { shape, data } = all[name]!;
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new Tensor(shape, Float64Array.from(new Float32Array(bytes.buffer)));
  };
}

async function trainedModel(): Promise<TransformerModel> {
  const tensor = await stores('data/gpt-nano-sort-model.json');
  const linear = (name: string) => ({ weight: tensor(`${name}.weight`), bias: tensor(`${name}.bias`) });
  const norm = (name: string) => ({ gain: tensor(`${name}.weight`), shift: tensor(`${name}.bias`) });
  return {
    heads: 3,
    tokenEmbedding: tensor('transformer.wte.weight'),
    positionEmbedding: tensor('transformer.wpe.weight'),
    blocks: [0, 1, 2].map((layer) => ({
      attentionNorm: norm(`transformer.h.${layer}.ln_1`),
      queryKeyValue: linear(`transformer.h.${layer}.attn.c_attn`),
      attentionOutput: linear(`transformer.h.${layer}.attn.c_proj`),
      feedForwardNorm: norm(`transformer.h.${layer}.ln_2`),
      up: linear(`transformer.h.${layer}.mlp.c_fc`),
      down: linear(`transformer.h.${layer}.mlp.c_proj`),
    })),
    finalNorm: norm('transformer.ln_f'),
    head: tensor('lm_head.weight'),
  };
}

function expectSame(actual: TransformerTrace, expected: TransformerTrace): void {
  expectEqual(Object.keys(actual).sort(), Object.keys(expected).sort(), 'steps');
  for (const name of ['tokenEmbeddings', 'positions', 'embedded', 'normed', 'logits'] as const)
    expectNear(actual[name], expected[name], name, 1e-5);
  for (const [i, block] of expected.blocks.entries()) {
    const { routing, ...steps } = actual.blocks[i]!;
    const { routing: chosen, ...all } = block;
    expectEqual(Object.keys(steps).sort(), Object.keys(all).sort(), 'steps of a block');
    for (const [name, tensor] of Object.entries(all) as [keyof typeof all, Tensor][])
      expectNear(steps[name], tensor, `block ${i}, ${name}`, 1e-5);
    expectEqual(routing?.slots, chosen?.slots, 'slots');
    if (!routing || !chosen) continue;
    expectEqual([...routing.experts], [...chosen.experts], `block ${i}, chosen experts`);
    for (const name of ['logits', 'scores', 'weights'] as const)
      expectNear(routing[name], chosen[name], `block ${i}, ${name}`, 1e-5);
  }
}

describe('transformer', () => {
  kernelCase(kernels, 'every step of a drawn model', async (gpu) => {
    const model = drawnModel(13, 20, 3, 12, 2);
    const tokens = [4, 0, 12, 7, 7, 3, 1];
    expectSame(await gpuOperations(gpu).transformer(model, tokens), transformer(model, tokens));
  });

  for (const experts of [
    { count: 5, chosen: 2 },
    { count: 1, chosen: 1 },
    { count: 8, chosen: 8 },
  ])
    kernelCase(
      [...routedKernels, 'moe-product', 'moe-combine'],
      `every step of a drawn model, ${experts.chosen} of ${experts.count} experts for each token`,
      async (gpu) => {
        const model = drawnModel(13, 80, 3, 12, 2, experts);
        const tokens = Array.from({ length: 70 }, (_, i) => (i * 7) % 13);
        expectSame(await gpuOperations(gpu).transformer(model, tokens), transformer(model, tokens));
        const texts = [tokens.slice(0, 9), tokens.slice(3, 12)];
        const logits = await gpuOperations(gpu).transformerLogits(model, texts);
        for (const [i, text] of texts.entries())
          expectWithin(logits.row(i), transformer(model, text).logits.data, 1e-5, `text ${i}`);
      },
    );

  kernelCase(kernels, 'many texts at once are each by itself', async (gpu) => {
    const model = drawnModel(9, 8, 2, 8, 2);
    const texts = [
      [1, 2, 3, 4, 5],
      [8, 8, 0, 8, 8],
      [5, 4, 3, 2, 1],
    ];
    const actual = await gpuOperations(gpu).transformerLogits(model, texts);
    for (const [i, tokens] of texts.entries())
      expectWithin(actual.row(i), transformer(model, tokens).logits.data, 1e-5, `text ${i}`);
  });

  kernelCase([], 'too long a text and an unknown token are errors', async (gpu) => {
    const model = drawnModel(3, 4, 1, 4, 1);
    const { transformer: run } = gpuOperations(gpu);
    expect((await errorOf(() => run(model, [0, 3]))).message.includes('token 3'), 'unknown token');
    expect((await errorOf(() => run(model, [0, 1, 2, 0, 1]))).message.includes('context of 4'), 'too long');
  });

  kernelCase(kernels, 'a trained model agrees with its recorded activations', async (gpu) => {
    const model = await trainedModel();
    const recorded = await stores('data/gpt-nano-sort-t0-partials.json');
    const inputs = recorded('idx');
    for (let text = 0; text < 3; text++) {
      const trace = await gpuOperations(gpu).transformer(model, [...inputs.row(text)]);
      const same = (name: string, actual: Tensor, tolerance: number) =>
        expectWithin(actual.data, recorded(name).row(text), tolerance, `text ${text}, ${name}`);
      const first = trace.blocks[0]!;
      same('x', trace.embedded, 1e-6);
      same('ln1', first.attentionInput, 1e-5);
      for (const [name, part] of Object.entries({ q: first.query, k: first.key, v: first.value }))
        same(name, part, 1e-5);
      same('attSm', first.weights, 1e-6);
      same('yProj', first.attentionOutput, 1e-5);
      same('gelu', first.activated, 1e-5);
      for (const layer of [0, 1, 2]) same(`block${layer}`, trace.blocks[layer]!.output, 1e-5);
      same('lm_head', trace.logits, 1e-5);
    }
  });

  kernelCase(kernels, 'a trained model sorts all 729 inputs', async (gpu) => {
    const model = await trainedModel();
    const inputs = Array.from({ length: 729 }, (_, code) =>
      Array.from({ length: 6 }, (_, i) => Math.floor(code / 3 ** i) % 3),
    );
    // Causal: one pass over the input and its answer shows what each step would have chosen.
    const texts = inputs.map((input) => [...input, ...input.toSorted().slice(0, 5)]);
    const logits = await gpuOperations(gpu).transformerLogits(model, texts);
    for (const [i, input] of inputs.entries()) {
      const chosen = [5, 6, 7, 8, 9, 10].map((at) => {
        const row = logits.row(i, at);
        return row.indexOf(Math.max(...row));
      });
      expectEqual(chosen, input.toSorted(), `input ${input}`);
    }
  });
});
