import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitPicture, keepInReach, panBy, reveal, scaleLimits, zoomAt } from '../../../webview/tree/viewport';

const length = fc.integer({ min: 1, max: 4000 });
const size = fc.record({ width: length, height: length });
const place = fc.integer({ min: -5000, max: 5000 });
const viewport = fc.record({
  x: place,
  y: place,
  scale: fc.double({ min: scaleLimits.least, max: scaleLimits.most, noNaN: true }),
});
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a)), `${a} is not ${b}`);

describe('the viewport', () => {
  it('fits all of a picture into the middle of the frame', () => {
    fc.assert(
      fc.property(size, fc.record({ width: fc.integer({ min: 300, max: 2000 }), height: length }), (picture, frame) => {
        const view = fitPicture(picture, frame);
        near(view.x + (picture.width * view.scale) / 2, frame.width / 2);
        near(view.y + (picture.height * view.scale) / 2, frame.height / 2);
        if (view.scale > scaleLimits.least) assert.ok(picture.width * view.scale <= frame.width);
      }),
    );
  });

  it('zooms about a point that stays where it is', () => {
    fc.assert(
      fc.property(viewport, fc.double({ min: 0.2, max: 5, noNaN: true }), place, place, (view, factor, x, y) => {
        const next = zoomAt(view, factor, { x, y });
        near((x - view.x) / view.scale, (x - next.x) / next.scale);
        near((y - view.y) / view.scale, (y - next.y) / next.scale);
        assert.ok(next.scale >= scaleLimits.least && next.scale <= scaleLimits.most);
      }),
    );
  });

  it('never loses the picture', () => {
    fc.assert(
      fc.property(viewport, size, size, (view, picture, frame) => {
        const { x, y, scale } = keepInReach(view, picture, frame);
        assert.ok(x < frame.width && x + picture.width * scale > 0);
        assert.ok(y < frame.height && y + picture.height * scale > 0);
      }),
    );
  });

  it('brings a box into the frame, and leaves one alone that is seen', () => {
    const frame = { width: 400, height: 300 };
    const view = { x: 0, y: 0, scale: 1 };
    assert.deepEqual(reveal(view, { x: 100, y: 100, width: 50, height: 20 }, frame), view);
    assert.deepEqual(reveal(view, { x: 600, y: 100, width: 50, height: 20 }, frame), panBy(view, -270, 0));
    assert.deepEqual(reveal(view, { x: -60, y: -40, width: 50, height: 20 }, frame), panBy(view, 80, 60));
  });
});
