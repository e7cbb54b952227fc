import assert from 'node:assert/strict';
import { closingIndentation } from '../../src/extension/closing-indentation';

const wanted = (text: string) => {
  const lines = text.split('\n');
  return closingIndentation((line) => lines[line], lines.length - 1);
};

describe('closingIndentation', () => {
  it('is the opener’s, where the line is indented further', () => {
    assert.equal(wanted('```mermaid\nmindmap\n  a\n    b\n    ```'), '');
    assert.equal(wanted('- a\n  ~~~py\n  x\n      ~~~'), '  ');
    assert.equal(wanted('```py\nx\n```\n\n```js\n  y\n\t```'), '');
  });

  it('is none for a line that stands right, closes nothing, or may open', () => {
    for (const text of [
      '```py\nx\n```',
      '  ```py\n  x\n```',
      'text\n    ```',
      '```\nx\n  ```',
      '```py\nx\n```\n\n  ```',
      '```py\n    ~~~',
    ])
      assert.equal(wanted(text), undefined, text);
  });
});
