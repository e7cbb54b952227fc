import assert from 'node:assert/strict';
import { safeStyles } from '../../../src/core/markup/safe-rules';

describe('safeStyles', () => {
  const rows: readonly [what: string, before: string, after: string][] = [
    ['an address elsewhere', 'background:url(https://evil.example/a.png)', 'background:none'],
    ['one in quotes', `background: url( "https://evil.example/a.png" )`, 'background: none'],
    ['one without a scheme', 'mask:url(//evil.example/a.svg#m) repeat', 'mask:none repeat'],
    ['one beside the page', 'cursor:url(a.cur),auto', 'cursor:none,auto'],
    ['one written in escapes', 'background:\\75 rl(https://evil.example/a)', 'background:none'],
    ['one cut by a comment', 'background:url/**/(https://evil.example/a)', 'background:none'],
    ['one that does not end', 'background:url(https://evil.example/a', 'background:none'],
    [
      'a set of pictures',
      `background:image-set("https://evil.example/a" 1x)`,
      `background:none("https://evil.example/a" 1x)`,
    ],
    ['a sheet', '@import "https://evil.example/a.css"; p { color: red }', '  p { color: red }'],
    ['a font', '@font-face { font-family: f; src: url(a) } p { color: red }', '  p { color: red }'],
    [
      'a sheet that another, left out, would make',
      '@im@import "a";port "//evil.example/a.css";',
      '@im port "//evil.example/a.css";',
    ],
    [
      'an address that a font, left out, would make',
      'fill:u@font-face{}rl(//evil.example/a)',
      'fill:u rl(//evil.example/a)',
    ],
  ];
  for (const [what, before, after] of rows) it(`leaves out ${what}`, () => assert.equal(safeStyles(before), after));

  const harmless = [
    'fill:#f9f,stroke:#333',
    'marker-end:url(#arrow)',
    'filter:url("#shadow")',
    'background:url(data:image/png;base64,AAAA)',
    'font-family: "url", image, src',
    '/* url */ p::after { content: "\\201C" }',
  ];
  for (const styles of harmless) it(`keeps ${styles}`, () => assert.equal(safeStyles(styles), styles));

  it('reads long styles in linear time', () => {
    for (const piece of ['url(', 'url("', '@import ', '@font-face{', '/*', '\\75 ']) {
      assert.equal(typeof safeStyles(piece.repeat(20_000)), 'string');
    }
  });
});
