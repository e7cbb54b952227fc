import type { SuggestionCase } from './suggestions';

const fence = (info: string, body: string): string => `# Bread\n\n\`\`\`${info}\n${body}\n\`\`\`\n\nThe end.\n`;
const mermaid = (body: string): string => fence('mermaid', body);
const gantt = (body: string) => mermaid(`gantt\n  dateFormat YYYY-MM-DD\n  section Bake\n${body}`);
const requirement = (body: string) => mermaid(`requirementDiagram\n  requirement crust {\n    id: 1\n${body}\n  }`);
const c4 = (body: string) =>
  mermaid(`C4Context\n  Person(baker, "Baker")\n  System(oven, "Oven")\n  System_Ext(mill, "Mill")\n${body}`);
const mindmap = (body: string) => mermaid(`mindmap\n  root((Tea))\n${body}`);
const moe = (body: string) => fence('moe', body);

/** Kinds of places, and for each of them lessons (the cursor at `¦`) with the label that must come first. */
const kinds: Readonly<Record<string, readonly (readonly [text: string, first: SuggestionCase['first']])[]>> = {
  'a tag of a task': [
    [gantt('    Knead :cri¦'), 'crit,'],
    [gantt('    Knead : cri¦'), 'crit,'],
    [gantt('    Knead :d¦'), 'done,'],
    [gantt('    Knead :crit, act¦'), 'active,'],
    [gantt('    Knead :crit,act¦'), 'active,'],
    [gantt('    Rise and shine : mil¦'), 'milestone,'],
    [gantt('    Knead :k1, 2026-01-01, 2d\n    Rise :r1, af¦'), 'after '],
    [gantt('    Knead :k1, 2026-01-01, 2d\n    Rise :crit, r1, after k¦'), 'k1'],
    [gantt('    Knead :k1, 2026-01-01, 2d\n    Rest :2026-01-01, unt¦'), 'until '],
    [gantt('    Knead :v¦'), 'vert,'],
  ],
  'a value of a requirement': [
    [requirement('    risk: ¦'), 'Low'],
    [requirement('    risk: h¦'), 'High'],
    [requirement('    risk: M¦'), 'Medium'],
    [requirement('    risk:l¦'), 'Low'],
    [requirement('    verifymethod: ¦'), 'Analysis'],
    [requirement('    verifymethod: te¦'), 'Test'],
    [requirement('    verifyMethod: Ins¦'), 'Inspection'],
    [requirement('    verifymethod: demo¦'), 'Demonstration'],
    [requirement('    text: it holds\n    ver¦'), ['verifyMethod: ', 'verifymethod: ']],
    [mermaid('requirementDiagram\n  element loaf {\n    ty¦\n  }'), 'type: '],
  ],
  'an alias of C4': [
    [c4('  Rel(¦'), 'baker'],
    [c4('  Rel(ba¦'), 'baker'],
    [c4('  Rel(baker, ¦'), 'oven'],
    [c4('  Rel(baker, ov¦'), 'oven'],
    [c4('  Rel(baker, ¦)'), 'oven'],
    [c4('  BiRel(m¦'), 'mill'],
    [c4('  Rel_D(oven, m¦, "buys")'), 'mill'],
    [c4('  UpdateElementStyle(o¦'), 'oven'],
    [c4('  UpdateRelStyle(baker, o¦'), 'oven'],
    [c4('  RelIndex(1, ba¦'), 'baker'],
  ],
  'a number of a demo': [
    [moe('experts: ¦'), '8'],
    [moe('top_k: ¦'), '2'],
    [moe('preset: mixtral\ntop_k: ¦'), '2'],
    [moe('preset: deepseek-v3\nexperts: ¦'), '256'],
    [moe('seed: ¦'), '0'],
    [fence('mla', 'preset: deepseek-v2\nheads: ¦'), '128'],
    [fence('mla', 'context: ¦'), '32768'],
    [fence('attention', 'heads: ¦'), '4'],
    [fence('scaling-law', 'fit: hoffmann-2022\ncompute: ¦'), '5.76e23'],
    [fence('transformer', 'temperature: ¦'), '1'],
  ],
  'a term in a mind map': [
    [mindmap('    Lea¦'), 'Leaf'],
    [mindmap('    po¦'), 'Pot'],
    [mindmap('    Mixture o¦'), 'Mixture of Experts'],
    [mindmap('    Leaf\n      Rout¦'), 'Router'],
    [mindmap('    (Lea¦)'), 'Leaf'],
    [mindmap('    [Po¦'), 'Pot'],
    [mindmap('    ((Multi¦))'), 'Multi-Head Attention'],
    [mindmap('    id["Resid¦"]'), 'Residual stream'],
    [mermaid('mindmap\n  Rou¦'), 'Router'],
    [mindmap('    Heads\n    MH¦'), ['MHA', 'Multi-Head Attention']],
  ],
  'front matter of a diagram': [
    [mermaid('---\nti¦\n---\nflowchart TD\n  A --> B'), 'title'],
    [mermaid('---\ncon¦\n---\nflowchart TD\n  A --> B'), 'config'],
    [mermaid('---\nconfig:\n  th¦\n---\nflowchart TD\n  A --> B'), 'theme'],
    [mermaid('---\nconfig:\n  theme: ¦\n---\nflowchart TD\n  A --> B'), 'default'],
    [mermaid('---\nconfig:\n  theme: fo¦\n---\nflowchart TD\n  A --> B'), 'forest'],
    [mermaid('---\nconfig:\n  look: h¦\n---\nflowchart TD\n  A --> B'), 'handDrawn'],
    [mermaid('---\nconfig:\n  lay¦\n---\nflowchart TD\n  A --> B'), 'layout'],
    [mermaid('---\nconfig:\n  layout: e¦\n---\nflowchart TD\n  A --> B'), 'elk'],
    [mermaid('---\ntitle: Loaf\nconf¦'), 'config'],
    [mermaid('---\nconfig:\n  theme: base\n  themeV¦\n---\npie\n  "a" : 1'), 'themeVariables'],
  ],
  'the next heading’s number': [
    ['## 1 Flour\n\n## 2 Water\n\n## ¦\n', '3 '],
    ['# Part I\n\n# Part II\n\n# ¦\n', 'Part III'],
    ['## Step 1. Mix\n\n## Step 2. Rest\n\n## ¦\n', 'Step 3. '],
    ['## 1) Mix\n\n## 2) Rest\n\n## ¦\n', '3) '],
    ['# 3. Bake\n\n## 3.1. Heat\n\n## ¦\n', '3.2. '],
    ['# Chapter 3: Bake\n\nWords.\n\n# Chapter 4: Cool\n\n# ¦\n', 'Chapter 5: '],
    ['## Week 9: Rye\n\nWords.\n\n## ¦\n', 'Week 10: '],
    ['# A. Rye\n\n# B. Spelt\n\n# ¦\n', 'C. '],
    ['## 1.9 Rye\n\n## 1.10 Spelt\n\n## ¦\n', '1.11 '],
    ['## Exercise 4: Fold\n\n### Hint\n\n## ¦\n', 'Exercise 5: '],
  ],
  'the next entry of a glossary': [
    ['# Glossary\n\n- **Crumb**: the inside.\n- ¦\n', '- **Name**: What it means.'],
    [
      '# Glossary\n\n- **Crumb (CB)** – the inside.\n- **Crust (CT)** – the outside.\n¦\n',
      '- **Name (NM)** – What it means.',
    ],
    ['# Glossary\n\n* **Crumb:** the inside.\n* ¦\n', '* **Name:** What it means.'],
    ['# Glossary\n\n- 🍞 **Loaf (LO):** whole.\n- ¦\n', '- 🔑 **Name (NM):** What it means.'],
    ['## Terms\n\n- **Crumb**: the inside.\n- **¦\n', '- **Name**: What it means.'],
    ['# Glossary\n\n**Crumb (CB)**: the inside.\n\n¦\n', '**Name (NM)**: What it means.'],
    ['# Bread\n\n## Glossary\n\n- **Crumb** — the inside.\n- ¦\n\n## After\n\nWords.\n', '- **Name** — What it means.'],
    ['## Key terms\n\n- **Crumb**: the inside.\n- ¦\n', '- **Name**: What it means.'],
    ['## Glossary\n\n1. **Crumb**: the inside.\n2. ¦\n', '2. **Name**: What it means.'],
    ['## Glossary\n\n¦\n', '- **Name (NM):** What it means.'],
  ],
  'an image': [
    ['![A pot](¦)\n', 'images/leaf.svg'],
    ['![A pot](po¦)\n', 'images/pot.png'],
    ['![](images/p¦)\n', 'images/pot.png'],
    ['![](./im¦)\n', './images/leaf.svg'],
    ['![](/im¦)\n', '/images/leaf.svg'],
    ['See ![](lea¦ and more.\n', 'images/leaf.svg'],
    ['- ![a](images/¦)\n', 'images/leaf.svg'],
    ['> ![a leaf](im¦)\n', 'images/leaf.svg'],
    ['![pot]\n\n[pot]: images/p¦\n', 'images/pot.png'],
    ['| a |\n| --- |\n| ![](pot¦) |\n', 'images/pot.png'],
  ],
  'a reference': [
    ['See [it][¦]\n\n[rye]: https://example.org\n', 'rye'],
    ['See [it][r¦\n\n[rye]: https://example.org\n', 'rye'],
    ['See [it][r¦] there.\n\n[rye]: https://example.org\n[spelt]: https://example.com\n', 'rye'],
    ['See ![a loaf][l¦]\n\n[loaf]: loaf.png\n', 'loaf'],
    ['- See [it][sp¦]\n\n[rye]: https://example.org\n[spelt]: https://example.com\n', 'spelt'],
    ['See [`code`][b¦]\n\n[b 1]: <https://example.org>\n', 'b 1'],
    ['> See [it][¦]\n\n[rye]: https://example.org "Rye"\n', 'rye'],
    ['See [it][2¦]\n\n[1]: https://example.org\n[2]: https://example.com\n', '2'],
    ['See [a][rye] and [b][¦]\n\n[rye]: https://example.org\n[spelt]: https://example.com\n', 'spelt'],
    ['[rye]: https://example.org\n\n| a |\n| --- |\n| [x][r¦] |\n', 'rye'],
  ],
};

export const suggestionsByKind: readonly SuggestionCase[] = Object.entries(kinds).flatMap(([kind, rows]) =>
  rows.map(([text, first], index) => ({ where: `${kind}, ${index + 1}`, text, first })),
);
