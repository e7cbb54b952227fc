import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { logSumExp } from '../../../src/core/reference/softmax';
import { transformer } from '../../../src/core/reference/transformer';
import { courseText, encode } from '../../../tools/train/course-text';
import type { Batch } from '../../../tools/train/decoder';
import { examine } from '../../../tools/train/examine';
import { bareHost, checked, problemsOf } from '../../support/demos';
import { shippedModel, shippedModels } from '../../support/models';

const host = { ...bareHost, models: shippedModels };

describe('shipped models', () => {
  it('take 2 MB at most', () => {
    const sizes = readdirSync('media/models').map((name) => statSync(`media/models/${name}`).size);
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 2e6);
  });
});

describe('sort-nano', () => {
  it('sorts all 729 inputs', () => {
    const { network } = shippedModel('sort-nano');
    for (let code = 0; code < 729; code++) {
      const input = Array.from({ length: 6 }, (_, i) => Math.floor(code / 3 ** i) % 3);
      const sorted = input.toSorted((a, b) => a - b);
      // Causal: one pass over the input and its answer shows what each step would have chosen.
      const { logits } = transformer(network, [...input, ...sorted.slice(0, 5)]);
      const chosen = [5, 6, 7, 8, 9, 10].map((at) => logits.row(at).indexOf(Math.max(...logits.row(at))));
      assert.deepEqual(chosen, sorted);
    }
  });

  it('answers in the transformer demo', async () => {
    const text = (input: string) => `text: ${input}\nexpect:\n  next: `;
    for (const [input, next] of [
      ['CABACB', 'A'],
      ['CABACBA', 'A'],
      ['CABACBAA', 'B'],
      ['CCBBCC', 'B'],
    ])
      assert.deepEqual(await problemsOf('transformer', `${text(input!)}${next}\n`, host), []);
    const { results } = await checked('transformer', 'text: CAB\ntemperature: 1e6\n', host);
    assert.deepEqual(results!.tokens, ['C', 'A', 'B']);
    for (const p of results!.probabilities as number[]) assert.ok(Math.abs(p - 1 / 3) < 1e-4);
    const sure = await checked('transformer', 'top_k: 1\n', host);
    assert.deepEqual([...(sure.results!.probabilities as number[])].sort(), [0, 0, 1]);
  });

  it('shows its attention', async () => {
    const { results } = await checked('attention', 'model: sort-nano\ntext: CABACB\nlayer: 2\n', host);
    const weights = results!.weights as number[][][];
    assert.deepEqual([weights.length, weights[0]!.length], [3, 6]);
    assert.equal(weights[0]![0]![1], 0);
    assert.ok((results!.row_sum_error as number) < 1e-12);
  });

  it('says what it cannot read or has not got', async () => {
    const first = async (kind: 'attention' | 'transformer', text: string) => (await problemsOf(kind, text, host))[0];
    assert.match(
      (await first('transformer', 'text: ABX'))!,
      /^demo.value «ABX» text holds “X”, which sort-nano cannot read/,
    );
    assert.match((await first('transformer', 'text: AAAAAAAAAAAA'))!, /has 12 tokens; sort-nano sees 11 at most/);
    assert.match((await first('transformer', 'layer: 3'))!, /^demo.value «3» layer must be below 3/);
    assert.match((await first('transformer', 'top_k: 4'))!, /^demo.value «4» top_k must be at most 3/);
    assert.match((await first('attention', 'model: sort-nano\nheads: 2'))!, /^demo.value «2» heads cannot be chosen/);
    assert.match(
      (await first('attention', 'model: sort-nano\nlayer: 9\ntext: A'))!,
      /^demo.value «9» layer must be below 3/,
    );
  });
});

describe('course-nano', () => {
  it('tells text it has never seen as well as docs/models.md states', () => {
    const { network, context, vocabulary } = shippedModel('course-nano');
    const text = courseText('held-out');
    const ids = encode(text, vocabulary);
    const loss = ({ inputs, targets }: Batch) => {
      const { logits } = transformer(network, inputs);
      const asked = [...targets.keys()].filter((i) => targets[i]! >= 0);
      return asked.reduce((sum, i) => sum + logSumExp(logits.row(i)) - logits.at(i, targets[i]!), 0) / asked.length;
    };
    const found = (examine({ loss }, ids, context) * ids.length) / text.length;
    const stated = /on the held-out tenth \| (\d\.\d\d)/.exec(readFileSync('docs/models.md', 'utf8'))![1]!;
    assert.equal(found.toFixed(2), stated);
  }).timeout(60_000);

  it('sends its tokens to all of its experts, none of which gets less than half or more than twice its share', () => {
    const { network, context, vocabulary } = shippedModel('course-nano');
    const ids = encode(courseText('held-out'), vocabulary);
    const counts = network.blocks.map(() => new Array<number>(8).fill(0));
    for (let at = 0; at < ids.length; at += context)
      for (const [layer, { routing }] of transformer(network, ids.subarray(at, at + context)).blocks.entries())
        for (const expert of routing!.experts) counts[layer]![expert]!++;
    for (const [layer, of] of counts.entries()) {
      const mean = (2 * ids.length) / 8;
      assert.equal(
        of.reduce((sum, count) => sum + count, 0),
        8 * mean,
      );
      assert.ok(
        of.every((count) => count > mean / 2 && count < 2 * mean),
        `layer ${layer}: ${of}`,
      );
    }
  }).timeout(60_000);

  it('writes on in the words of the course', async () => {
    for (const [text, next] of [
      ['keys and val', 'u'],
      ['each token', 's'],
      ['mixture of', ' the'],
    ])
      assert.deepEqual(
        await problemsOf('transformer', `model: course-nano\ntext: "${text}"\nexpect:\n  next: "${next}"\n`, host),
        [],
      );
  });

  it('reads capitals as small letters, and says what it cannot read', async () => {
    const small = await checked('transformer', 'model: course-nano\ntext: attention\n', host);
    const capital = await checked('transformer', 'model: course-nano\ntext: ATTENTION\n', host);
    assert.ok((small.results!.tokens as string[]).length < 'attention'.length);
    assert.deepEqual(capital.results, small.results);
    const [unknown] = await problemsOf('transformer', 'model: course-nano\ntext: "α"\n', host);
    assert.match(unknown!, /holds “α”, which course-nano cannot read; it knows {3}a b c .* -\./);
  });
});
