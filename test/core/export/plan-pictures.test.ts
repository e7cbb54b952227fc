import assert from 'node:assert/strict';
import { fingerprint } from '../../../src/core/export/fingerprint';
import { pictureColours } from '../../../src/core/export/picture-colours';
import { type PictureManner, type PictureSource, planPictures } from '../../../src/core/export/plan-pictures';

const source = (uri: string, title: string | undefined, line = 0, text = 'pie'): PictureSource => ({
  uri: `file:///c/${uri}`,
  folder: 'file:///c',
  line,
  title,
  kind: 'Pie chart',
  text,
});
const manner: PictureManner = { out: 'file:///c/pictures', colours: pictureColours.light, version: '1' };
const planned = (...sources: PictureSource[]) => planPictures(sources, manner);

describe('planPictures', () => {
  it('names pictures by path and title, in one order whatever the order of the files', () => {
    const all = [
      source('b.md', 'Same', 9),
      source('b.md', 'Same', 4),
      source('part%20one/a.md', '🌳 Skills & More'),
      source('b.mmd', 'Same'),
      source('c.md', undefined),
      source('日本.md', '注意 機構'),
    ];
    const names = planned(...all).map(({ name }) => name);
    assert.deepEqual(names, [
      'b--same.svg',
      'b--same-2.svg',
      'b--same-3.svg',
      'c--pie-chart.svg',
      'part one/a--skills-more.svg',
      '日本--注意-機構.svg',
    ]);
    assert.deepEqual(
      planned(...[...all].reverse()).map(({ name }) => name),
      names,
    );
  });

  it('links back to the line, from wherever the pictures lie', () => {
    const [inside] = planned(source('part%20one/a.md', 'A', 2));
    assert.deepEqual(
      [inside!.caption.href, inside!.caption.place],
      ['../../part%20one/a.md#L3', 'part one/a.md, line 3'],
    );
    const [beside] = planPictures([source('a.md', 'A')], { ...manner, out: 'file:///elsewhere/far/' });
    assert.equal(beside!.caption.href, '../../c/a.md#L1');
    const [same] = planPictures([source('x/a.md', 'A')], { ...manner, out: 'file:///c' });
    assert.equal(same!.caption.href, 'a.md#L1');
  });

  it('has another stamp when text, line, colours or version change, and only then', () => {
    const stamp = (one: PictureSource, how = manner) => planPictures([one], how)[0]!.stamp;
    const first = stamp(source('a.md', 'A'));
    assert.match(first, /^<!-- coursewright [0-9a-f]{32} -->$/);
    assert.equal(stamp(source('a.md', 'A')), first);
    const others = [
      stamp(source('a.md', 'A', 1)),
      stamp(source('a.md', 'B')),
      stamp(source('a.md', 'A', 0, 'pie\n')),
      stamp(source('a.md', 'A'), { ...manner, version: '2' }),
      stamp(source('a.md', 'A'), { ...manner, colours: pictureColours.dark }),
    ];
    assert.equal(new Set([first, ...others]).size, 6);
  });
});

describe('fingerprint', () => {
  it('tells texts apart that differ little', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `A${i % 7}["Node ${i}"]`);
    texts.push('', 'a', 'b', 'aa', 'ab', 'ba');
    assert.equal(new Set(texts.map(fingerprint)).size, texts.length);
  });
});
