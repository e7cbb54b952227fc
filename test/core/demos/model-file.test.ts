import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../../src/core/demos/model/base64';
import { tokenise } from '../../../src/core/demos/model/language-model';
import { readModel, writeModel } from '../../../src/core/demos/model/model-file';
import { shippedModel } from '../../support/models';

describe('base64', () => {
  it('agrees with Node’s own, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        assert.equal(toBase64(bytes), text);
        assert.deepEqual([...fromBase64(text)], [...bytes]);
      }),
    );
    assert.throws(() => fromBase64('ab*d'), /not base64: \* at 2/);
  });
});

describe('a model file', () => {
  it('is read back as it was written', () => {
    const model = shippedModel('sort-nano');
    const text = writeModel(model);
    assert.deepEqual(readModel(text), model);
    assert.equal(writeModel(readModel(text)), text);
  });

  it('says when it is not all there', () => {
    const file = JSON.parse(writeModel(shippedModel('sort-nano'))) as { weights: string };
    assert.throws(() => readModel(JSON.stringify({ ...file, weights: `${file.weights}AAAA` })), /bytes of weights/);
    assert.throws(() => readModel(JSON.stringify({ ...file, weights: file.weights.slice(0, 400) })), RangeError);
    assert.throws(() => readModel('{"format": 2}'), /format 2/);
  });

  it('cuts a text into its tokens', () => {
    const model = shippedModel('sort-nano');
    assert.deepEqual(tokenise(model, 'A B\nC'), { ids: [0, 1, 2] });
    assert.deepEqual(tokenise(model, 'ABD'), { unknown: 'D' });
    assert.deepEqual(tokenise(model, 'AB😀'), { unknown: '😀' });
  });
});
