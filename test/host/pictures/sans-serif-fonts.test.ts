import assert from 'node:assert/strict';
import { emojiFontOf, furtherFontsFor, sansSerifOf } from '../../../src/host/pictures/sans-serif-fonts';

const debian = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans-Oblique.ttf',
  '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
];
const windows = ['C:\\Windows\\Fonts\\arial.ttf', 'C:\\Windows\\Fonts\\ariali.ttf', 'C:\\Windows\\Fonts\\arialbd.ttf'];

describe('Fonts for pictures', () => {
  it('are one family, plain and bold, the preferred one first', () => {
    assert.deepEqual(sansSerifOf(debian), debian.slice(0, 2));
    assert.deepEqual(sansSerifOf([...debian, ...windows]), [windows[0], windows[2]]);
    assert.deepEqual(sansSerifOf(['/fonts/Comic.ttf']), []);
  });

  it('are added for the signs that a picture has', () => {
    assert.deepEqual(furtherFontsFor('Attention', debian), []);
    assert.deepEqual(furtherFontsFor('注意力', debian), [debian[4]]);
    assert.deepEqual(furtherFontsFor('انتباه', debian), [debian[0]]);
  });

  it('have emoji as outlines, not as pictures', () => {
    assert.equal(emojiFontOf(debian), undefined);
    assert.equal(emojiFontOf([...debian, '/fonts/Symbola_hint.ttf']), '/fonts/Symbola_hint.ttf');
  });
});
