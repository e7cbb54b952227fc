import assert from 'node:assert/strict';
import { demosOf } from '../../src/extension/demos-of';

describe('demos that are read ahead', () => {
  for (const [what, markdown, demos] of [
    ['stand in fences of a demo', '# A\n\n```moe\nexperts: 8\n```\n', ['experts: 8']],
    ['are named by an attribute', '~~~yaml demo=compute\nlet:\n  - a = 1\n~~~', ['let:\n  - a = 1']],
    ['stand in lists and quotations', '- ```moe\n  a\n  ```\n\n> ```moe\n> b\n> ```', ['  a', '> b']],
    ['are written with the line ends of Windows', '```moe\r\na\r\n```\r\n```mla\r\nb\r\n```', ['a', 'b']],
    ['hold fences that are shorter', '````moe\n```\na\n```\n````', ['```\na\n```']],
    ['are no other code, and none within it', '````md\n```moe\na\n```\n````\n```python\nmoe\n```', []],
    ['are closed', '```moe\na', []],
  ] as const) {
    it(what, () => assert.deepEqual(demosOf(markdown), demos));
  }
});
