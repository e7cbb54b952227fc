import assert from 'node:assert/strict';
import { checkDemo } from '../../../src/core/demos/check-demo';
import type { DemoSolver } from '../../../src/core/demos/demo-solver';
import { readDemo } from '../../../src/core/demos/read-demo';
import { completion } from '../../../src/core/features/completion';
import type { Asking } from '../../../src/core/features/completion-policy';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { fileLinks } from '../../../src/core/links/file-links';
import { fileSymbols } from '../../../src/core/math/file-symbols';
import { fileLesson } from '../../../src/core/order/file-lesson';
import { breadSuggestions } from '../../support/bread-suggestions';
import { bareHost } from '../../support/demos';
import { memoryCourse } from '../../support/memory-course';
import { suggestionCases, suggestionFiles } from '../../support/suggestions';
import { writtenSuggestions } from '../../support/written-suggestions';

const demos: DemoSolver = {
  check: ({ kind, text }) => checkDemo(readDemo(kind, text), bareHost),
  glance: ({ kind, text }) => checkDemo(readDemo(kind, text), bareHost),
  dispose: async () => {},
};

async function suggested(marked: string, name = 'lesson.md', asking: Asking = 'asked') {
  const offset = marked.indexOf('¦');
  const { context } = memoryCourse({ ...suggestionFiles, [name]: marked.replace('¦', '') }, {}, [
    fileTerms,
    fileSymbols,
    fileLinks,
    fileLesson,
  ]);
  const readData = async (path: string) => {
    const text = suggestionFiles[path];
    return text === undefined ? undefined : { text };
  };
  return completion({ ...context(name), demos, readData }, offset, { snippets: true, asking });
}

const T = '```';
const A = 'lesson.md';
const python = (body: string) =>
  `import streamlit as st\n\nLESSON = """\n# Tea\n\n${body}\n"""\n\nst.markdown(LESSON)\n`;

