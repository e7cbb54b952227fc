import assert from 'node:assert/strict';
import { diffCourses } from '../../../src/core/diff/diff-courses';
import { courseDocument } from '../../support/course-text';

/** What changed between two texts of one file, each as `kind change name: before > after`. */
function changes(before: string | null, after: string | null, name: string): string[] {
  const document = (text: string | null) => (text === null ? null : courseDocument(text, name));
  return diffCourses([{ before: document(before), after: document(after) }]).map(
    (one) => `${one.kind} ${one.change} ${one.name}: ${one.before} > ${one.after}`,
  );
}

type Row = readonly [what: string, before: string | null, after: string | null, expected: readonly string[]];

const diagrams: readonly Row[] = [
  ['nothing', 'flowchart LR\n A[One] --> B', 'flowchart LR\n A[One] --> B', []],
  [
    'layout, ids and markup alone',
    'flowchart LR\n A[One]-->B[Two]',
    'flowchart TD\n  X["<b>one</b>"]\n  X --> Y(Two)',
    [],
  ],
  ['a label', 'flowchart LR\n A[One] --> B', 'flowchart LR\n A[Uno] --> B', ['node renamed Uno: One > Uno']],
  ['labels that trade places', 'flowchart LR\n A[One]\n B[Two]', 'flowchart LR\n A[Two]\n B[One]', []],
  [
    'one of two nodes with the same label',
    'flowchart LR\n A[Add]\n B[Add]',
    'flowchart LR\n A[Add]',
    ['node removed Add: Add > null'],
  ],
  [
    'an arrow turned round',
    'flowchart LR\n A --> B',
    'flowchart LR\n B --> A',
    ['edge removed A → B: null > null', 'edge added B → A: null > null'],
  ],
  ['an edge’s label', 'flowchart LR\n A -->|x| B', 'flowchart LR\n A -->|y| B', ['edge changed A → B: x > y']],
  [
    'an edge’s label taken off',
    'flowchart LR\n A -->|x| B',
    'flowchart LR\n A --> B',
    ['edge changed A → B: x > null'],
  ],
  ['a new file', null, 'flowchart LR\n A[One]', ['node added One: null > One']],
  ['a file that is gone', 'flowchart LR\n A[One]', null, ['node removed One: One > null']],
];

const texts: readonly Row[] = [
  [
    'a diagram put before another',
    '```mermaid\nflowchart LR\n A[One]\n```\n',
    '```mermaid\nflowchart LR\n Z[Zero]\n```\n\n```mermaid\nflowchart LR\n A[One]\n```\n',
    ['node added Zero: null > Zero'],
  ],
  [
    'a term that moves',
    '# Glossary\n\n- **Gate (GT):** Weighs.\n- **Key (KY):** Opens.\n',
    '# Glossary\n\n- **Key (KY):** Opens.\n- **Gate (GT):** Weighs.\n',
    [],
  ],
  [
    'a term that is gone and another',
    '# Glossary\n\n- **Gate (GT):** Weighs.\n- **Key (KY):** Opens.\n',
    '# Glossary\n\n- **Gate (GT):** Weighs.\n- **Value (VL):** Is read.\n',
    ['term removed Key: Opens. > null', 'term added Value: null > Is read.'],
  ],
  [
    'claims',
    '```mla\npreset: deepseek-v2\nexpect:\n  a: 1\n  b: 2\n```\n',
    '```mla\npreset: deepseek-v2\nexpect:\n  b: 3\n  c: 4 # new\n```\n',
    ['claim changed b: 2 > 3', 'claim removed a: 1 > null', 'claim added c: null > 4'],
  ],
];

describe('what changed in a course', () => {
  for (const [what, before, after, expected] of diagrams)
    it(what, () => assert.deepEqual(changes(before, after, 'd.mmd'), expected));
  for (const [what, before, after, expected] of texts)
    it(what, () => assert.deepEqual(changes(before, after, 'lesson.md'), expected));
});
