import assert from 'node:assert/strict';
import { Random } from '../../../../src/core/reference/random';
import { type DraftHead, nextState } from '../../../../src/core/reference/speculative/draft-head';
import { decoding, logitsOf } from '../../../../src/core/reference/speculative/speculative-decoding';
import { Tensor } from '../../../../src/core/reference/tensor';
import { type TransformerModel, transformer } from '../../../../src/core/reference/transformer';
import { draftTensors, learnDraft } from '../../../../tools/train/draft-learner';

const [width, vocabulary, context] = [4, 5, 12];
const random = new Random(3, 'tests');
const gaussians = (...shape: number[]) => random.gaussians(shape);
const norm = () => ({ gain: new Tensor([width], new Float64Array(width).fill(1)), shift: new Tensor([width]) });
const linear = (outer: number, inner: number) => ({ weight: gaussians(outer, inner), bias: gaussians(outer) });

/** A small model with random weights. */
const model: TransformerModel = {
  heads: 2,
  ...{ tokenEmbedding: gaussians(vocabulary, width), positionEmbedding: gaussians(context, width) },
  blocks: [
    {
      ...{ attentionNorm: norm(), queryKeyValue: linear(3 * width, width), attentionOutput: linear(width, width) },
      ...{ feedForwardNorm: norm(), up: linear(8, width), down: linear(width, 8) },
    },
  ],
  ...{ finalNorm: norm(), head: gaussians(vocabulary, width) },
};
const head: DraftHead = { up: linear(6, 2 * width), down: linear(width, 6) };

const options = { temperature: 0, tokens: 30, context, seed: 1 };
const write = (draft: number, own = head, more: Partial<typeof options> = {}) => {
  const passes = [...decoding(model, own, [1, 2], { ...options, ...more, draft })];
  return { passes, ids: passes.flatMap(({ drafted, accepted, own }) => [...drafted.slice(0, accepted), own]) };
};

describe('speculative decoding', () => {
  it('writes by the greatest what the model writes alone, whatever is drafted', () => {
    // Short enough that nothing of the text is let go, which comes at other places for longer drafts.
    const alone = write(0, head, { tokens: 6 }).ids;
    for (const draft of [1, 2, 3]) assert.deepEqual(write(draft, head, { tokens: 6 }).ids.slice(0, 6), alone);
    const greatest = (ids: number[]) => {
      const { logits } = transformer(model, ids);
      const row = logits.row(ids.length - 1);
      return row.indexOf(Math.max(...row));
    };
    const ids = [1, 2];
    for (const id of alone) {
      assert.equal(id, greatest(ids));
      ids.push(id);
    }
  });

  it('accepts a token where the model would have written it, and the pass ends at the first that is refused', () => {
    const { passes } = write(3);
    assert.deepEqual(passes[0], { drafted: [], accepted: 0, own: passes[0]!.own });
    for (const { drafted, accepted, own } of passes.slice(1)) {
      assert.equal(drafted.length, 3);
      if (accepted < 3) assert.notEqual(drafted[accepted], own);
    }
  });

  it('is distributed as the model is', () => {
    // The second token written is the first that is drafted: its shares over many seeds against the exact ones.
    const first = transformer(model, [1, 2]).logits.row(1);
    const softmax = (row: Float64Array) => {
      const exp = row.map((x) => Math.exp(x));
      const sum = exp.reduce((a, b) => a + b, 0);
      return exp.map((x) => x / sum);
    };
    const expected = new Float64Array(vocabulary);
    for (const [id, share] of softmax(first).entries()) {
      const next = softmax(transformer(model, [1, 2, id]).logits.row(2));
      for (const [other, one] of next.entries()) expected[other]! += share * one;
    }
    const counts = new Float64Array(vocabulary);
    const runs = 4000;
    for (let seed = 0; seed < runs; seed++) counts[write(1, head, { temperature: 1, tokens: 2, seed }).ids[1]!]!++;
    // Five standard deviations of a share of 4,000.
    for (const [id, share] of expected.entries())
      assert.ok(Math.abs(counts[id]! / runs - share) < 5 * Math.sqrt((share * (1 - share)) / runs), `${id}`);
  });

  it('is the same from run to run, and another with another seed', () => {
    const at = (seed: number) => write(2, head, { temperature: 1, seed }).ids;
    assert.deepEqual(at(1), at(1));
    assert.notDeepEqual(at(1), at(2));
  });

  it('never shows the model more than it sees', () => {
    assert.ok(write(3, head, { tokens: 60 }).ids.length >= 60);
  });
});

describe('training a head that drafts', () => {
  it('has the slopes of its loss', () => {
    const hidden = 6;
    const count = hidden * 2 * width + hidden + width * hidden + width;
    const parameters = gaussians(count).data.map((value) => 0.5 * value);
    const own = draftTensors(parameters, width, hidden);
    const gradient = new Float64Array(count);
    const ids = Int32Array.from([1, 2, 3, 4, 0, 2]);
    const states = transformer(model, ids).normed;
    const loss = () => learnDraft(own, draftTensors(new Float64Array(count), width, hidden), model, states, ids, 1, 2);
    const nats = learnDraft(own, draftTensors(gradient, width, hidden), model, states, ids, 1, 2);
    assert.equal(nats, loss());
    for (let i = 0; i < count; i += 3) {
      const [kept, step] = [parameters[i]!, 1e-5];
      parameters[i] = kept + step;
      const above = loss();
      parameters[i] = kept - step;
      const below = loss();
      parameters[i] = kept;
      const quotient = (above - below) / (2 * step);
      assert.ok(Math.abs(quotient - gradient[i]!) < 1e-6 * Math.max(1, Math.abs(quotient)), `${i}: ${quotient}`);
    }
    // What it drafts is what it is trained to say.
    const next = logitsOf(model.head, nextState(own, states.row(1), model.tokenEmbedding.row(3)));
    assert.equal(next.length, vocabulary);
  });
});
