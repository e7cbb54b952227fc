import assert from 'node:assert/strict';
import { fenceFindings } from '../../../../src/core/features/markdown/fence-findings';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

/** A text with a mark where the fault is, and the text that the fix makes of it. */
const faults: Record<string, { text: string; fixed: string; headings?: string[]; contents?: string[] }> = {
  'text behind the closing line': {
    text: '```mermaid\ngraph TD\n  A --> B\n<|```|>- Done\n\n# Text\n',
    fixed: '```mermaid\ngraph TD\n  A --> B\n```\n- Done\n\n# Text\n',
    headings: ['Text'],
    contents: ['graph TD\n  A --> B\n'],
  },
  'a sentence behind the closing line, and fences below': {
    text: '```python\nx\n<|```|> Now we train it.\n\n```python\ny\n```\n',
    fixed: '```python\nx\n```\nNow we train it.\n\n```python\ny\n```\n',
    contents: ['x\n', 'y\n'],
  },
  'text behind the closing line of a quote': {
    text: '> ```text\n> x\n> <|```|>: so\n',
    fixed: '> ```text\n> x\n> ```\n> : so\n',
  },
  'a closing marker behind the last line': {
    text: '```py\nx\nprint(x)<|```|>\n\n### Next\n\n```py\ny\n```\n',
    fixed: '```py\nx\nprint(x)\n```\n\n### Next\n\n```py\ny\n```\n',
    headings: ['Next'],
  },
  'a closing marker behind the last line of an indented fence': {
    text: '- a\n  ```py\n  x<|```|>\n- b\n  ```py\n  y\n  ```\n',
    fixed: '- a\n  ```py\n  x\n  ```\n- b\n  ```py\n  y\n  ```\n',
  },
  'a closing marker behind the last line in a quote': {
    text: '> ```py\n> x<|```|>\n>\n> ```py\n> y\n> ```\n',
    fixed: '> ```py\n> x\n> ```\n>\n> ```py\n> y\n> ```\n',
  },
  'a marker in the middle of the code, which closes nothing': {
    text: '<|```|>py\nx = "a ``` b"\n\n```py\ny\n```\n',
    fixed: '```py\nx = "a ``` b"\n```\n\n```py\ny\n```\n',
  },
  'a closing line that is missing before a fence': {
    text: '<|```|>python\nprint(1)\n\n### Next part\n\n```python\nprint(2)\n```\n\nEnd.\n',
    fixed: '```python\nprint(1)\n```\n\n### Next part\n\n```python\nprint(2)\n```\n\nEnd.\n',
    headings: ['Next part'],
    contents: ['print(1)\n', 'print(2)\n'],
  },
  'a closing line that is missing, and text between': {
    text: '<|```|>bash\npip install x\n\nThen run it:\n\n```bash\nx --help\n```\n\n```text\nok\n```\n',
    fixed: '```bash\npip install x\n\nThen run it:\n```\n\n```bash\nx --help\n```\n\n```text\nok\n```\n',
    contents: ['pip install x\n\nThen run it:\n', 'x --help\n', 'ok\n'],
  },
  'a diagram that nothing closes, with a heading below': {
    text: '<|```|>mermaid\ngraph TD\n  A --> B\n\n# Text\n\nMore.\n',
    fixed: '```mermaid\ngraph TD\n  A --> B\n```\n\n# Text\n\nMore.\n',
    headings: ['Text'],
    contents: ['graph TD\n  A --> B\n'],
  },
  'a shell fence that nothing closes keeps its comments': {
    text: '<|```|>bash\n# Install\npip install x\n',
    fixed: '```bash\n# Install\npip install x\n```\n',
    headings: [],
    contents: ['# Install\npip install x\n'],
  },
  'text with code behind the closing line': {
    text: '```bash\nx\n<|```|> `y` is a package.\n\n```py\nz\n```\n',
    fixed: '```bash\nx\n```\n`y` is a package.\n\n```py\nz\n```\n',
  },
  'a marker that closes nothing': {
    text: '```py\nx\n```\n\nSo it goes:\n<|```|>\n\nMore.\n\n```py\ny\n```\n\n# A\n',
    fixed: '```py\nx\n```\n\nSo it goes:\n\nMore.\n\n```py\ny\n```\n\n# A\n',
    headings: ['A'],
  },
  'a line in a quoted fence that lacks its >': {
    text: '> ```py\n> x\n<|y|>\n> ```\n>\n> - So it goes.\n',
    fixed: '> ```py\n> x\n> y\n> ```\n>\n> - So it goes.\n',
  },
  'lines in a quoted fence that lack their >, first to last': {
    text: '> [!note]\n>```py\n<|a|>\nb\n>```\n\nMore.\n',
    fixed: '> [!note]\n>```py\n>a\n>b\n>```\n\nMore.\n',
  },
  'a closing line of a quoted fence that lacks its >': {
    text: '> ```sh\n> x\n<|```|>\n\n# A\n',
    fixed: '> ```sh\n> x\n> ```\n\n# A\n',
    headings: ['A'],
  },
  'code in a list item that is not indented': {
    text: '1. Do:\n   ```sh\n   x/\n<|│|>\n├── y\n    ├── z\n\n```\n\n2. **Then**:\n   ```sh\n   w\n   ```\n',
    fixed: '1. Do:\n   ```sh\n   x/\n   │\n   ├── y\n       ├── z\n\n   ```\n\n2. **Then**:\n   ```sh\n   w\n   ```\n',
  },
  'a comment in a list item that is not indented': {
    text: '2. Call it:\n   ```python\n<|# set up|>\nrun()\n   ```\n\n   Before all else.\n',
    fixed: '2. Call it:\n   ```python\n   # set up\n   run()\n   ```\n\n   Before all else.\n',
  },
  'a closing line in a list item that is not indented': {
    text: '- a\n\t- b\n\t```python\n\tx\n<|```|>\n- c\n',
    fixed: '- a\n\t- b\n\t```python\n\tx\n\t```\n- c\n',
  },
  'a fence in a list item that the next item ends': {
    text: '1. a\n   <|```|>sh\n   x\n2. **B**\n   ```sh\n   y\n   ```\n',
    fixed: '1. a\n   ```sh\n   x\n   ```\n2. **B**\n   ```sh\n   y\n   ```\n',
  },
  'a marker behind text where no fence names a language': {
    text: '```\nx\nprint(x)<|```|>\n\nSo.\n\n```\ny\n```\n\n# A\n',
    fixed: '```\nx\nprint(x)\n```\n\nSo.\n\n```\ny\n```\n\n# A\n',
    headings: ['A'],
  },
  'what a plug-in hangs on the closing line': {
    text: '```python\nx\n<|```|> { data-correct }\n\n```python\ny\n```\n',
    fixed: '```python\nx\n```\n{ data-correct }\n\n```python\ny\n```\n',
  },
  'a fence that a quote ends': {
    text: '> <|```|>sh\n> x\n\nText.\n',
    fixed: '> ```sh\n> x\n> ```\n\nText.\n',
  },
  'a definition that begins with a fence which nothing closes': {
    text: '# A\n\nTerm\n: <|```|>python\n  x = 1\n\n# Next\n\nText\n',
    fixed: '# A\n\nTerm\n: ```python\n  x = 1\n  ```\n\n# Next\n\nText\n',
    headings: ['A', 'Next'],
  },
  'a prompt that shows a fence': {
    text: '<|```|>prompt\nWrite:\n```python\nx\n```\nThanks.\n```\n\n# A\n',
    fixed: '````prompt\nWrite:\n```python\nx\n```\nThanks.\n````\n\n# A\n',
    headings: ['A'],
    contents: ['Write:\n```python\nx\n```\nThanks.\n'],
  },
  'a fence that shows a fence': {
    text: '<|```|>markdown\nText\n```python\nx\n```\nText\n```\n\n# A\n',
    fixed: '````markdown\nText\n```python\nx\n```\nText\n````\n\n# A\n',
    headings: ['A'],
    contents: ['Text\n```python\nx\n```\nText\n'],
  },
  'a prompt that shows two fences': {
    text: '<|```|>python\np = """\n```json\n{}\n```\nor\n```yaml\na: 1\n```\n"""\n```\n\n# A\n\n```python\ny\n```\n',
    fixed: '````python\np = """\n```json\n{}\n```\nor\n```yaml\na: 1\n```\n"""\n````\n\n# A\n\n```python\ny\n```\n',
    headings: ['A'],
  },
};

