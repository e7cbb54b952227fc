import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import { safeMarkdown } from '../../../src/core/links/safe-markdown';
import { escapedMarkdown } from '../../../src/core/text/escaped-markdown';
import '../../support/property-seed';

const root = 'file:///course';
const lesson = `${root}/notes/lesson.md`;
const safe = (written: string) => safeMarkdown(written, lesson, root, 6000);

/** Two readers that editors have, both with every door open. */
const strict = new MarkdownIt({ html: true, linkify: true });
strict.validateLink = () => true;
const readers = [(text: string) => strict.render(text), (text: string) => new Marked().parse(text) as string];

const rows: readonly (readonly [written: string, shown: string])[] = [
  ['Joins *several* senses.', 'Joins *several* senses.'],
  ['Self-attention, self_attention and f(x) = a < b & c', 'Self-attention, self_attention and f(x) = a < b & c'],
  ['![b](https://evil.example/beacon.png)', 'b'],
  ['A [![badge](https://e.org/b.svg)](https://e.org) here', 'A [badge](https://e.org) here'],
  ['![b][c]\n\n[c]: https://e.org/p.png', 'b'],
  ['See [this](command:x), [that](../routing.md#gate).', 'See this, [that](file:///course/routing.md).'],
  ['<img src=https://e.org/p.png> x<br>y', '\\<img src=<https://e.org/p.png>> x\\<br>y'],
  ['<script>\nalert(1)\n</script>', '\\<script> alert(1) \\</script>'],
  ['<command:x> <a@b.c>', 'command:x [a@b.c](mailto:a@b.c)'],
  ['<file:///etc/passwd>', 'file:/\\//etc/passwd'],
  ['`<b>` and ``a`b``', '`<b>` and ``a`b``'],
  ['One\n\n- a\n- b\n  1. c\n\n```js\n<b>\n```', 'One\n\n- a\n- b\n  1. c\n\n```js\n<b>\n```'],
  ['> said\n> so', '> said so'],
  ['| a | b |\n|---|---|\n| `x` | ![p](https://e.org/p.png) |', '| a | b |\n| --- | --- |\n| `x` | p |'],
  ['5\\. a \\* b', '5\\. a \\* b'],
  ['&lt;img src=x&gt; &amp;lt;', '\\<img src=x> \\&lt;'],
  ['a  \nb', 'a  \nb'],
  ['Awww.e.org&lt;b&gt;', 'Awww\\.e.org\\<b>'],
  ['Scaled by $1/\\sqrt{d_k}$, not $d_{model}$.', 'Scaled by `1/√dₖ`, not `d_model`.'],
  ['Is \\(a_i * b_i\\) or \\(a_j * b_j\\).', 'Is `aᵢ*bᵢ` or `aⱼ*bⱼ`.'],
  ['Costs $5, then $10.', 'Costs $5, then $10.'],
  ['It costs $5', 'It costs $5'],
  ['`$HOME` and $`x_1`$', '`$HOME` and `x₁`'],
  ['A [score $s_i$](a.md)', 'A [score `sᵢ`](file:///course/notes/a.md)'],
  ['So:\n$$\nL\n= a_1\n- b_1\n$$\nholds', 'So:\n\n`L = a₁ − b₁`\n\nholds'],
  ['$$\\begin{matrix}\na & b\n\\end{matrix}$$', '```latex\n\\begin{matrix}\na & b\n\\end{matrix}\n```'],
  ['Is $\\own{x}_{`}$', 'Is ``\\own{x}_{`}``'],
  ['| a |\n|---|\n| $p(y \\mid x)$ |', '| a |\n| --- |\n| `p(y ∣ x)` |'],
  ['$$ x', '$$ x'],
  ['- a\n  $$x_1$$\n- b', '- a\n  `x₁`\n- b'],
  [
    'at https://e.org/a_b*c[d](command:x)',
    'at [https:/\\/e.org/a_b\\*c&#91;d&#93;(command:x)](https://e.org/a_b*c%5Bd%5D%28command:x%29)',
  ],
];

describe('safeMarkdown', () => {
  for (const [written, shown] of rows) {
    it(`shows ${JSON.stringify(written)}`, () => assert.equal(safe(written), shown));
  }

  it('ends what is too long with a sign', () => {
    assert.equal(safeMarkdown('word '.repeat(100), lesson, root, 10), 'word word …');
  });

  const pieces = [
    ...'![ [ ] ( ) ]( <img src=https://e.org/x> <a href="command:x"> </a> <!-- --> <? ]]> ` `` ``` ~~~ * ** _ ~~ > # - + 1.'.split(
      ' ',
    ),
    ...'command:x javascript:x https://e.org/p.png ftp://e.org www.e.org a@b.c <command:x> <https://e.org/_x_> [r] [r]: [^1]: | |- :- $x$ $ $$ \\( \\) \\[ \\] \\ & &lt; &#60; &amp;lt; &#10; &#32;'.split(
      ' ',
    ),
    '\n',
    '\n\n',
    '    ',
    '\t',
    ' ',
    '  \n',
    '\n```html\n',
    '\n---\n',
    '![a](https://e.org/x.png "t")',
    '[a](command:x)',
    '[a](<../x y.md>)',
    '\n[r]: command:x\n',
    'word',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 });

  const harmless = (shown: string) => {
    for (const read of readers) {
      const html = read(shown);
      for (const [tag, name, rest] of html.matchAll(/<([a-z!?][^\s>/]*)([^>]*)>/gi)) {
        assert.match(
          name!,
          /^(?:p|em|strong|s|del|code|pre|ul|ol|li|blockquote|h\d|hr|br|table|thead|tbody|t[rhd]|a)$/,
          html,
        );
        const attributes = [...rest!.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => `${key}=${value}`);
        const allowed =
          /^(?:href=(?:https?:\/\/[^/]|mailto:.|file:\/\/\/course)|class=language-|start=\d|align=|style=text-align)/;
        for (const attribute of attributes) assert.match(attribute, allowed, `${tag} of ${html}`);
      }
    }
  };

  it('shows text, code, emphasis and safe links alone, whatever is written and whoever reads it', () => {
    fc.assert(
      fc.property(text, (written) => harmless(safe(written.join('')))),
      { numRuns: 3000 },
    );
  });

  it('has as its twin a text that is shown as it is', () => {
    fc.assert(
      fc.property(text, (written) => harmless(`**${escapedMarkdown(written.join(''))}** · x`)),
      { numRuns: 2000 },
    );
  });
});
