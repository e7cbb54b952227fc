import assert from 'node:assert/strict';
import { transformerKeys } from '../../../../src/core/demos/transformer/transformer-keys';
import { transformer } from '../../../../src/core/reference/transformer';
import {
  expertWeights,
  inLayers,
  stageMaps,
  stageMeaning,
  stageMeanings,
  stages,
} from '../../../../webview/demos/transformer/stages';
import { shippedModel } from '../../../support/models';

describe('the stages of the transformer demo', () => {
  const { network } = shippedModel('sort-nano');
  const trace = transformer(network, [0, 2, 1, 1]);
  const last = network.blocks.length - 1;

  it('are those that the fence may name', () => {
    assert.deepEqual([...stages], Object.keys(stageMeanings));
    const { shape } = transformerKeys.stage;
    assert.ok(shape.kind === 'choice');
    assert.deepEqual(
      [...stages],
      shape.choices.map(({ name }) => name),
    );
  });

  it('have a row a token, and as many columns as they say', () => {
    for (const stage of stages) {
      for (const { matrix, across, title } of stageMaps(trace, stage, last, 0)) {
        assert.equal(matrix.size(0), 4, title);
        if (across === 'tokens') assert.equal(matrix.size(1), 4, title);
      }
    }
  });

  it('show the weights of the head that is chosen, and the rows of the layer that is chosen', () => {
    for (let layer = 0; layer <= last; layer++) {
      const block = trace.blocks[layer]!;
      for (let head = 0; head < network.heads; head++) {
        const [weights, after] = stageMaps(trace, 'attention', layer, head);
        for (let query = 0; query < 4; query++)
          assert.deepEqual(weights!.matrix.row(query), block.weights.row(head, query));
        assert.equal(after!.matrix, block.afterAttention);
      }
      assert.equal(stageMaps(trace, 'feed-forward', layer, 0).at(-1)!.matrix, block.output);
    }
  });

  it('ask for a layer only where there is one in every layer', () => {
    assert.deepEqual(stages.filter(inLayers), ['attention', 'feed-forward']);
  });

  it('show what a router gives to each expert, where a layer has one', () => {
    const routed = transformer(shippedModel('course-nano').network, [40, 3, 7, 40, 200]);
    for (const [layer, { routing, output }] of routed.blocks.entries()) {
      const [weights, after] = stageMaps(routed, 'feed-forward', layer, 0);
      assert.deepEqual([weights!.across, weights!.matrix.shape], ['experts', [5, 8]]);
      assert.equal(after!.matrix, output);
      const { experts, slots } = routing!;
      for (let token = 0; token < 5; token++) {
        const row = expertWeights(routing!).row(token);
        const chosen = [...experts.subarray(token * slots, (token + 1) * slots)];
        assert.ok(Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-12);
        assert.deepEqual(
          [...row.keys()].filter((expert) => row[expert]! > 0),
          chosen.toSorted((a, b) => a - b),
        );
        assert.ok(row[chosen[0]!]! >= row[chosen[1]!]!);
      }
    }
    assert.match(stageMeaning(routed, 'feed-forward', 0), /router/);
    assert.equal(stageMeaning(trace, 'feed-forward', 0), stageMeanings['feed-forward']);
  });
});
