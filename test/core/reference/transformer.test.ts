import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { softmax } from '../../../src/core/reference/softmax';
import { Tensor } from '../../../src/core/reference/tensor';
import { type Linear, type Norm, type TransformerModel, transformer } from '../../../src/core/reference/transformer';
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
