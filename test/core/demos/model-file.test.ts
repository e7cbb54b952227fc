import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../../src/core/demos/model/base64';
import { roundToDigits, writeDigits } from '../../../src/core/demos/model/digit-weights';
import { tokenise } from '../../../src/core/demos/model/language-model';
import { readModel, writeModel } from '../../../src/core/demos/model/model-file';
import { Tensor } from '../../../src/core/reference/tensor';
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

  it('holds layers with experts, and weights of one digit', () => {
    const model = shippedModel('course-nano');
    const text = writeModel(model, 6);
    assert.deepEqual(readModel(text), model);
    assert.equal(writeModel(readModel(text), 6), text);
    // In floats the same, as a digit's number is one.
    assert.deepEqual(readModel(writeModel(model)), model);
    const file = JSON.parse(text) as { weights: string };
    assert.throws(() => readModel(JSON.stringify({ ...file, weights: `${file.weights}A` })), /digits of weights/);
    assert.throws(() => readModel(JSON.stringify({ ...file, weights: `${file.weights.slice(1)}*` })), /no digit: \*/);
  });

  it('rounds a row to a digit each, off by half a unit of its greatest at most', () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (row) => {
        const tensor = new Tensor([row.length], Float64Array.from(row));
        roundToDigits([tensor]);
        const greatest = Math.max(...row.map(Math.abs));
        for (const [i, value] of row.entries())
          assert.ok(Math.abs(tensor.data[i]! - value) <= Math.max(greatest / 31, 2 ** -33));
        const written = writeDigits([tensor]);
        const again = tensor.data.slice();
        roundToDigits([tensor]);
        assert.deepEqual(tensor.data, again);
        assert.equal(written.length, row.length + 1);
      }),
    );
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
