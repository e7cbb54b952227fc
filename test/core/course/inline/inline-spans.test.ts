import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inlineSpans } from '../../../../src/core/course/inline/inline-spans';
import { plainText } from '../../../../src/core/course/inline/plain-text';

const opaque = (text: string): string[] => inlineSpans(text).opaque.map(({ start, end }) => text.slice(start, end));
const formulas = (text: string): string[] =>
  inlineSpans(text).formulas.map(({ contentSpan }) => text.slice(contentSpan.start, contentSpan.end));
const links = (text: string): string[] =>
  inlineSpans(text).links.map(({ kind, textSpan, targetSpan, labelSpan }) => {
    const show = (span?: { start: number; end: number }) => (span ? text.slice(span.start, span.end) : '-');
    return `${kind} ${show(textSpan)} ${show(targetSpan)} ${show(labelSpan)}`;
  });

describe('inlineSpans', () => {
  it('takes code spans whole, by the length of their backticks', () => {
    assert.deepEqual(opaque('a `b` ``c ` d`` e ` f'), ['`b`', '``c ` d``']);
    assert.deepEqual(opaque('`[a](b)` \\`c'), ['`[a](b)`']);
  });

  it('reads formulas by their four openers', () => {
    assert.deepEqual(formulas('\\(a\\) and \\[b\\] and $c$ and $$d$$'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(formulas('$x_1$ is `$y$`'), ['x_1']);
  });

  it('takes money for money', () => {
    assert.deepEqual(formulas('it cost $5-$20 a query, or $ 3, or $4'), []);
    assert.deepEqual(formulas('\\$x$'), []);
  });

  it('takes values that a template fills in, and remarks in escaped brackets, for no formulas', () => {
    assert.deepEqual(formulas(`_{span}\${a(b,1)}_, _{span}\${a(b,2)}_`), []);
    assert.deepEqual(formulas(`\${\\bf x}$ and \${x}_1$`), ['{\\bf x}', '{x}_1']);
    assert.deepEqual(formulas('it \\(skim it if you know it_all\\) and call\\(_name_\\)'), []);
    assert.deepEqual(formulas('\\(x_name\\) \\(\\text{the long way home}\\) \\(a_b c_d\\)'), [
      'x_name',
      '\\text{the long way home}',
      'a_b c_d',
    ]);
  });

  it('tells which openers of formulas lack a closer', () => {
    const text = 'a \\(b and $c';
    assert.deepEqual(
      inlineSpans(text).unclosedFormulas.map(({ start, end }) => text.slice(start, end)),
      ['\\(', '$'],
    );
  });

  it('reads links, images, references and addresses', () => {
    assert.deepEqual(links('[a](b.md#c "t") ![i](<x y.png>) [r][l] [s][] [t] <https://e.org> [^n]'), [
      'link a b.md#c -',
      'image i x y.png -',
      'link r - l',
      'link s - s',
      'link t - t',
      'autolink  https://e.org -',
    ]);
  });

  it('lets an image stand in a link, but no link', () => {
    assert.deepEqual(links('[![a](b)](c)'), ['link ![a](b) c -', 'image a b -']);
    assert.deepEqual(links('[x [a](b) y](c)'), ['link a b -']);
  });

  it('keeps a parenthesis inside a target', () => {
    assert.deepEqual(links('[a](b(c)d)'), ['link a b(c)d -']);
  });

  it('leaves the text of a link to prose, and takes its target away', () => {
    assert.deepEqual(opaque('see [attention](attention.md) now'), ['](attention.md)']);
  });

  it('takes addresses, paths, file names, hashtags, handles and HTML away', () => {
    assert.deepEqual(opaque('https://a.org/b, www.c.org ./d/e f.md#g #h @i j@k.org <b class="x">'), [
      'https://a.org/b',
      'www.c.org',
      './d/e',
      'f.md#g',
      '#h',
      '@i',
      'j@k.org',
      '<b class="x">',
    ]);
    assert.deepEqual(opaque('encoder/decoder, e.g. 3.5 at 1:2'), []);
  });

  it('never throws, and its opaque spans are in order and apart, on any text', () => {
    const markup = fc.array(
      fc.constantFrom('[', ']', '(', ')', '!', '`', '``', '$', '\\', '<', '>', '"', ' ', 'a', '\n'),
    );
    fc.assert(
      fc.property(markup, (parts) => {
        const text = parts.join('');
        const spans = inlineSpans(text).opaque;
        spans.forEach((span, i) => {
          assert.ok(span.start < span.end && span.end <= text.length);
          if (i > 0) assert.ok(span.start > spans[i - 1]!.end);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('plainText', () => {
  for (const [text, shown] of [
    ['[notes.ipynb](notes.ipynb): all', 'notes.ipynb: all'],
    ['see [NLP] now', 'see NLP now'],
    ['[x][y] and ![a picture](b.png)', 'x and a picture'],
    ['[ ] to do', '[ ] to do'],
  ] as const) {
    it(`shows ${text}`, () => assert.equal(plainText(text), shown));
  }
});