/** Places in other files than a lesson, and what is offered unasked while a word is written. */
const elsewhere: readonly (readonly [
  file: string,
  marked: string,
  first: string | readonly string[],
  asking?: Asking,
])[] = [
  ['a.py', python(`${T}mermaid\nflowchart TD\n  LF[Leaf] --> PT[Pot]\n  P¦\n${T}`), 'PT'],
  ['a.py', python(`${T}mermaid\nflo¦\n${T}`), 'flowchart'],
  ['a.py', python(`${T}mer¦`), 'mermaid'],
  ['a.py', python(`${T}moe\nexper¦\n${T}`), 'experts'],
  ['a.py', python('The Lea¦ is'), 'Leaf'],
  ['a.py', python('Let $\\\\al¦$ be'), ['\\alpha', '\\\\alpha']],
  ['a.py', 'import os\n\nfor i in ra¦\n', []],
  ['a.py', python('- **¦'), ['- **Name (NM):** What it means.', 'Leaf', '**Leaf']],
  ['a.py', python('[a](br¦'), 'brewing.md'],
  ['a.py', python(`${T}mermaid\nsequenceDiagram\n  A->>B: x\n  B-->>¦\n${T}`), 'A'],
  ['a.mdx', `import X from 'x'\n\n${T}mermaid\npie\n  sh¦\n${T}\n`, []],
  ['a.mdx', `<Tabs>\n\n${T}mer¦\n\n</Tabs>\n`, 'mermaid'],
  ['a.mdx', 'The Lea¦ is\n', 'Leaf'],
  ['a.mdx', '<Card title="Lea¦">\n', []],
  ['a.mdx', 'export const a = Lea¦\n', []],
  ['a.qmd', `${T}{mer¦\n`, ['{mermaid}', 'mermaid']],
  ['a.qmd', `${T}{mer¦}\n`, '{mermaid}', 'written'],
  ['a.qmd', `${T}{mermaid}\nflowchart LR\n  A --> B\n  A --¦\n${T}\n`, '-->'],
  ['a.qmd', `${T}{mermaid}\n%%| fig-cap: "x"\nflow¦\n${T}\n`, 'flowchart'],
  ['a.qmd', '# Tea {#sec-tea}\n\nSee @sec-¦\n', ['sec-tea', '@sec-tea']],
  ['a.qmd', '![A pot](images/pot.png){#fig-pot}\n\nSee @fig¦\n', ['fig-pot', '@fig-pot']],
  ['a.md', '(tea)=\n# Tea\n\nSee {ref}`te¦`\n', 'tea'],
  ['a.mmd', 'flowchart TD\n  LF[Leaf] --> PT\n  PT --> L¦\n', 'LF'],
  ['a.mmd', 'seq¦', 'sequenceDiagram'],
  ['a.mmd', 'gantt\n  date¦\n', 'dateFormat'],
  [A, `- one\n\n  ${T}mermaid\n  flowchart TD\n    A --> B\n    sub¦\n  ${T}\n`, 'subgraph'],
  [A, `> ${T}mermaid\n> flowchart TD\n>   Aa --> Bb\n>   Aa --> B¦\n> ${T}\n`, 'Bb'],
  [A, `:::{note}\n${T}mermaid\nflow¦\n${T}\n:::\n`, 'flowchart'],
  [A, `::: mermaid\nseq¦\n:::\n`, 'sequenceDiagram'],
  [A, `<details>\n\n${T}moe\npre¦\n${T}\n\n</details>\n`, 'preset'],
  [A, `~~~mermaid\nclassDiagram\n  class Pot\n  Pot <|¦\n~~~\n`, '<|--'],
  [A, `${T}attention\ntext: a b c\ncausal: true\nexpect:\n  row¦\n${T}\n`, 'row_sum_error'],
  [A, `${T}mla\npreset: deepseek-v2\nexpect:\n  cache¦\n${T}\n`, ['cache_bytes', 'cache_elements']],
  [A, `${T}mla\npreset: deepseek-v2\nexpect:\n  reduc¦\n${T}\n`, 'reduction_elements'],

  [A, `${T}moe\nexperts: 8\ntop_k: 2\nsteps: 3\nexpect:\n  ¦\n${T}\n`, ['active_fraction', 'loads', 'load', 'max_vio']],
  [A, `${T}moe\nexperts: 8\nexp¦\n${T}\n`, 'expect'],
  [A, `${T}transformer\ntext: the tea\nexpect:\n  pro¦\n${T}\n`, ['probability', 'probabilities', 'prob']],
  [A, `${T}moe\nscore: ¦\n${T}\n`, ['softmax', 'sigmoid']],
  [A, `${T}moe\ndata:\n  pa¦\n${T}\n`, 'path'],
  [A, `${T}sampling\ndata:\n  pa¦\n${T}\n`, []],
  [A, `${T}scaling-law\ndata:\n  pa¦\n${T}\n`, 'path'],
  [A, `${T}moe\nexperts: 8\ntop_k: 2\nexpect:\n  active_fraction: ¦`, '0.25'],
  [A, '$$\n\\begin{al¦', ['aligned', 'align'], 'written'],
  [A, 'Tea.\n\n$$\n\\alp¦\n\nMore of it.\n', '\\alpha', 'written'],
  [A, '$$\nx\n$$\n\nIt costs $5 and al¦\n', [], 'written'],
  [A, 'Then $\\sum_{i=1}^n \\fra¦$\n', '\\frac'],
  [A, '$\\Ga¦$\n', ['\\Gamma']],
  [A, '$\\le¦$\n', ['\\le', '\\leq', '\\left']],
  [A, '$\\ri¦$\n', ['\\right', '\\rightarrow']],
  [A, '$\\ma¦$\n', ['\\mathbb', '\\mathcal', '\\mathbf', '\\mathrm', '\\max']],
  [A, '$\\ex¦$\n', ['\\exp', '\\exists']],
  [A, '$\\ell¦$\n', ['\\ell']],
  [A, '$\\fora¦$\n', '\\forall'],
  [A, '$\\und¦$\n', ['\\underbrace', '\\underline', '\\underset']],
  [A, '$\\op¦$\n', ['\\operatorname']],
  [A, '$\\times¦$\n', ['\\times']],
  [A, '$$\n\\begin{bm¦}\n$$\n', 'bmatrix'],
  [A, '$$\n\\begin{eq¦\n$$\n', ['equation', 'eqnarray']],
  [A, '$$\n\\begin{a¦\n$$\n', ['aligned', 'align']],
  [A, '\\\\[ x \\be¦\n', []],
  [A, 'In shell `\\al¦`\n', []],
  [A, `${T}math\n\\al¦\n${T}\n`, '\\alpha'],
  [A, '---\nne¦\n---\n\n# Tea\n', 'needs'],
  [A, '---\nti¦', 'title', 'written'],
  [A, '---\ntitle: Tea\nneeds: Bre¦\n---\n', 'Brewing', 'written'],
  [A, '---\nneeds: [Glossary, ¦]\n---\n', ['Brewing', 'Glossary']],
  [A, '---\nneeds:\n  - Glossary\n  - His¦\n---\n', 'History', 'written'],
  [A, '---\ntags:\n  - His¦\n---\n', []],
  [A, '---\ntitle: Tea\n---\n\nne¦\n', [], 'written'],
  [A, '[text](¦)\n', ['brewing.md', 'glossary.md']],
  [A, '![](¦)\n', 'images/leaf.svg'],
  [A, '[see](#¦)\n\n## One thing\n\n## Two\n', '#one-thing'],
  [A, '[see](./notes/h¦)\n', './notes/history.md'],
  [A, '[see][b¦]\n\n[book]: https://x.org\n', 'book'],
  [A, 'a[^n¦]\n\n[^note]: x\n', 'note'],
  [A, '[[Brew¦\n', ['brewing', 'Brewing']],
  ['notes/a.md', '[x](../br¦)\n', '../brewing.md'],
  ['notes/a.md', '[x](his¦)\n', 'history.md'],
  ['notes/a.md', '![x](../im¦)\n', '../images/leaf.svg'],
  [A, '# Module 0: A\n\n## Lesson 1: B\n\n# ¦\n', 'Module 1: '],
  [A, 'note: thi¦', [], 'written'],
  [A, 'The Lea¦', [], 'written'],
  [A, '- Lea¦', [], 'written'],
  [A, `${T}mermaid\nflowchart TD\n  A[Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nflowchart TD\n  %% Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nsequenceDiagram\n  Lea->>Po: Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}python\nLea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\ngantt\n  title Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\npie\n  "Lea¦" : 3\n${T}\n`, [], 'written'],
  [A, `${T}moe\n# exp¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nflowchart TD\n  A --> B\n  end¦\n${T}\n`, [], 'written'],
  [A, 'It costs $5 and al¦\n', [], 'written'],
  [A, '`code` Lea¦', [], 'written'],
  [A, '| Lea¦ |\n', [], 'written'],
  [A, `${T}mermaid\nmindmap\n  root((x))\n    Po¦\n${T}\n`, 'Pot', 'written'],
  [A, `${T}mermaid\nstateDiagram-v2\n  state "Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nerDiagram\n  POT {\n    string na¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nclassDiagram\n  class Pot {\n    +pour¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nflowchart TD\n  A -- Lea¦\n${T}\n`, [], 'written'],
  [A, `${T}mermaid\nflowchart TD\n  subgraph Lea¦\n${T}\n`, 'LF', 'written'],
];

