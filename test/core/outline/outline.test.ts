import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { outlineOf } from '../../../src/core/outline/outline';
import type { OutlineItem } from '../../../src/core/outline/outline-item';
import { courseDocument } from '../../support/course-text';
import { sharedFile, skipWithoutShared } from '../../support/shared';

/** One line an entry: indentation, kind unless it is a heading, number, title. */
const shape = (text: string, name?: string): string[] => {
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ kind, number, title, children }) => [
      indent + [kind === 'heading' ? null : `${kind}:`, number, title].filter(Boolean).join(' '),
      ...lines(children, `${indent}  `),
    ]);
  return lines(outlineOf(courseDocument(text, name)), '');
};

describe('outlineOf', () => {
  const numbers: Record<string, string> = {
    '# 3. Title': '3 Title',
    '## 1.1 Title': '1.1 Title',
    '## 1.1. Title': '1.1 Title',
    '## 2) Title': '2 Title',
    '### 1️⃣ Title': '1 Title',
    '### 1️⃣2️⃣ **Title**': '12 Title',
    '### 🔟 Title': '10 Title',
    '## **1️⃣ The Title** 🚀': '1 The Title 🚀',
    '### ✅ **1. Title**': '1 ✅ Title',
    '### 📍 1. **Title (`x`)**': '1 📍 Title (x)',
    '### **2. Scaling ($N^*$)**': '2 Scaling ($N^*$)',
    '### Step 1: Load': '1 Step 1: Load',
    '## **Week 3–4** 🚀': '3-4 Week 3–4 🚀',
    '## 📅 Day 2': '2 📅 Day 2',
    '## Étape 3 : charger': '3 Étape 3 : charger',
    '## Schritt 2b': '2b Schritt 2b',
    '## Part 2/4: Heads': '2 Part 2/4: Heads',
    '## 第三章 注意力': '3 第三章 注意力',
    '## 第 12 节': '12 第 12 节',
    '## 2a. Heads': '2a Heads',
    '## 2d plots': '2d plots',
    '## Part of it, 3 of them': 'Part of it, 3 of them',
    '## Stepping 3 ways': 'Stepping 3 ways',
    '## Day one': 'Day one',
    '### 4.Éléments': '4 Éléments',
    '### 7.「モデル」': '7 「モデル」',
    '### 3、注意力': '3 注意力',
    '# 7 heads': '7 heads',
    '# 3D Video': '3D Video',
    '# 2024. A year': '2024. A year',
    '# 🎯 [Title](x.md) & *more*': '🎯 Title & more',
    '# snake_case \\*stars\\* `a*b`': 'snake_case *stars* a*b',
  };
  for (const [heading, expected] of Object.entries(numbers)) {
    it(`reads ${heading}`, () => assert.deepEqual(shape(heading), [expected]));
  }

  it('nests sections by level, and steps where they stand', () => {
    assert.deepEqual(
      shape('# A\n### C\n## B\n# 1. D\n1. one\n   1. two\n   2. three\n2. four\n\n- five\n- 1.2.1 six\n'),
      [
        'A',
        '  C',
        '  B',
        '1 D',
        '  skill: 1 one',
        '    skill: 1.1 two',
        '    skill: 1.2 three',
        '  skill: 2 four',
        '  skill: 1.2.1 six',
      ],
    );
  });

  it('takes a number in a bullet for one where others count with it', () => {
    const skills = (text: string) => shape(text).filter((line) => line.includes('skill:'));
    for (const text of [
      '- 0.3 is the rate\n- 0.4 is another\n',
      '- 404: not found\n- 405: not allowed\n',
      '- 1: an error\n- 2: a usage\n',
      '- 3.11 or later\n- 3.12 runs too\n',
      '- 1.5 million\n',
    ])
      assert.deepEqual(skills(text), [], text);
    assert.deepEqual(skills('- 1. a\n- 2. b\n'), ['skill: 1 a', 'skill: 2 b']);
    assert.deepEqual(skills('- 1.1 a\n- 1.2 b\n'), ['skill: 1.1 a', 'skill: 1.2 b']);
    assert.deepEqual(skills('## 3. A\n- 3.5 b\n'), ['  skill: 3.5 b']);
    assert.deepEqual(skills('- 2.3.1 a\n'), ['skill: 2.3.1 a']);
  });

  it('holds areas with their mnemonics, diagrams and demos', () => {
    const text =
      '# A\n- Sparse Routing is titled with "SpaRo" and its root node is abbreviated as SR.\n\n' +
      '```mermaid\nflowchart LR\n  title --> b\n```\n\n```mermaid\npie title Shares\n  "a" : 1\n```\n\n' +
      '```mermaid\n---\ntitle: Named\n---\nflowchart LR\n  a --> b\n```\n\n```moe\ntitle: "Four tokens"\n```\n\n```python\nx\n```\n';
    assert.deepEqual(shape(text), [
      'A',
      '  mnemonic: Sparse Routing',
      '  diagram: Flowchart',
      '  diagram: Shares',
      '  diagram: Named',
      '  demo: Four tokens',
    ]);
    const [section] = outlineOf(courseDocument(text));
    assert.deepEqual(
      section!.children.map(({ detail }) => detail),
      ['SpaRo · SR', undefined, 'Pie chart', 'Flowchart', 'moe'],
    );
  });

  it('keeps pasted front matter out, at the top and further down', () => {
    assert.deepEqual(shape('---\ntitle: x\n---\n# A\n\n---\ntitle: y\nemoji: z\n---\n## B\n\nplain text\n---\n'), [
      'A',
      '  B',
      '  plain text',
    ]);
  });

  it('gives a section all up to the next of its level', () => {
    const text = '# A\nx\n## B\ny\n# C\n';
    const [a, c] = outlineOf(courseDocument(text));
    assert.deepEqual(a!.span, { start: 0, end: text.indexOf('# C') });
    assert.deepEqual(a!.children[0]!.span, { start: text.indexOf('## B'), end: text.indexOf('# C') });
    assert.deepEqual(c!.span, { start: text.indexOf('# C'), end: text.length });
    assert.equal(text.slice(a!.selectionSpan.start, a!.selectionSpan.end), 'A');
  });

  it('shows a diagram that is a file', () => {
    assert.deepEqual(shape('flowchart LR\n  a --> b\n', 'a.mmd'), ['diagram: Flowchart']);
  });

  it('reads the sample skill tree in all its ways of counting', () => {
    const found = shape(readFileSync('samples/course/skills.md', 'utf8'));
    for (const line of [
      '  mnemonic: Leadership and Collaboration',
      '    1.1 Dot products'.slice(2),
      '    skill: 1.2.3 Recognise what cannot be joined.',
      '  3 Estimate a KV cache',
      '  2 ✅ Measure imbalance',
      '    skill: 2.1 Between parameters and data.',
    ])
      assert.ok(found.includes(line), line);
  });

  it('lists the real course: its sections, areas and diagrams', function () {
    const file = sharedFile('corpus/courses/streamlit-scroller.md');
    if (!file) return skipWithoutShared(this);
    const found = shape(readFileSync(file, 'utf8')).map((line) => line.trim());
    const count = (kind: string) => found.filter((line) => line.startsWith(`${kind}:`)).length;
    assert.deepEqual([count('mnemonic'), count('diagram')], [9, 21]);
    assert.ok(!found.some((line) => line.includes('colorFrom')));
    assert.ok(found.includes('1 Generalization Across Domains 🌍'));
  });
});