const quiet: Record<string, string> = {
  'definitions that begin with a fence':
    'Term\n: ```python\n  x\n  ```\n\nOther\n\n:   ~~~\n    y\n    ~~~\n:   ```sh\n    z\n    ```\n\n> Quoted\n> : ```py\n>   x\n>   ```\n\nText\n',
  'a prompt that shows a shorter fence': '````prompt\n```python\nx\n```\n````\n\n# A\n',
  'fences that close': '```python\nx\n```\n\n```\ny\n```\n',
  'a longer fence around a shorter': '````md\n```python\nx\n```\n````\n',
  'tildes around backticks': '~~~md\n```python\nx\n~~~\n',
  'a shown line that no opener is': '```text\n```- Done\n```\n',
  'fences in list items': '1. a\n   ```bash\n   x\n   ```\n2. b\n   ```bash\n   y\n   ```\n',
  'a fence that shows how one opens': '```\n```python\n```\n\n# A\n',
  'a code span of three signs in a fence that closes': '```md\n```x``` is code\n```\n',
  'fences without a language of which one shows a marker': '```\nwrite x```\n```\n\n```\ny\n```\n',
  'a fence indented as code': '```md\n    ```python\n    x\n```\n',
  'boxes whose titles have code in them':
    '```smart header="About `x`"\nIt is `x`.\n```\n\n````warn header="No `\\"x\\"`!"\n```js run\nx\n```\n````\n\n# A\n',
  'inline code with three backticks': 'Write ```x``` so.\n\n```py\nx\n```\n',
};

