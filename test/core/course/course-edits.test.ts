import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChanges } from '../../../src/core/text/span';
import { readMarkdown } from './read-course';

// Tabs inside of quotes are left out: markdown-it counts their columns in its own way when quotes nest.
const quotes = ['> ', '- ', '1. ', '> - ', '- > ', '  '];
const lists = ['- ', '-\t', '1. ', '12)  ', '1.\t', '\t- ', '   '];

/** A block inside containers: their marks on its first line, the same again or as indentation on the others. */
function nest(block: string, marks: readonly string[]): string {
  return marks.reduceRight((text, mark) => {
    const rest = mark.replace(/[^>\s]/g, ' ');
    return text.replace(/^/gm, rest).replace(rest, () => mark);
  }, block);
}

const inner = fc
  .array(fc.constantFrom('A', 'b', ' ', '\n', '\n', '-->', '🧠', '\t', '#'), { maxLength: 12 })
  .map((parts) => parts.join(''));
const document = fc
  .tuple(
    fc.oneof(...[quotes, lists].map((marks) => fc.array(fc.constantFrom(...marks), { maxLength: 3 }))),
    inner,
    fc.constantFrom('```', '~~~~', ':::'),
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.constantFrom('', ' ', '  '),
    fc.boolean(),
  )
  .map(([marks, content, fence, lineBreak, indent, closed]) =>
    `before\n\n${nest(`${fence}mermaid\n${content}${closed ? `\n${fence}` : ''}`, [...marks, indent])}`.replaceAll(
      '\n',
      lineBreak,
    ),
  );

describe('a change to embedded text', () => {
  it('reads as asked when the course is read again', () => {
    let tried = 0;
    fc.assert(
      fc.property(document, inner, fc.nat(), fc.nat(), (text, newText, a, b) => {
        const fence = readMarkdown(text).fences[0];
        if (!fence) return;
        const old = fence.content.text;
        const [start, end] = [a % (old.length + 1), b % (old.length + 1)].sort((x, y) => x - y) as [number, number];
        const change = fence.content.change({ start, end }, newText);
        if (!change) return;
        const expected = old.slice(0, start) + newText + old.slice(end);
        // A heading is where a fence that nothing closes ends for its reader.
        if (!fence.closed && /^[ \t]*#+[ \t]/m.test(expected)) return;
        tried++;
        const again = readMarkdown(applyChanges(text, [change])).fences[0]!;
        // A closing line stays a line; blank ends of a file without one are no lines to markdown-it.
        const found = again.content.text;
        const details = JSON.stringify({ text, old, start, end, change, found });
        if (!fence.closed) assert.equal(found.trimEnd(), expected.trimEnd(), details);
        else assert.equal(found, expected === '' || expected.endsWith('\n') ? expected : `${expected}\n`, details);
        assert.equal(again.closed, fence.closed);
      }),
      { numRuns: 2000 },
    );
    assert.ok(tried > 600);
  });

  // A line that is less deep than its fence takes the blanks that are put before it for the fence's own.
  const shallow: readonly (readonly [what: string, text: string, after: string])[] = [
    ['a fence', '  ```mermaid\nA\n  ```', '  ```mermaid\n    A\n  ```'],
    ['a fence, by half', '  ```mermaid\n A\n  ```', '  ```mermaid\n    A\n  ```'],
    ['a fence in a quote', '>   ```mermaid\n> A\n>   ```', '>   ```mermaid\n>     A\n>   ```'],
    ['no fence', '  ```mermaid\n  A\n  ```', '  ```mermaid\n    A\n  ```'],
  ];
  for (const [what, text, after] of shallow)
    it(`indents a line that is less deep than ${what}`, () => {
      const { content } = readMarkdown(text).fences[0]!;
      const written = applyChanges(text, [content.change({ start: 0, end: 0 }, '  ')!]);
      assert.equal(written, after);
      assert.equal(readMarkdown(written).fences[0]!.content.text, '  A\n');
    });

  it('gives a quote mark without a space the space that an indented line needs', () => {
    const text = '>```mermaid\n>A\n>```';
    const change = readMarkdown(text).fences[0]!.content.change({ start: 1, end: 1 }, '\n  B');
    assert.equal(applyChanges(text, [change!]), '>```mermaid\n>A\n>   B\n>```');
  });
});