describe('completion', () => {
  for (const [file, marked, first, asking] of [...elsewhere, ...writtenSuggestions, ...breadSuggestions]) {
    it(`offers ${asking ?? 'asked'} in ${file}: ${JSON.stringify(marked)}`, async () => {
      const found = (await suggested(marked, file, asking)).items.slice(0, 8).map(({ label }) => label);
      if (first.length === 0) assert.deepEqual(found, []);
      else assert.ok([first].flat().includes(found[0] ?? ''), `${first} expected, found ${JSON.stringify(found)}`);
    });
  }

  for (const { where, text, first } of suggestionCases) {
    it(`offers first: ${where}`, async () => {
      const { items } = await suggested(text);
      const found = items.slice(0, 8).map(({ label }) => label);
      if (first.length === 0) assert.deepEqual(found, []);
      else assert.ok([first].flat().includes(found[0] ?? ''), `${first} expected, found ${JSON.stringify(found)}`);
    });
  }

  it('offers no terms in a demo that is not closed yet', async () => {
    const text = `# Tea\n\n- **Leaf (LF):** x\n\n${T}moe\npreset: mixtral\nexpect:\n  active_fraction: ¦`;
    const found = (await suggested(text)).items.map(({ label }) => label);
    assert.ok(found.includes('0.25'));
    assert.ok(!found.includes('Leaf'));
  });
});
