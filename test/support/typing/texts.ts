/** A text that is typed key by key, and must stand as it was typed. */
export interface TypedText {
  readonly id: string;
  /** The ending of the file it is typed into. */
  readonly ending: 'md' | 'mdx' | 'qmd' | 'mmd' | 'py';
  readonly text: string;
}

/** What stands above: a course that has terms, for what it could suggest. */
export const head = `# Weaving

## Glossary

- **Warp (WP)**: the threads that are stretched.
- **Weft (WF)**: the thread that goes across.
- **Loom (LM)**: holds the warp.

## Lesson

`;

const fence = (kind: string, body: string): string => `\`\`\`${kind}\n${body.trim()}\n\`\`\`\n`;

const diagrams: Readonly<Record<string, string>> = {
  flowchart: `flowchart LR
  WP[Warp] --> LM{Loom?}
  LM -->|yes| D(Cloth)
  LM -- no --> WP
  D -.-> E((End))
  E ==> F
  A & B --> C
  subgraph one
    C --> D
  end
  Warp --> Weft
  L --> W
  classDef big fill:#f96,stroke:#333
  class A,B big
  style F fill:#bbf
  linkStyle 0 stroke:#f00
  click A "https://example.org"`,
  shapes: `flowchart TD
  A@{ shape: rect, label: "Warp" }
  A-->B
  B-->C:::big
  C --- D
  %% a Loom, and: more`,
  sequence: `sequenceDiagram
  participant W as Weaver
  actor L as Loom
  W->>L: lift
  L-->>W: lifted
  loop every row
    W->>+L: throw
    L-->>-W: beat
  end
  alt torn
    W->>W: knot
  else whole
    Note over W,L: go on
  end`,
  class: `classDiagram
  class Loom {
    +int shafts
    +lift(n) bool
  }
  Loom <|-- Frame
  Loom "1" --> "many" Shaft : has
  Cl --> C`,
  state: `stateDiagram-v2
  [*] --> Open
  Open --> Shut : lift
  state Open {
    [*] --> Boil
  }
  Shut --> [*]
  note right of Open: wait`,
  er: `erDiagram
  LOOM ||--o{ SHAFT : has
  LOOM {
    int id PK
    string name "the name"
  }`,
  gantt: `gantt
  title A cloth
  dateFormat YYYY-MM-DD
  section Warp
  Stretch :done, a1, 2026-01-01, 3d
  Tie :crit, after a1, 2d`,
  pie: `pie showData
  title Threads
  "Warp" : 60
  "Weft" : 40`,
  mindmap: `mindmap
  root((Loom))
    Warp
      W
    Weft`,
  timeline: `timeline
  title Looms
  1801 : Jacquard
  1785 : Power loom : steam`,
  sankey: `sankey-beta

Warp,Cloth,10
Cloth,Coat,9`,
  radar: `radar-beta
  axis a["A"], b["B"]
  curve c{1, 2}
  max 5`,
  treemap: `treemap-beta
"Cloth"
    "Warp": 10
    "Weft": 20`,
  git: `gitGraph
  commit
  branch weft
  checkout weft
  commit id: "one"
  checkout main
  merge weft`,
  quadrant: `quadrantChart
  x-axis Low --> High
  quadrant-1 Keep
  Warp: [0.3, 0.6]`,
  chart: `xychart-beta
  x-axis [jan, feb]
  y-axis "Rows" 0 --> 10
  bar [3, 4]`,
  block: `block-beta
  columns 3
  a b c
  a --> b`,
  architecture: `architecture-beta
  group mill(cloud)[Mill]
  service db(database)[Store] in mill
  service loom(server)[Loom] in mill
  db:L -- R:loom`,
  requirement: `requirementDiagram
  requirement firm {
    id: 1
    text: it holds.
    risk: high
    verifymethod: test
  }`,
};

