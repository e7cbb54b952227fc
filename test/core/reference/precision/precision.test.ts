import assert from 'node:assert/strict';
import { accumulated, toBits } from '../../../../src/core/reference/precision/accumulate';
import {
  bitsOf,
  epsilon,
  type FormatName,
  numberFormats,
  roundTo,
  smallestNormal,
  smallestValue,
} from '../../../../src/core/reference/precision/number-format';
import { dequantised, quantise } from '../../../../src/core/reference/precision/quantise';
import { Random } from '../../../../src/core/reference/random';

/** Every finite value of a format of 8 or 16 bits with its code, read off the bits by the formula of the standards. */
function codesOf(
  exponentBits: number,
  mantissaBits: number,
  hasValue: (exponent: number, mantissa: number) => boolean,
) {
  const bias = 2 ** (exponentBits - 1) - 1;
  const found: { value: number; code: number }[] = [];
  for (let exponent = 0; exponent < 2 ** exponentBits; exponent++)
    for (let mantissa = 0; mantissa < 2 ** mantissaBits; mantissa++) {
      if (!hasValue(exponent, mantissa)) continue;
      const fraction = mantissa / 2 ** mantissaBits;
      const value = exponent === 0 ? fraction * 2 ** (1 - bias) : (1 + fraction) * 2 ** (exponent - bias);
      found.push({ value, code: exponent * 2 ** mantissaBits + mantissa });
    }
  return found;
}

const tables: Partial<Record<FormatName, ReturnType<typeof codesOf>>> = {
  'fp8-e4m3': codesOf(4, 3, (exponent, mantissa) => exponent < 15 || mantissa < 7),
  'fp8-e5m2': codesOf(5, 2, (exponent) => exponent < 31),
  fp16: codesOf(5, 10, (exponent) => exponent < 31),
  bf16: codesOf(8, 7, (exponent) => exponent < 255),
};

/** The nearest of all values, of two as near the one whose code is even; the values ascend. */
function nearest(table: readonly { value: number; code: number }[], value: number): number {
  let [low, high] = [0, table.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (table[middle]!.value <= value) low = middle;
    else high = middle;
  }
  const [below, above] = [table[low]!, table[high]!];
  const [down, up] = [value - below.value, above.value - value];
  if (down === up) return (below.code % 2 === 0 ? below : above).value;
  return (down < up ? below : above).value;
}

describe('number formats', () => {
  // OCP 8-bit Floating Point Specification 1.0, table 1; IEEE 754.
  for (const [name, largest, normal, smallest, step] of [
    ['fp8-e4m3', 448, 2 ** -6, 2 ** -9, 2 ** -3],
    ['fp8-e5m2', 57_344, 2 ** -14, 2 ** -16, 2 ** -2],
    ['fp16', 65_504, 2 ** -14, 2 ** -24, 2 ** -10],
    ['bf16', 3.3895313892515355e38, 2 ** -126, 2 ** -133, 2 ** -7],
    ['fp32', 3.4028234663852886e38, 2 ** -126, 2 ** -149, 2 ** -23],
  ] as const)
    it(`have the ends of the standards: ${name}`, () => {
      const format = numberFormats[name];
      assert.deepEqual(
        [format.largest, smallestNormal(format), smallestValue(format), epsilon(format)],
        [largest, normal, smallest, step],
      );
    });

  for (const [name, table] of Object.entries(tables))
    it(`round to the nearest of all values of ${name}, ties to the even code`, () => {
      const format = numberFormats[name as FormatName];
      const random = new Random(5, name);
      const wide = Math.log2(format.largest) - Math.log2(smallestValue(format)) + 4;
      for (let i = 0; i < 20_000; i++) {
        const value = 2 ** (Math.log2(smallestValue(format)) - 3 + wide * random.uniform());
        const wanted = value > format.largest ? format.largest : nearest(table, value);
        assert.equal(roundTo(value, format), wanted, `${value}`);
        assert.equal(roundTo(-value, format), -wanted);
      }
      for (let i = 0; i + 1 < table.length; i++) {
        const tie = (table[i]!.value + table[i + 1]!.value) / 2;
        assert.equal(roundTo(tie, format), table[i + (table[i]!.code % 2)]!.value, `${tie}`);
        assert.equal(roundTo(table[i]!.value, format), table[i]!.value);
      }
    });

  it('write the bits of every value of 8 bits', () => {
    for (const name of ['fp8-e4m3', 'fp8-e5m2'] as const)
      for (const { value, code } of tables[name]!)
        assert.equal(Number.parseInt(bitsOf(value, numberFormats[name]).replaceAll(' ', ''), 2), code, `${value}`);
    assert.equal(bitsOf(-1, numberFormats['fp8-e4m3']), '1 0111 000');
    assert.equal(bitsOf(Number.NaN, numberFormats['fp8-e4m3']), '0 1111 111');
    assert.equal(bitsOf(Number.NEGATIVE_INFINITY, numberFormats['fp8-e5m2']), '1 11111 00');
  });

  it('agree with the machine in 32 bits', () => {
    const random = new Random(6);
    for (let i = 0; i < 20_000; i++) {
      const value = random.gaussian() * 2 ** (280 * (random.uniform() - 0.5));
      assert.equal(roundTo(value, numberFormats.fp32, 'infinite'), Math.fround(value));
    }
  });

  // numpy.float16 of these.
  for (const [value, wanted] of [
    [0.1, 0.0999755859375],
    [1 / 3, 0.333251953125],
    [65_519.9, 65_504],
    [65_520, Number.POSITIVE_INFINITY],
    [6e-8, 2 ** -24],
    [2.9e-8, 0],
    [1e-5, 1.0013580322265625e-5],
    [1000.7, 1000.5],
  ] as const)
    it(`agree with NumPy in half precision: ${value}`, () =>
      assert.equal(roundTo(value, numberFormats.fp16, 'infinite'), wanted));

  it('overflow as they are told', () => {
    const e4m3 = numberFormats['fp8-e4m3'];
    assert.deepEqual([roundTo(463, e4m3, 'infinite'), roundTo(500, e4m3)], [448, 448]);
    assert.ok(Number.isNaN(roundTo(500, e4m3, 'infinite')));
    assert.equal(roundTo(-1e9, numberFormats['fp8-e5m2'], 'infinite'), Number.NEGATIVE_INFINITY);
  });
});

