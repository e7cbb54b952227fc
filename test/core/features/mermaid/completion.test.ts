import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { diagramCompletion } from '../../../../src/core/features/mermaid/completion';
import { fenced, markedCourse } from '../../../support/marked-course';

function complete(diagram: string, snippets = false) {
  const { context, offset, text } = markedCourse(fenced(diagram));
  return diagramCompletion(context, offset, { snippets }).map((item) => {
    const { range, newText } = item.textEdit as TextEdit;
    const { start, end } = context.document.lines.spanOf(range);
    return { label: item.label, detail: item.detail, replaces: text.slice(start, end), newText };
  });
}

const labels = (diagram: string): string[] => complete(diagram).map(({ label }) => label);

const nodes = '  A[Router] --> B\n  classDef hot fill:red\n';

describe('diagramCompletion', () => {
  const offered: readonly (readonly [
    where: string,
    diagram: string,
    some: readonly string[],
    none?: readonly string[],
  ])[] = [
    ['diagram types in an empty fence', '<|>', ['flowchart', 'sequenceDiagram', 'gantt']],
    ['diagram types while one is typed', 'flow<|>', ['flowchart', 'graph']],
    ['directions after the keyword', 'flowchart <|>', ['TD', 'LR'], ['A']],
    [
      'keywords and ids where a line starts',
      `flowchart TD\n${nodes}  <|>`,
      ['A', 'B', 'subgraph', 'classDef'],
      ['-->'],
    ],
    ['keywords and ids while one is typed', `flowchart TD\n${nodes}  su<|>`, ['A', 'subgraph']],
    ['ids after an arrow', `flowchart TD\n${nodes}  B --> <|>`, ['A', 'B'], ['subgraph']],
    ['ids right after an arrow', `flowchart TD\n${nodes}  B --><|>`, ['A', 'B']],
    ['ids after an arrow with a label', `flowchart TD\n${nodes}  B -->|yes| <|>`, ['A'], ['subgraph']],
    ['ids after &', `flowchart TD\n${nodes}  B --> A & <|>`, ['A', 'B'], ['subgraph']],
    ['ids although more follows', `flowchart TD\n${nodes}  B --> <|>\n  C --> D`, ['A', 'C', 'D']],
    ['arrows after a node', `flowchart TD\n${nodes}  B <|>`, ['-->', '-.->', '&'], ['A', 'subgraph']],
    ['arrows while one is typed', `flowchart TD\n${nodes}  B --<|>`, ['-->', '---']],
    ['style classes after :::', `flowchart TD\n${nodes}  B:::<|>`, ['hot'], ['A']],
    ['ids after class', `flowchart TD\n${nodes}  class <|>`, ['A', 'B'], ['hot']],
    ['more ids after a comma', `flowchart TD\n${nodes}  class A,<|>`, ['A', 'B'], ['hot']],
    ['style classes after the ids', `flowchart TD\n${nodes}  class A,B <|>`, ['hot'], ['A']],
    ['properties after style and id', `flowchart TD\n${nodes}  style A fill:red,st<|>`, ['stroke:'], ['A']],
    ['edges by number', `flowchart TD\n${nodes}  linkStyle <|>`, ['0', 'default']],
    ['directions after direction', 'flowchart TD\n  subgraph one\n  direction <|>', ['LR'], ['subgraph']],
    ['keys of shape data', 'flowchart TD\n  A@{ <|>', ['shape', 'label']],
    ['shapes', 'flowchart TD\n  A@{ shape: d<|>', ['docs', 'diamond'], ['label']],
    ['participants after an arrow', 'sequenceDiagram\n  participant A as Alice\n  A->><|>', ['A']],
    ['participants after an activation', 'sequenceDiagram\n  A->>B: hi\n  A->>+<|>', ['B'], ['loop']],
    ['messages’ arrows', 'sequenceDiagram\n  A->>B: hi\n  A <|>', ['->>', '-->>']],
    ['blocks', 'sequenceDiagram\n  lo<|>', ['loop', 'alt', 'participant']],
    ['participants of a note', 'sequenceDiagram\n  A->>B: hi\n  note over <|>', ['A', 'B'], ['loop']],
    ['relations of classes', 'classDiagram\n  class A\n  A <|>', ['<|--', '*--']],
    ['states, and the start', 'stateDiagram-v2\n  s1 --> <|>', ['s1', '[*]'], ['state']],
    ['relationships of entities', 'erDiagram\n  A {\n    string x\n  }\n  A <|>', ['||--o{']],
    ['tasks to start after', 'gantt\n  T :a, 2026-01-01, 3d\n  U :after <|>', ['a'], ['section']],
    ['branches', 'gitGraph\n  commit\n  branch dev\n  checkout <|>', ['dev'], ['commit']],
    ['parts of a commit', 'gitGraph\n  commit <|>', ['id:', 'tag:']],
  ];
  for (const [where, diagram, some, none = []] of offered) {
    it(`offers ${where}`, () => {
      const found = labels(diagram);
      for (const label of some) assert.ok(found.includes(label), `${label} is missing in ${found.join(' ')}`);
      for (const label of none) assert.ok(!found.includes(label), `${label} is out of place`);
    });
  }

  const silent = [
    'flowchart TD\n  A[Rou<|>ter]',
    'flowchart TD\n  A -->|la<|>bel| B',
    'flowchart TD\n  %% comm<|>ent',
    'flowchart TD\n  A["quo<|>ted"]',
    'sequenceDiagram\n  A->>B: hel<|>lo',
  ];
  for (const diagram of silent) {
    it(`is silent in ${JSON.stringify(diagram)}`, () => assert.deepEqual(labels(diagram), []));
  }

  it('says what an id is called, and replaces what is typed of it', () => {
    const router = complete('flowchart TD\n  Router[The router] --> B\n  B --> Ro<|>').find(
      ({ label }) => label === 'Router',
    );
    assert.deepEqual(router, { label: 'Router', detail: 'The router', replaces: 'Ro', newText: 'Router' });
  });

  it('fills in blocks for editors that know snippets', () => {
    const loop = (snippets: boolean) =>
      complete('sequenceDiagram\n  lo<|>', snippets).find(({ label }) => label === 'loop')!;
    assert.equal(loop(true).newText, `loop $\{1:text}\n  \t$0\n  end`);
    assert.equal(loop(false).newText, 'loop');
  });

  it('says nothing outside of diagrams', () => {
    const { context, offset } = markedCourse('prose <|>');
    assert.deepEqual(diagramCompletion(context, offset, { snippets: false }), []);
  });
});
