import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Color, contrast, mix, over, parseColor, toHex, withContrast } from '../../webview/color';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.record({ r: channel, g: channel, b: channel, a: fc.constant(1) }, { noNullPrototype: true });
const black: Color = { r: 0, g: 0, b: 0, a: 1 };
const white: Color = { r: 255, g: 255, b: 255, a: 1 };

describe('colours', () => {
  it('reads every notation that an editor or a computed style uses', () => {
    assert.deepEqual(parseColor('#f80'), { r: 255, g: 136, b: 0, a: 1 });
    assert.deepEqual(parseColor('#FF880080'), { r: 255, g: 136, b: 0, a: 128 / 255 });
    assert.deepEqual(parseColor('rgba(1, 2, 3, 0.5)'), { r: 1, g: 2, b: 3, a: 0.5 });
    assert.deepEqual(parseColor('rgb(1 2 3 / 50%)'), { r: 1, g: 2, b: 3, a: 0.5 });
    assert.deepEqual(parseColor('color(srgb 1 0 0.2)'), { r: 255, g: 0, b: 51, a: 1 });
    for (const other of ['', 'var(--x)', '#12345', 'rgb(1 2)', 'rgb(a b c)', 'red']) {
      assert.equal(parseColor(other), undefined, other);
    }
  });

  it('writes what it reads', () => {
    fc.assert(fc.property(color, (one) => assert.deepEqual(parseColor(toHex(one)), one)));
  });

  it('paints a half-clear colour over another', () => {
    assert.deepEqual(over({ ...white, a: 0.5 }, black), { r: 127.5, g: 127.5, b: 127.5, a: 1 });
    assert.deepEqual(mix(black, white, 0), black);
  });

  it('reckons contrast as WCAG does', () => {
    assert.equal(contrast(white, black), 21);
    assert.ok(Math.abs(contrast(parseColor('#777777')!, white) - 4.48) < 0.01);
  });

  it('moves a colour until it can be read', () => {
    fc.assert(
      fc.property(color, color, (one, against) => {
        const ink = contrast(white, against) > contrast(black, against) ? white : black;
        assert.ok(contrast(withContrast(one, against, 4.5, ink), against) >= 4.5);
      }),
    );
  });
});