const findings = (text: string) => fenceFindings(memoryCourse({ 'lesson.md': text }).context('lesson.md'));

describe('fenceFindings', () => {
  it('marks each closing line that has a sentence or a link behind it', () => {
    const { text, spans } = marked(
      '```\nx\n<|```|>这样就完成了。\n\n```\ny\n<|```|>CT [keeps](a.md) it short.\n\n```\nz\n```\n\n```\nw\n<|```|>So `w` ends.\n',
    );
    const found = fenceFindings(memoryCourse({ 'a.md': text }).context('a.md'));
    assert.deepEqual(
      found.map(({ span }) => span),
      spans,
    );
    for (const { message } of found) assert.match(message, /^This ``` does not close/);
  });

  for (const [what, { text: source, fixed, headings, contents }] of Object.entries(faults)) {
    it(`marks ${what} once, and mends it`, () => {
      const { text, spans } = marked(source);
      const { context } = memoryCourse({ 'lesson.md': text });
      const { document } = context('lesson.md');
      const found = fenceFindings(context('lesson.md'));
      assert.deepEqual(
        found.map(({ span }) => span),
        spans,
      );
      const mended = applyChanges(text, found[0]!.fixes[0]!.changes);
      assert.equal(mended, fixed);
      assert.deepEqual(findings(mended), []);
      const titles = document.headings.map(({ title }) => title);
      if (headings) assert.deepEqual(titles, headings);
      if (contents)
        assert.deepEqual(
          document.fences.map(({ content }) => content.text),
          contents,
        );
    });
  }

  it('reads the markdown in a box whose title has code in it, and marks what it does not close', () => {
    const box = '```smart header="About `x`"\n## Inside\n\n<|```|>python\nx\n\n# After\n';
    const { text, spans } = marked(box.replace('<|```|>python\nx', 'So.\n```'));
    assert.deepEqual([findings(text), spans], [[], []]);
    const { document } = memoryCourse({ 'a.md': text }).context('a.md');
    assert.deepEqual(
      document.headings.map(({ title }) => title),
      ['Inside', 'After'],
    );
    const open = marked('```smart header="About `x`"\n\nText\n\n<|```|>python\nx\n');
    assert.deepEqual(
      findings(open.text).map(({ span }) => span),
      open.spans,
    );
  });

  it('lets the lines of a block in an item begin at the margin where pandoc reads them, up to a blank line', () => {
    const said = (text: string, name: string) => fenceFindings(memoryCourse({ [name]: text }).context(name)).length;
    const lazy = '- a\n\n    ```{r}\nx <- 1\n    ```\n\n- b\n\n    ```{r}\ny <- 1\n  z\n    ```\n\nEnd.\n';
    assert.deepEqual([said(lazy, 'a.qmd'), said(lazy, 'a.Rmd'), said(lazy, 'a.md') > 0], [0, 0, true]);
    const blank = '- a\n\n    ```{r}\nx <- 1\n\ny\n    ```\n\nEnd.\n';
    assert.equal(said(blank, 'a.qmd') > 0, true);
    assert.equal(said('```{r}\nx <- 1\n\n# A\n', 'a.qmd'), 1);
  });

  for (const [what, text] of Object.entries(quiet)) {
    it(`is quiet about ${what}`, () => assert.deepEqual(findings(text), []));
  }

  it('reads thousands of fences that fit together badly', () => {
    assert.equal(findings('```python\nx\n'.repeat(5_000)).length, 5_000);
  });
});
