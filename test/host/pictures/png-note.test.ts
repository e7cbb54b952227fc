import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { pngNote, withPngNote } from '../../../src/host/pictures/png-note';

const chunk = (name: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data]);
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([number(data.length), named, number(crc32(named))]);
};
/** One white dot. */
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
  chunk('IEND', Buffer.alloc(0)),
]);

describe('The note of a PNG', () => {
  it('stands behind the header, with nothing else changed', () => {
    const noted = withPngNote(png, 'made here');
    assert.deepEqual(
      Buffer.from(noted),
      Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from('Comment\0made here')), png.subarray(33)]),
    );
  });

  it('is read from the first bytes', () => {
    assert.equal(pngNote(withPngNote(png, 'made here').subarray(0, 200)), 'made here');
    assert.equal(pngNote(withPngNote(png, 'x'.repeat(400)).subarray(0, 200)), 'x'.repeat(200 - 33 - 8 - 8));
  });

  for (const [what, bytes] of [
    ['a PNG without one', png],
    ['the beginning of a PNG', png.subarray(0, 20)],
    ['another file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'.repeat(3))],
    ['an empty file', Buffer.alloc(0)],
  ] as const) {
    it(`is missing in ${what}`, () => {
      assert.equal(pngNote(bytes), undefined);
    });
  }
});
