import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Random } from '../../../src/core/reference/random';
import { softmax } from '../../../src/core/reference/softmax';
import { Tensor } from '../../../src/core/reference/tensor';
import {
  type Linear,
  type Norm,
  type RoutedBlock,
  type TransformerModel,
  transformer,
  transformerBlock,
} from '../../../src/core/reference/transformer';
import { assertClose } from '../../support/close';
import { sharedFile, skipWithoutShared } from '../../support/shared';

const modelFile = sharedFile('data/gpt-nano-sort-model.json');
const partialsFile = sharedFile('data/gpt-nano-sort-t0-partials.json');

interface Stored {
  readonly shape: number[];
  readonly data: string;
}

type Stores = Readonly<Record<string, Stored>>;

function load(file: string): (name: string) => Tensor {
  const stores = JSON.parse(readFileSync(file, 'utf8')) as Stores;
  return (name) => {
    const { shape, data } = stores[name]!;
    const bytes = Buffer.from(data, 'base64');
    return Tensor.generate(shape, (i) => bytes.readFloatLE(4 * i));
  };
}

function readModel(file: string): TransformerModel {
  const tensor = load(file);
  const linear = (name: string): Linear => ({ weight: tensor(`${name}.weight`), bias: tensor(`${name}.bias`) });
  const norm = (name: string): Norm => ({ gain: tensor(`${name}.weight`), shift: tensor(`${name}.bias`) });
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

describe('transformer', () => {
  before(function () {
    if (!modelFile || !partialsFile) skipWithoutShared(this);
  });

  it('agrees with the recorded activations of a trained model, step by step', () => {
    const model = readModel(modelFile!);
    const recorded = load(partialsFile!);
    const inputs = recorded('idx');
    const compare = (batch: number, name: string, actual: Tensor, tolerance: number) =>
      assertClose(actual.data, recorded(name).row(batch), tolerance);
    for (let batch = 0; batch < 3; batch++) {
      const trace = transformer(model, inputs.row(batch));
      const first = trace.blocks[0]!;
      assertClose(trace.tokenEmbeddings.data, recorded('tok_emb').row(batch), 0);
      compare(batch, 'x', trace.embedded, 1e-6);
      compare(batch, 'ln1', first.attentionInput, 1e-5);
      compare(batch, 'q', first.query, 1e-5);
      compare(batch, 'k', first.key, 1e-5);
      compare(batch, 'v', first.value, 1e-5);
      compare(batch, 'attSm', first.weights, 1e-6);
      compare(batch, 'yProj', first.attentionOutput, 1e-5);
      compare(batch, 'attnResid', first.afterAttention, 1e-5);
      compare(batch, 'ln2', first.feedForwardInput, 1e-5);
      compare(batch, 'fc', first.hidden, 1e-5);
      compare(batch, 'gelu', first.activated, 1e-5);
      compare(batch, 'mlp', first.feedForwardOutput, 1e-5);
      for (const layer of [0, 1, 2]) compare(batch, `block${layer}`, trace.blocks[layer]!.output, 1e-5);
      compare(batch, 'ln_f', trace.normed, 1e-5);
      compare(batch, 'lm_head', trace.logits, 1e-5);
      compare(batch, 'probs', softmax(trace.logits), 1e-6);
    }
  });

  it('sorts all 729 inputs', () => {
    const model = readModel(modelFile!);
    for (let code = 0; code < 729; code++) {
      const input = Array.from({ length: 6 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      const sorted = input.toSorted();
      // Causal: one pass over the input and its answer shows what each step would have chosen.
      const { logits } = transformer(model, [...input, ...sorted.slice(0, 5)]);
      const chosen = [5, 6, 7, 8, 9, 10].map((at) => logits.row(at).indexOf(Math.max(...logits.row(at))));
      assert.deepEqual(chosen, sorted);
    }
  });
});

describe('a layer with experts', () => {
  const [width, wide, count] = [4, 3, 3];
  const random = new Random(11, 'routed');
  const tensor = (...shape: number[]) => random.gaussians(shape, 0.7);
  const linear = (outer: number, inner: number): Linear => ({ weight: tensor(outer, inner), bias: tensor(outer) });
  const norm = (): Norm => ({ gain: tensor(width), shift: tensor(width) });
  const block: RoutedBlock = {
    ...{ attentionNorm: norm(), queryKeyValue: linear(3 * width, width), attentionOutput: linear(width, width) },
    ...{ feedForwardNorm: norm(), router: tensor(count, width), topK: 2 },
    experts: Array.from({ length: count }, () => ({ up: linear(wide, width), down: linear(width, wide) })),
  };
  const x = tensor(5, width);

  it('adds what the chosen experts answer, weighted, computed number by number', () => {
    const { feedForwardInput, feedForwardOutput, afterAttention, output, routing } = transformerBlock(x, block, 2);
    const used = new Set<number>();
    for (let token = 0; token < 5; token++) {
      const row = [...feedForwardInput.row(token)];
      const dot = (weights: Float64Array, values: readonly number[]) =>
        values.reduce((sum, value, i) => sum + value * weights[i]!, 0);
      const logits = [0, 1, 2].map((expert) => dot(block.router.row(expert), row));
      // Two of three: all but the least.
      const left = logits.indexOf(Math.min(...logits));
      const total = logits.reduce((sum, logit, expert) => sum + (expert === left ? 0 : Math.exp(logit)), 0);
      const expected = new Array<number>(width).fill(0);
      for (const expert of [0, 1, 2]) {
        if (expert === left) continue;
        used.add(expert);
        const { up, down } = block.experts[expert]!;
        const hidden = Array.from({ length: wide }, (_, i) => {
          const z = dot(up.weight.row(i), row) + up.bias.data[i]!;
          return (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));
        });
        for (let i = 0; i < width; i++)
          expected[i]! += (Math.exp(logits[expert]!) / total) * (dot(down.weight.row(i), hidden) + down.bias.data[i]!);
      }
      assertClose(feedForwardOutput.row(token), Float64Array.from(expected), 1e-12);
      const sum = expected.map((value, i) => value + afterAttention.row(token)[i]!);
      assertClose(output.row(token), Float64Array.from(sum), 1e-12);
      const chosen = routing!.experts.subarray(2 * token, 2 * token + 2);
      assert.equal(logits[chosen[0]!], Math.max(...logits));
      assert.ok(!chosen.includes(left));
    }
    assert.equal(used.size, count);
  });

  it('gives ties to the lower expert', () => {
    const even = { ...block, router: new Tensor([count, width]) };
    const { routing } = transformerBlock(x, even, 2);
    assert.deepEqual([...routing!.experts], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    assert.ok(routing!.weights.data.every((weight) => weight === 0.5));
  });

  it('of a single expert is the dense layer', () => {
    const [expert] = block.experts;
    const alone = { ...block, router: tensor(1, width), topK: 1, experts: [expert!] };
    const { router: _, experts: __, topK: ___, ...parts } = alone;
    assertClose(
      transformerBlock(x, alone, 2).output.data,
      transformerBlock(x, { ...parts, ...expert! }, 2).output.data,
      1e-14,
    );
  });
});
