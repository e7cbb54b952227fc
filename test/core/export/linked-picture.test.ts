import assert from 'node:assert/strict';
import { linkBetween } from '../../../src/core/export/link-between';
import { linkedPicture } from '../../../src/core/export/linked-picture';

const picture = (title: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${title}</title><rect x="0" fill="#fff"/><rect x="1"/></svg>`;

describe('linkedPicture', () => {
  it('makes the background a link, and leaves all else as it is', () => {
    for (const title of ['Gate', 'a &lt;b&gt; "c" &amp; $1 $&amp;', 'a <title', '']) {
      const before = picture(title);
      const after = linkedPicture(before, 'a.md#L3', 'a.md, line 3');
      if (title === 'a <title') assert.equal(after, before, 'no title that the panel writes');
      else {
        const link = '<a href="a.md#L3"><title>a.md, line 3</title><rect x="0" fill="#fff"/></a>';
        assert.equal(
          after,
          before.replace('<rect x="0" fill="#fff"/>', () => link),
        );
      }
    }
  });

  it('writes signs of markup in names as names', () => {
    const text = linkedPicture(picture('$&'), '%22%3C.md#L1', 'a & "b" <c>.md, line 1');
    assert.match(text, /<title>a &amp; &quot;b&quot; &lt;c&gt;\.md, line 1<\/title>/);
  });

  it('leaves what is no picture of the panel', () => {
    for (const text of ['', '<svg/>', '<svg viewBox="0 0 1 1"><rect/></svg>', '<html><title>a</title><rect/></html>'])
      assert.equal(linkedPicture(text, 'a.md#L1', 'a'), text);
  });
});

describe('linkBetween', () => {
  const rows: readonly (readonly [from: string, to: string, link: string])[] = [
    ['/c/a.svg', '/c/a.md', 'a.md#L5'],
    ['/c/pictures/a.svg', '/c/lessons/moe.md', '../lessons/moe.md#L5'],
    ['/a.svg', '/c/d/e.md', 'c/d/e.md#L5'],
    ['/c/d/a.svg', '/e.md', '../../e.md#L5'],
    ['/c/a.svg', '/c/50% & #1?.md', '50%25%20%26%20%231%3F.md#L5'],
    ['/c/c.md/a.svg', '/c/c.md', '../c.md#L5'],
  ];
  for (const [from, to, link] of rows) {
    it(`leads from ${from} to ${to}`, () => assert.equal(linkBetween(from, to, 4), link));
  }
});