const demos: Readonly<Record<string, string>> = {
  moe: `preset: mixtral
experts: 8
top_k: 2
balance:
  method: bias
  rate: 0.01
steps: 10
expect:
  active_fraction: 0.25
  max_vio: "<= 2"`,
  attention: `text: the warp on the loom
heads: 2
causal: true
positional: rope
expect:
  row_sum_error: "< 1e-6"`,
  mla: `preset: deepseek-v2
context: 4096
against:
  kind: gqa
  groups: 8
expect:
  reduction_bytes: 0.9..1`,
  'scaling-law': `fit: hoffmann-2022
compute: 1e21
expect:
  tokens_per_param: 20 ± 5`,
  transformer: `text: the loom
layer: 0
temperature: 1
stage: attention`,
  'multi-token': `acceptance: 0.8
draft: 4
draft_cost: 0.05
expect:
  tokens_per_pass: 3.36`,
  'loss-curve': `steps: 300
bad_batches: [150]
respond: skip
expect:
  cost_skip: 1`,
  'model-size': `preset: mixtral-8x7b
tokens: 1e12
optimizer: adam
experts:
  count: 8
  top_k: 2
expect:
  active_parameters: 12.9B`,
  precision: `format: fp8-e4m3
values: [0.1, 300]
scaling:
  kind: block
  block: 128
accumulate: 14
expect:
  largest: 448`,
  growth: `from: 2020
quantities:
  - name: models
    times: 410
    years: 2
    source: a paper
limits:
  - name: one device
    quantity: models
    at: 100
    source: a data sheet
expect:
  first: one device`,
  collective: `operation: all-reduce
bytes: 1e9
topology:
  preset: h800
  nodes: 4
expect:
  steps: 62`,
  sampling: `samples: 200
correct: 20
k: 10
verifier:
  accuracy: 0.9
  tokens: 100
expect:
  pass_at_k: 66%`,
};

const pages: readonly TypedText[] = [
  {
    id: 'prose',
    ending: 'md',
    text: `## A new part

Note: this is it: see [the glossary](#glossary) and [b](other.md#x).

- one: two
- **Shed (SD)**: the gap for the weft.
- [ ] task

1. First
2. Second

| a | b |
| --- | --- |
| 1 | 2 |

Mail me@example.org, use C# & F#, a/b, {x}, x = y, a > b, <br>, \\alpha.

Let $\\alpha_{i} = \\frac{1}{2}$ and $\\beta$

$$
\\begin{aligned}
\\sum_{i=1}^{n} x_i
\\end{aligned}
$$

The Warp and the Weft, WP -> WF. A war
Lo
`,
  },
  {
    id: 'front-matter',
    ending: 'md',
    text: `A foot note[^one], a [ref][two], a [[page]], an ![image](pic.png).

[^one]: It says so: see
[two]: https://example.org/#top

\`\`\`python
def loom(warp):
    if warp == 1: return {
        "a": [1, 2],
    }
\`\`\`

> A quote: \`code\`
> - in a list:
`,
  },
  {
    id: 'mdx',
    ending: 'mdx',
    text: `import Loom from './loom'

export const warp = { a: 1 }

<Loom warp={warp} />

${fence('mermaid', diagrams.shapes!)}
Text: and more.
`,
  },
  { id: 'quarto', ending: 'qmd', text: `---\ntitle: Looms\n---\n\n${fence('{mermaid}', diagrams.state!)}` },
  { id: 'mermaid-file', ending: 'mmd', text: `${diagrams.flowchart}\n` },
  {
    id: 'python',
    ending: 'py',
    text: `import os

LESSON = """
# Weaving

- **Warp (WP)**: stretched.

${fence('mermaid', diagrams.er!)}
${fence('moe', demos.moe!)}"""

def loom(warp: int) -> dict:
    x = {"a": warp}
    return x
`,
  },
];

/** The project's own texts: each diagram and demo in a fence, and pages of each kind of file. */
export const ownTexts: readonly TypedText[] = [
  ...Object.entries(diagrams).map(([id, body]): TypedText => ({ id, ending: 'md', text: fence('mermaid', body) })),
  ...Object.entries(demos).map(([id, body]): TypedText => ({ id, ending: 'md', text: fence(id, body) })),
  ...pages,
];
