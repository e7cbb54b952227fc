import fc from 'fast-check';
import type { MermaidJudge } from '../../src/core/mermaid/judge';
import { mermaidJudge } from '../support/mermaid-judge';
import { beginWith, complaintsOf, everythingHolds } from './property';
import type { Sample } from './samples';

const lesson = (text: string): Sample => ({ name: 'lesson.md', text });
const diagram = (text: string): Sample => ({ name: 'diagram.mmd', text });

/** What mutation once found, by what was wrong with it. */
const foundOnce: Readonly<Record<string, Sample>> = {
  'a mend whose next break nobody told': diagram('flowchart1-->a2\n    subgraph one\n    a1-->a2\n    end\n'),
  'a quote that was closed in vain': diagram('flowchart TD\n  A --> B[End\n  B --[Done]\n  B --[Done]\n'),
  'an engine that speaks of its insides': diagram('block\n  a["A"] space\n  b\n\n  style Start fill:#969;\n'),
  'a fence closed before a no-break space': lesson('# Lesson\n\n```mermaid\u00a0\n'),
  'a control character in a title': lesson('# \0🧭 How models spend\n'),
  'a title that ends in a no-break space': lesson('# Lesson\u00a0\n'),
  'a term whose new name holds marks': lesson('# Attention\n\n- **🎯 Attention (ATT):** An average.\n'),
  'an alias of nothing in a list of numbers': lesson('```attention\nq: [[0, 0], [1, *b]]\nk: [[1, 0]]\n```\n'),
  'a title of several lines': lesson('One\nTwo\n---\n'),
  'a note that ends before a word is said': diagram('sequenceDiagram\n  A->>B: x\n  Note over text\n  end note\n'),
  'a block in braces with a part': diagram(
    'sequenceDiagram\n  alt it is there {\n    A->>B: read\n  } else {\n    A->>B: make\n  }\n',
  ),
  'an emoji twice before a break, at which a search stood still': diagram(
    'quadrantChart\n  🎯🎯 Database 0.15, 0.80]\n',
  ),
  'emoji before a bracket that closes nothing': diagram('quadrantChart\n  🎯 Data 0.15, 0.80]\n'),
  'a key word twice': diagram('pie showdata\npie showdata\n'),
  'a short name before its place for a long one': diagram(
    'sequenceDiagram\n  Alice->>John: Hello\n  John->>John: Rest\n  John-->>Alice: Great\n  John->>Bob: You?\n',
  ),
  'a box that ends before a line that is no message': diagram(
    'sequenceDiagram\n  box Purple Team\n    İparticipant A\n icipant B\n',
  ),
  'a subgraph that ends before half an arrow': diagram('flowchart TD\n  subgraph one\n    C -mindmap\n-> D\n'),
  'entities in entities': diagram('erDiagram\n  A {\n  A {\n  A {\n    int id\n    B {\n    int id\n  }\n'),
  'a brace within a requirement': diagram(
    'requirementDiagram\n  requirement r1 {\n    id: 1\n    risk: hihg\n{x}  }\n',
  ),
  'an attribute before backticks': diagram('erDiagram\n  A {\n    int id PK DEFAULT 0\n```  }\n'),
  'a state whose name is no plain word, three times': diagram(
    'stateDiagram-v2\nstateDiagram-v2\nstateDiagram-v2\nstateDiagram-v2\n',
  ),
  'a score before a sign that would cut the text': diagram(
    'journey\n  section Work\n    Code:style A fill:#f9f 5: Me\n',
  ),
  'a bracket whose end would make a name of what stands before it': diagram('kanban\n```    [bug)\n'),
  'a graph of another program': diagram('digraph G {\n  A -> B;\n}\n'),
  'a word that, mended, lacks its number': diagram('block-beta\n  ßcolumns x\n'),
  'an actor as another program writes it': diagram('usecase-beta\nusecase-beta\n  actor User as U\n'),
  'a definition that contradicts another list, written twice': lesson(
    '# Glossary\n\n- **Router:** Keys turn in locks.\n- **Router:** Keys turn in locks.\n',
  ),
  'a message to nobody, behind whose arrow a comma stands': diagram('sequence  A->>B: Hi\n  B->>, thank you\n'),
  'half a pair of surrogates in a link': lesson('[a](\ud800.md)\n'),
  'a mend that only another on its line makes good': diagram('sankey-beta\n",3\n'),
  'a footnote whose label holds brackets': lesson('[^[[ainslie]: J. Ainslie\n'),
  'a group that a service is inside': diagram(
    'architecture-beta\n    group api(cloud)[API]\n    service db(database)[Database] inside api\n',
  ),
  'sets of a union that a word joins': diagram('venn-beta\n  set A\n  set B\n  union A and B\n'),
  'dates that a word joins': diagram('gantt\n  A :a, 2024-01-01 to 2024-01-05\n'),
  'a text behind a bracket that no shape opened': lesson(
    '# Lesson\n\n  ```mermaid\nmindmap\n  Topic A\n) ![ Topic B\n```\n',
  ),
  'a participant whose name the engine lost': diagram(
    'sequenceDiagram\n  A->>B: Hi\n  create participant```click A "x" C\n  B->>A: Ho\n',
  ),
  'a block left open in a diagram whose last line ends in its marker': lesson(
    '# Lesson\n\n```mermaid\nclassDiagram\n  class A {\n    +int x```\n',
  ),
  'a group left open in such a diagram': lesson(
    '# Lesson\n\n```mermaid\nagentflow-beta\n  subgraph research ["Research"]\n    planner --> t```\n',
  ),
  'a note of several lines that ends twice': diagram(
    'sequenceDiagram\n  A->>B: x\n  Note over A\n    a text\n  end note\n  endnote\n  end note\n',
  ),
  'a formula left open behind a backslash': lesson('The state $h$ is $c = W_{DKV}\\'),
  'a quote within a word of a type': lesson(
    "# Lesson\n\n```mermaid\nerDiagram\n  A {\n    enum('a'b') kind\n  }\n```\n",
  ),
  'a note twice on one line': diagram('classDiagram\n  class A\n  note right of A  note right of A'),
  'a note that reads like one': diagram(
    'classDiagram\n  class A\n  note right of A: tex  note right of A: text\n  note right of A: text\n',
  ),
  'a sign that nobody sees before a word of front matter': diagram(
    '---\ntitle: \u0000Attention: all you need\n---\nflowchart TD\n',
  ),
  'a state twice on one line': diagram('stateDiagram-v2\n  state A as "L  state A as "L'),
  'a branch less deep than its fence': lesson('# Lesson\n\n  ```mermaid\nmindmap\npie\ngitGraph\n'),
  'two loops and a part left open': diagram(
    'sequenceDiagram\n  par one\n    loop again\n    loop again\n      A->>B: Hi\n    end\n  and two\n    A->>C: Hi\n',
  ),
  'a key word at the very end': diagram('stateDiagram-v2\nstate'),
  'a participant that Mermaid’s word names': lesson(
    '# Lesson\n\n```mermaid\nsequenceDiagram\n  participant Ann\n  participant end\n',
  ),
  'a term whose name holds signs of markdown': lesson('# Lesson\n\ngraph  [*] --> A\n  : This is a description\n'),
  'a term whose name is bold by half': lesson('# Lesson\n\n**Graph** of *x*\n: This is a description\n'),
  'quotes in a label that needs quotes': diagram('flowchart TD\n  A[The "best" model] --> B\n'),
};

describe('Any text, mutated, asked about from all sides', function () {
  this.timeout(600_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge();
  });
  after(() => judge.dispose());

  for (const [what, sample] of Object.entries(foundOnce)) {
    it(`holds for ${what}`, async () => {
      const places = [0, 1500, 3000, 5000, 7000, 9000];
      for (const name of ['Zwillich', 'Zw*illich*', 'Zwillich (ZW)']) {
        const editor = await beginWith(sample.name, '# Before\n', judge);
        const complaints = await complaintsOf(sample, editor, places, name, judge);
        if (complaints.length > 0) throw new Error(complaints.join('\n'));
      }
    });
  }

  it('is answered in time and within the text, and every fix and rename holds what it promises', () =>
    fc.assert(everythingHolds(judge), { numRuns: 50 }));
});
