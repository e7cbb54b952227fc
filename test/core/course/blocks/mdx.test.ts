import assert from 'node:assert/strict';
import { courseDocument } from '../../../support/course-text';

interface Row {
  readonly text: string;
  readonly headings?: readonly string[];
  readonly fences?: readonly string[];
  /** Texts of paragraphs. */
  readonly prose?: readonly string[];
}

/** What MDX reads in a text; the same text is another one to markdown. */
const rows: Record<string, Row> = {
  'a fence right below a tag, with a comment and a blank line in it': {
    text: '<Tabs>\n  <Tab>\n  ```sh\n  # one\n\n  # two\n  ```\n  </Tab>\n</Tabs>\n\n## A\n',
    headings: ['A'],
    fences: ['# one\n\n# two\n'],
  },
  'a list right below a tag': {
    text: '<Steps>\n1. one\n\n2. two\n</Steps>\n',
    prose: ['one', 'two\n</Steps>'],
  },
  'a fence that is indented by more than three': {
    text: '<A>\n  <B>\n    <C>\n      ```js\n      x\n\n      y\n      ```\n    </C>\n  </B>\n</A>\n\nText\n',
    fences: ['x\n\ny\n'],
    prose: ['Text'],
  },
  'a fence whose lines and end are indented less': {
    text: '<A>\n    <B>\n        ```js\n  x\n\ny\n    ```\n    </B>\n</A>\n\n- a\n\n      ```js\n    z\n    ```\n\n- b\n\n## A\n',
    fences: ['x\n\ny\n', 'z\n'],
    headings: ['A'],
  },
  'a fence far right of a list, right below its text': {
    text: '5. Text\n\t\t```md\n\t\tx\n\t\t\n\t\ty\n\t\t```\n\n## A\n',
    fences: ['x\n\ny\n'],
    headings: ['A'],
    prose: ['Text'],
  },
  'a tag over several lines, with an expression': {
    text: '<Box\n  of={[1, 2].map((x) => {\n    return x > 1;\n  })}\n>\n## A\n</Box>\n',
    headings: ['A'],
    prose: ['</Box>'].slice(1),
  },
  'a program with blank lines, templates and markers': {
    text: "import { x } from 'y'\n\nexport const a = () => {\n  const b = `~~~js\n{c(`d`)}\n~~~`\n\n  return b\n}\n\n## A\n\n```js\ne\n```\n",
    headings: ['A'],
    fences: ['e\n'],
    prose: [],
  },
  'an expression over several lines, with an apostrophe in its text': {
    text: "{items.map((x) => (\n  <p>don't {x}</p>\n\n))}\n\n## A\n",
    headings: ['A'],
    prose: [],
  },
  'a comment': { text: '{/* # no\n\n# heading */}\n\n## A\n', headings: ['A'], prose: [] },
  'a tag that nothing ends': { text: '<Box of={\n\n## A\n', headings: ['A'] },
  'a sentence that begins with export': {
    text: 'export the results\n\n## A\n',
    headings: ['A'],
    prose: ['export the results'],
  },
  'code that is shown of a program': {
    text: '```js\nexport const a = {\n```\n\n## A\n',
    headings: ['A'],
    fences: ['export const a = {\n'],
  },
  'text behind a tag': {
    text: '<Tip>Text\n\n## A\n</Tip>\n',
    headings: ['A'],
    prose: ['<Tip>Text', '</Tip>'].slice(0, 1),
  },
  'styles and scripts': { text: '<style>\n# no\n\n## no\n</style>\n\n## A\n', headings: ['A'], prose: [] },
};

describe('MDX', () => {
  for (const [name, { text, headings = [], fences = [], prose }] of Object.entries(rows)) {
    it(`reads ${name}`, () => {
      for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
        const document = courseDocument(lines, 'lesson.mdx');
        assert.deepEqual(
          document.headings.map(({ title }) => title),
          headings,
        );
        assert.deepEqual(
          document.fences.map(({ content, closed }) => [content.text, closed]),
          fences.map((content) => [content, true]),
        );
        if (!prose) continue;
        const paragraphs = document.inlines.filter(({ kind }) => kind === 'paragraph');
        assert.deepEqual(
          paragraphs.map(({ source }) => source.text),
          prose,
        );
      }
    });
  }

  it('leaves tags of other markdown as HTML', () => {
    const { fences, headings } = courseDocument('<Tab>\n```sh\n# one\n```\n</Tab>\n', 'lesson.md');
    assert.deepEqual([fences.length, headings.length], [0, 0]);
  });

  it('reads what nothing closes in linear time', () => {
    for (const line of ['<a b={', '{', 'export const a = {', '<a>{', '<pre>']) {
      courseDocument(`${line}\n\n`.repeat(20_000), 'lesson.mdx');
    }
  });
});