describe('sums in few bits', () => {
  const ones = new Float64Array(1000).fill(1);

  it('stop growing where a term is lost beside them', () => {
    const plain = { bits: 8, every: undefined };
    assert.deepEqual(accumulated(ones, ones, plain, [100, 256, 1000]), [100, 256, 256]);
    assert.deepEqual(accumulated(ones, ones, { bits: 8, every: 128 }, [100, 256, 1000]), [100, 256, 1000]);
    assert.deepEqual(accumulated(ones, ones, { bits: 24, every: undefined }, [1000]), [1000]);
  });

  it('are those of a machine that sums in 32 bits', () => {
    const random = new Random(7);
    const rows = [0, 1].map(() => Float64Array.from({ length: 500 }, () => Math.fround(random.gaussian())));
    let sum = 0;
    for (let i = 0; i < 500; i++) sum = Math.fround(sum + rows[0]![i]! * rows[1]![i]!);
    assert.deepEqual(accumulated(rows[0]!, rows[1]!, { bits: 24, every: undefined }, [500]), [sum]);
  });

  it('are scaled interval by interval', () => {
    const scale = (interval: number) => [1, 10, 100][interval]!;
    assert.deepEqual(
      accumulated(ones, ones, { bits: 24, every: 4 }, [0, 3, 4, 5, 8, 9], scale),
      [0, 3, 4, 14, 44, 144],
    );
  });

  it('round to significant bits, ties to even', () => {
    assert.deepEqual([toBits(257, 8), toBits(259, 8), toBits(-5, 2), toBits(7, 2), toBits(0, 3)], [256, 260, -4, 8, 0]);
  });
});

describe('scales', () => {
  const values = [1, -2, 4, 0.001, 0.002, -0.004, 0, 0];

  it('bring the greatest of each block to the greatest of the format', () => {
    const format = numberFormats['fp8-e4m3'];
    const found = quantise(values, format, { block: 3, powerOfTwo: false }, 'saturate');
    assert.deepEqual([...found.scales], [4 / 448, 0.004 / 448, 1]);
    assert.deepEqual([...found.codes], [112, -224, 448, 112, 224, -448, 0, 0]);
    for (const [i, value] of dequantised(found).entries()) assert.ok(Math.abs(value - values[i]!) < 1e-15);
  });

  it('may be powers of two, none of which lets a value overflow', () => {
    const found = quantise([3, 1], numberFormats['fp8-e4m3'], { block: 2, powerOfTwo: true }, 'infinite');
    assert.deepEqual([...found.scales], [2 ** -7]);
    assert.deepEqual([...found.codes], [384, 128]);
  });

  it('are none where none are wanted', () => {
    const found = quantise([1000, 0.1], numberFormats['fp8-e4m3'], { block: undefined, powerOfTwo: false }, 'saturate');
    assert.deepEqual([[...found.scales], [...found.codes]], [[1], [448, 0.1015625]]);
  });
});
