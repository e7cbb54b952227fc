import { furtherSuggestions } from './further-suggestions';
import { riverSuggestions } from './river-suggestions';
import { suggestionsByKind } from './suggestions-by-kind';
import { unseenSuggestions } from './unseen-suggestions';

/** One place where an author asks for help, and what must be offered first there. */
export interface SuggestionCase {
  readonly where: string;
  /** The lesson, the cursor at `¦`. */
  readonly text: string;
  /** The label that must come first; of several, any. */
  readonly first: string | readonly string[];
}

/** Files that stand beside the lesson. */
export const suggestionFiles: Readonly<Record<string, string>> = {
  'glossary.md': `# Glossary

- **Leaf (LF):** The dried plant.
- **Pot (PT):** Holds the water.
- **Mixture of Experts (MoE):** Many small networks, of which few work at once.
- **Multi-Head Attention (MHA):** Several heads that look at once.
- **Router:** Chooses the experts of a token.
- **Residual stream:** What each layer adds to.
`,
  'brewing.md': '# Brewing\n\n## Water and heat\n\n## Steeping\n',
  'notes/history.md': '# History\n',
  'images/pot.png': '',
  'images/leaf.svg': '',
  'tables/runs.csv': 'params,tokens,final loss\n1e9,2e10,2.1\n',
};

const fence = (info: string) => (body: string) => `# Tea\n\n\`\`\`${info}\n${body}\n\`\`\`\n\nThe end.\n`;
const open = (info: string) => (body: string) => `# Tea\n\nSome words.\n\n\`\`\`${info}\n${body}`;
const mermaid = fence('mermaid');
const flow = (body: string) => mermaid(`flowchart TD\n  LF[Leaf] --> PT[Pot]\n${body}`);
const sequence = (body: string) =>
  mermaid(`sequenceDiagram\n  participant Ann\n  participant Bob as Robert\n  Ann->>Bob: hi\n${body}`);
const classes = (body: string) => mermaid(`classDiagram\n  class Pot\n  class Kettle\n${body}`);
const moe = fence('moe');

const row = (where: string, text: string, first: SuggestionCase['first']): SuggestionCase => ({ where, text, first });

