import assert from 'node:assert/strict';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { readingOf } from '../../../src/core/speech/reading';
import { spokenText } from '../../../src/core/speech/spoken-text';

const lesson = `# Course

Before.

## 🎯 Attention

Each *row* sums to $1.0$, see [the page](https://example.org/a.b). It is **fast**!

$$
\\frac{a}{b}
$$

\`\`\`mermaid
flowchart LR
  Q["🔎 Query"] -->|asks| K["Key"]
  K --> V
\`\`\`

\`\`\`python
x = 1
\`\`\`

### Below

| a | b |
| - | - |
| one | two |

## Next

Not this.
`;

describe('spokenText', () => {
  for (const [markdown, spoken] of [
    ['🎯 **ATT** → 10%', 'ATT to 10 percent'],
    ['`softmax` of $x^2$.', 'softmax of x squared.'],
    ['see https://example.org/a', 'see a link'],
    ['a | b', 'a b'],
  ] as const) {
    it(`reads ${markdown}`, () => assert.equal(spokenText(markdown), spoken));
  }
});

describe('readingOf', () => {
  const document = parseCourseDocument({ uri: 'file:///c/a.md', text: lesson, version: 1 }, 'markdown');

  it('reads a section in sentences, formulas and diagrams in words, each with its place', () => {
    const { title, sentences } = readingOf(document, lesson.indexOf('row'));
    assert.equal(title, '🎯 Attention');
    assert.deepEqual(
      sentences.map(({ spoken }) => spoken),
      [
        'Attention',
        'Each row sums to 1.0, see the page.',
        'It is fast!',
        'a over b',
        'Flowchart.',
        'Query, asks, Key.',
        'Key leads to V.',
        'A piece of code: python.',
        'Below',
        'a',
        'b',
        'one',
        'two',
      ],
    );
    const fast = sentences[2]!;
    assert.equal(fast.text, 'It is fast!');
    assert.deepEqual(fast.range, {
      start: { line: 6, character: 67 },
      end: { line: 6, character: 82 },
    });
  });

  it('reads what stands before the first heading', () => {
    const text = 'Hello.\n\n# A\n\nB.\n';
    const read = readingOf(parseCourseDocument({ uri: 'file:///c/a.md', text, version: 1 }, 'markdown'), 0);
    assert.deepEqual([read.title, read.sentences.map(({ spoken }) => spoken)], ['a.md', ['Hello.']]);
  });
});