export const suggestionCases: readonly SuggestionCase[] = [
  // Fences
  row('three backticks', '# A\n\n```¦\n', 'mermaid'),
  row('three backticks at the end of the file', 'Words.\n\n```¦', 'mermaid'),
  row('a fence’s name begun', 'Words.\n\n```mer¦', 'mermaid'),
  row('a fence’s name begun above other text', 'Words.\n\n```mer¦\n\nMore words.\n', 'mermaid'),
  row('a demo’s name begun', 'Words.\n\n```mo¦\n', 'moe'),
  row('attention begun', 'Words.\n\n```att¦\n', 'attention'),
  row('scaling law begun', 'Words.\n\n```sca¦\n', 'scaling-law'),
  row('transformer begun', 'Words.\n\n```tr¦\n', 'transformer'),
  row('mla begun', 'Words.\n\n```ml¦\n', 'mla'),
  row('multi-token begun', 'Words.\n\n```mul¦\n', 'multi-token'),
  row('loss curve begun', 'Words.\n\n```los¦\n', 'loss-curve'),
  row('model size begun', 'Words.\n\n```mod¦\n', 'model-size'),
  row('precision begun', 'Words.\n\n```pre¦\n', 'precision'),
  row('growth begun', 'Words.\n\n```gro¦\n', 'growth'),
  row('collective begun', 'Words.\n\n```coll¦\n', 'collective'),
  row('sampling begun', 'Words.\n\n```samp¦\n', 'sampling'),
  row('tildes', 'Words.\n\n~~~mer¦\n', 'mermaid'),
  row('a kind of diagram by its word', 'Words.\n\n```seq¦\n', 'mermaid sequence'),
  row('a fence above another one', 'Words.\n\n```¦\n\n```mermaid\npie\n```\n', 'mermaid'),
  row('a fence in a list item', '- Item\n\n  ```mer¦\n', 'mermaid'),
  row('a fence in a quote', '> ```mer¦\n', 'mermaid'),
  // Diagram types and directions
  row('an empty diagram', mermaid('¦'), 'flowchart'),
  row('a type begun', mermaid('flow¦'), 'flowchart'),
  row('a type begun in an open fence', open('mermaid')('seq¦'), 'sequenceDiagram'),
  row('state begun', mermaid('sta¦'), 'stateDiagram-v2'),
  row('class begun', mermaid('cla¦'), 'classDiagram'),
  row('gantt begun', mermaid('ga¦'), 'gantt'),
  row('er begun', mermaid('er¦'), 'erDiagram'),
  row('mindmap begun', mermaid('mi¦'), 'mindmap'),
  row('git begun', mermaid('git¦'), 'gitGraph'),
  row('pie begun', mermaid('p¦'), ['pie', 'packet', 'packet-beta']),
  row('a direction', mermaid('flowchart ¦'), 'TB'),
  row('a direction begun', mermaid('flowchart L¦'), 'LR'),
  row('a direction of a subgraph', flow('  subgraph S\n    direction ¦\n  end'), 'TB'),
  row('a direction of a git graph', mermaid('gitGraph L¦'), 'LR:'),
  row('pie’s data', mermaid('pie sh¦'), 'showData'),
  // Flowchart lines
  row('an id begun', flow('  P¦'), 'PT'),
  row('an id begun in small letters', flow('  lf¦'), 'LF'),
  row('an id at an empty line', flow('  ¦'), 'LF'),
  row('class begun in a flowchart', flow('  cla¦'), ['class', 'classDef']),
  row('classDef begun', flow('  classD¦'), 'classDef'),
  row('subgraph begun', flow('  sub¦'), 'subgraph'),
  row('style begun', flow('  sty¦'), 'style'),
  row('linkStyle begun', flow('  lin¦'), 'linkStyle'),
  row('click begun', flow('  cli¦'), 'click'),
  row('end of a subgraph', flow('  subgraph S\n    LF\n  e¦'), 'end'),
  row('direction in a subgraph', flow('  subgraph S\n    dir¦\n  end'), 'direction'),
  row('a term as a node', flow('  Mo¦'), 'MoE'),
  row('a term as a node by its name', flow('  Mixt¦'), 'MoE'),
  row('a term without acronym as a node', flow('  Rout¦'), 'Router'),
  row('an id before a term', mermaid('flowchart TD\n  Mine[My own] --> PT\n  M¦'), 'Mine'),
  // Arrows and targets
  row('an arrow behind a node', flow('  LF ¦'), '-->'),
  row('an arrow begun', flow('  LF --¦'), '-->'),
  row('a dotted arrow begun', flow('  LF -.¦'), '-.->'),
  row('a thick arrow begun', flow('  LF =¦'), '==>'),
  row('a target', flow('  PT --> ¦'), 'LF'),
  row('a target begun', flow('  PT --> L¦'), 'LF'),
  row('a target right behind the arrow', flow('  PT -->¦'), 'LF'),
  row('a target behind a label', flow('  PT -->|hot| ¦'), 'LF'),
  row('a target behind &', flow('  PT --> LF & ¦'), 'LF'),
  row('a target in an open fence', open('mermaid')('flowchart TD\n  LF --> PT\n  PT --> L¦'), 'LF'),
  row('a term in a label', flow('  C[Le¦]'), 'Leaf'),
  row('a term in an edge’s label', flow('  LF -->|Rou¦| PT'), 'Router'),
  row('a term of more words in a label', flow('  C[Mixture o¦]'), 'Mixture of Experts'),
  // Shapes, styles and classes
  row('keys of a shape', flow('  C@{ ¦'), 'shape'),
  row('a shape', flow('  C@{ shape: ¦'), 'rect'),
  row('a shape begun', flow('  C@{ shape: st¦'), ['stadium', 'st-rect', 'start', 'stop']),
  row('a diamond', flow('  C@{ shape: dia¦'), ['diamond', 'diam']),
  row('what to style', flow('  style ¦'), 'LF'),
  row('a property', flow('  style LF ¦'), 'fill:'),
  row('a property begun', flow('  style LF fill:#fff,stroke-d¦'), 'stroke-dasharray:'),
  row('a colour', flow('  style LF fill:¦'), '#f96'),
  row('a colour that the diagram has', flow('  style LF fill:#123456\n  style PT fill:¦'), '#123456'),
  row('a width', flow('  style LF stroke-width:¦'), '1px'),
  row('a property of a class', flow('  classDef hot ¦'), 'fill:'),
  row('a style class', flow('  classDef hot fill:#f96\n  class LF ¦'), 'hot'),
  row('a style class behind colons', flow('  classDef hot fill:#f96\n  LF:::¦'), 'hot'),
  row('a style class begun', flow('  classDef hot fill:#f96\n  classDef cold fill:#69f\n  LF:::co¦'), 'cold'),
  row('nodes of a class', flow('  classDef hot fill:#f96\n  class ¦'), 'LF'),
  row('an edge by its number', flow('  linkStyle ¦'), ['default', '0']),
  row('what a click does', flow('  click LF ¦'), 'href'),
  // Sequence
  row('participant begun', sequence('  par¦'), ['participant', 'par']),
  row('a participant begun', sequence('  A¦'), 'Ann'),
  row('a message’s arrow', sequence('  Ann ¦'), '->>'),
  row('a message’s arrow begun', sequence('  Ann-¦'), '->>'),
  row('a receiver', sequence('  Ann->>¦'), 'Bob'),
  row('a receiver begun', sequence('  Ann->>B¦'), 'Bob'),
  row('a receiver of a reply', sequence('  Bob-->>¦'), 'Ann'),
  row('a receiver that is activated', sequence('  Ann->>+¦'), 'Bob'),
  row('a loop begun', sequence('  lo¦'), 'loop'),
  row('the other case of alt', sequence('  alt warm\n    Ann->>Bob: x\n  e¦'), ['else', 'end']),
  row('the other case of alt begun', sequence('  alt warm\n    Ann->>Bob: x\n  el¦'), 'else'),
  row('the other part of par', sequence('  par one\n    Ann->>Bob: x\n  an¦'), 'and'),
  row('the end of a loop', sequence('  loop daily\n    Ann->>Bob: x\n  en¦'), 'end'),
  row('no else outside of alt', sequence('  el¦'), []),
  row('what a note is over', sequence('  note over ¦'), 'Ann'),
  row('where a note stands', sequence('  note ¦'), 'over'),
  row('whom to activate', sequence('  activate ¦'), 'Bob'),
  row('autonumber begun', sequence('  auto¦'), 'autonumber'),
  // Class
  row('a class begun', classes('  Po¦'), 'Pot'),
  row('class begun', classes('  cl¦'), ['class', 'classDef', 'click']),
  row('a relation', classes('  Pot ¦'), '<|--'),
  row('a relation begun', classes('  Pot *¦'), '*--'),
  row('a related class', classes('  Pot --> ¦'), 'Kettle'),
  row('a member’s visibility', classes('  class Cup {\n    ¦\n  }'), '+'),
  row('an annotation in a body', classes('  class Cup {\n    <<¦\n  }'), '<<interface>>'),
  row('no keywords in a body', classes('  class Cup {\n    name¦\n  }'), []),
  row('a namespace begun', classes('  name¦'), 'namespace'),
  // State
  row('the start of states', mermaid('stateDiagram-v2\n  [¦'), '[*]'),
  row('a state begun', mermaid('stateDiagram-v2\n  Cold --> Hot\n  Ho¦'), 'Hot'),
  row('where a transition leads', mermaid('stateDiagram-v2\n  Cold --> Hot\n  Hot --> ¦'), 'Cold'),
  row('a transition', mermaid('stateDiagram-v2\n  Cold --> Hot\n  Hot ¦'), '-->'),
  row('a note of a state', mermaid('stateDiagram-v2\n  Cold --> Hot\n  not¦'), ['note right of', 'note left of']),
  // Entities
  row('a relationship', mermaid('erDiagram\n  POT {\n    string id\n  }\n  POT ¦'), '||--||'),
  row('a relationship begun', mermaid('erDiagram\n  POT ||--|| CUP : has\n  POT }¦'), ['}|--|{', '}o--o{']),
  row('a related entity', mermaid('erDiagram\n  POT ||--|| CUP : has\n  POT ||--o{ ¦'), 'CUP'),
  row('a type of an attribute', mermaid('erDiagram\n  POT {\n    s¦\n  }'), 'string'),
  row('a key of an attribute', mermaid('erDiagram\n  POT {\n    int id ¦\n  }'), 'PK'),
  // Gantt, git, pie, requirement, others
  row('a date format', mermaid('gantt\n  da¦'), 'dateFormat'),
  row('how dates are written', mermaid('gantt\n  dateFormat ¦'), 'YYYY-MM-DD'),
  row('what is no work', mermaid('gantt\n  excludes w¦'), 'weekends'),
  row('a section begun', mermaid('gantt\n  title x\n  sec¦'), 'section'),
  row('a task’s tag', mermaid('gantt\n  section A\n  Boil :¦'), 'done,'),
  row('what a task comes after', mermaid('gantt\n  section A\n  Boil :b1, 2026-01-01, 3d\n  Pour :after ¦'), 'b1'),
  row('a branch to go to', mermaid('gitGraph\n  commit\n  branch dev\n  checkout ¦'), 'dev'),
  row('commit begun', mermaid('gitGraph\n  com¦'), 'commit'),
  row('merge begun', mermaid('gitGraph\n  commit\n  me¦'), 'merge'),
  row('a kind of commit', mermaid('gitGraph\n  commit type: ¦'), 'NORMAL'),
  row('title of a pie', mermaid('pie\n  ti¦'), 'title'),
  row('an axis', mermaid('quadrantChart\n  x¦'), 'x-axis'),
  row('a section of a journey', mermaid('journey\n  title x\n  sec¦'), 'section'),
  row('a requirement', mermaid('requirementDiagram\n  req¦'), 'requirement'),
  row('a line of a requirement', mermaid('requirementDiagram\n  requirement r {\n    ri¦\n  }'), 'risk: '),
  row('an element of C4', mermaid('C4Context\n  Per¦'), 'Person('),
  row('columns of blocks', mermaid('block-beta\n  col¦'), 'columns'),
  row('a service', mermaid('architecture-beta\n  se¦'), 'service'),
  // Demos
  row('a key begun', moe('exp¦'), ['expect', 'experts']),
  row('experts begun', moe('expert¦'), 'experts'),
  row('a key in an open fence', open('moe')('pre¦'), 'preset'),
  row('a preset', moe('preset: ¦'), 'switch'),
  row('a preset begun', moe('preset: m¦'), 'mixtral'),
  row('a preset begun with more of them', moe('preset: deepseek-v¦'), 'deepseek-v2-lite'),
  row('a choice', moe('score: si¦'), 'sigmoid'),
  row('a shorthand', moe('balance: b¦'), 'bias'),
  row('a key of a record', moe('balance:\n  me¦'), 'method'),
  row('a value of a record', moe('balance:\n  method: aux¦'), 'aux-loss'),
  row('a claim begun', moe('preset: mixtral\nexpect:\n  a¦'), ['active_fraction', 'aux_loss']),
  row('a claim of an open fence', open('moe')('preset: mixtral\nexpect:\n  act¦'), 'active_fraction'),
  row('any claim of an open fence', open('moe')('preset: mixtral\nexpect:\n  ¦'), 'active_fraction'),
  row('what a demo gives', moe('preset: mixtral\nexpect:\n  active_fraction: ¦'), '0.25'),
  row('what a demo gives, begun', moe('preset: mixtral\nexpect:\n  active_fraction: 0¦'), '0.25'),
  row('what a demo gives in an open fence', open('moe')('preset: switch\nexpect:\n  active_fraction: ¦'), '0.125'),
  row(
    'what attention gives',
    fence('attention')('text: a b\ncausal: true\nheads: 1\nexpect:\n  weights.0.0.0: ¦'),
    '1',
  ),
  row('positions', fence('attention')('positional: r¦'), 'rope'),
  row('a truth', fence('attention')('causal: t¦'), 'true'),
  row('a fit', fence('scaling-law')('fit: ho¦'), 'hoffmann-2022'),
  row('a stage', fence('transformer')('stage: feed¦'), 'feed-forward'),
  row('what to hold against', fence('mla')('against: {kind: g¦'), 'gqa'),
  // Formulas
  row('alpha', 'Let $\\al¦$ be\n', '\\alpha'),
  row('a fraction', 'Let $\\fr¦$ be\n', '\\frac'),
  row('a sum', '$$\n\\su¦\n$$\n', '\\sum'),
  row('a command in a formula that is not closed yet', 'Let $x = \\la¦\n', '\\lambda'),
  row('an own name', 'Let $\\operatorname{gate}(x)$ and $\\operatorname{gate}(y)$, so $\\op¦$\n', [
    '\\operatorname',
    '\\operatorname{gate}',
  ]),
  row('an environment', '$$\n\\begin{¦\n$$\n', 'aligned'),
  row('an environment begun', '$$\n\\begin{ca¦\n$$\n', 'cases'),
  row('the end of an environment', '$$\n\\begin{cases}\nx \\\\\n\\end{¦\n$$\n', 'cases'),
  // Silence
  row('nothing in a comment of HTML', '<!-- le¦ -->\n', []),
  row('nothing in a message', sequence('  Ann->>Bob: hello w¦'), []),
  row('nothing in a comment of a diagram', flow('  %% cla¦'), []),
  row('nothing in a comment of a demo', moe('# pre¦'), []),
  row('no terms in a demo’s text', moe('text: the lea¦'), []),
  row('no terms in an arrow of entities', mermaid('erDiagram\n  CUP ||--o{ LID : x\n  CUP ||--|¦'), [
    '||--||',
    '||--|{',
  ]),
  // Prose, links and headings
  row('a term', 'The Lea¦ is\n', 'Leaf'),
  row('a term in small letters', 'The lea¦ is\n', 'Leaf'),
  row('an acronym', 'The MH¦ is\n', 'MHA'),
  row('a term of two words', 'With Mixture o¦\n', 'Mixture of Experts'),
  row('a term by its second word', 'With exper¦\n', 'Mixture of Experts'),
  row('a file', '[a](br¦)\n', 'brewing.md'),
  row('a section of this file', '# Tea\n\n## Cups and pots\n\n[a](#cu¦)\n', '#cups-and-pots'),
  row('a section of another file', '[a](brewing.md#st¦)\n', '#steeping'),
  row('an image', '![a](im¦)\n', 'images/leaf.svg'),
  row('a footnote', 'Tea[^¦] is.\n\n[^origin]: From there.\n', 'origin'),
  row('a footnote begun', 'Tea[^o¦ is.\n\n[^a]: One.\n[^origin]: From there.\n', 'origin'),
  row('a footnote that still needs its text', 'Tea[^late] is.[^a]\n\n[^a]: One.\n[^¦\n', 'late'),
  row('a reference', 'See [the paper][¦]\n\n[tea07]: https://example.org\n', 'tea07'),
  row('a wiki link', 'See [[br¦\n', 'brewing'),
  row('the next heading’s number', '# Tea\n\n## 1. Leaf\n\n## 2. Pot\n\n## ¦\n', '3. '),
  row('the next number in parts', '# Tea\n\n## 2. Pot\n\n### 2.1 Lid\n\n### ¦\n', '2.2 '),
  row('the first number below a section', '## 1. A\n\n### 1.1 B\n\n## 2. C\n\n### ¦\n', '2.1 '),
  row('the next lesson', '# Lesson 1: A\n\n# Lesson 2: B\n\n# ¦\n', 'Lesson 3: '),
  row(
    'the next entry',
    '## Glossary\n\n- **Cup (CP):** Holds tea.\n- **Lid (LD):** Closes.\n- ¦\n',
    '- **Name (NM):** What it means.',
  ),
  row(
    'the next entry in its own form',
    '## Glossary\n\n**Cup** - Holds tea.\n\n**Lid** - Closes.\n\n¦\n',
    '**Name** - What it means.',
  ),
  ...suggestionsByKind,
  ...furtherSuggestions,
  ...unseenSuggestions,
  ...riverSuggestions,
];
