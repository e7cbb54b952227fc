import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import type { FeatureContext } from '../../../../src/core/features/feature-context';
import { diagramDefinition } from '../../../../src/core/features/mermaid/definition';
import { diagramHighlights } from '../../../../src/core/features/mermaid/document-highlight';
import { diagramReferences } from '../../../../src/core/features/mermaid/references';
import { fenced, type MarkedCourse, markedCourse } from '../../../support/marked-course';

/** The marked places but the first empty one, against what a feature found in the same file. */
function assertPlaces({ context, spans, text }: MarkedCourse, found: readonly Pick<Location, 'range'>[]): void {
  const expected = spans.filter(({ start, end }) => end > start);
  const actual = found.map(({ range }) => context.document.lines.spanOf(range));
  assert.deepEqual(actual, expected, `${actual.map(({ start, end }) => text.slice(start, end)).join(', ')}`);
}

const targets = (context: FeatureContext, offset: number) =>
  diagramDefinition(context, offset).map(({ targetSelectionRange }) => ({ range: targetSelectionRange }));

describe('diagramDefinition', () => {
  const cases: Readonly<Record<string, string>> = {
    'a node’s label, wherever the id is used': 'flowchart TD\n  A --> B\n  <|A|>[Router] --> C\n  style <|>A fill:red',
    'the first appearance of an id without a label': 'flowchart TD\n  <|A|> --> B\n  C --> <|>A',
    'the header of a subgraph': 'flowchart TD\n  on<|>e --> B\n  subgraph <|one|> [Title]\n  C\n  end',
    'a style class’s classDef': 'flowchart TD\n  A:::h<|>ot\n  classDef <|hot|> fill:red',
    'a participant’s declaration': 'sequenceDiagram\n  participant <|A|> as Alice\n  A->>B: hi\n  B-->><|>A: ho',
    'an edge’s name': 'flowchart LR\n  A <|e1|>@--> B\n  e<|>1@{ animate: true }',
    'a state with its label': 'stateDiagram-v2\n  [*] --> s<|>1\n  state "A state" as <|s1|>',
    'a task that another starts after': 'gantt\n  A :<|a|>, 2026-01-01, 3d\n  B :after <|>a, 2d',
    'a branch': 'gitGraph\n  commit\n  branch <|dev|>\n  checkout d<|>ev',
  };
  for (const [name, diagram] of Object.entries(cases)) {
    it(`finds ${name}`, () => {
      const source = fenced(diagram);
      const course = markedCourse(source);
      const cursor = course.spans.find(({ start, end }) => start === end)!;
      assertPlaces(course, targets(course.context, cursor.start));
    });
  }

  it('says nothing outside of diagrams, in labels’ gaps and for what is declared nowhere', () => {
    for (const source of ['A --> B <|>', fenced('flowchart TD\n  A:::ho<|>t'), fenced('flowchart TD\n  A -<|>-> B')]) {
      const { context, offset } = markedCourse(source);
      assert.deepEqual(diagramDefinition(context, offset), []);
    }
  });
});

describe('diagramReferences', () => {
  const find = async (course: MarkedCourse, includeDeclaration = true) => {
    const cursor = course.spans.find(({ start, end }) => start === end)!;
    return (await diagramReferences(course.context, cursor.start, includeDeclaration)) ?? [];
  };

  it('finds edges, styles, classes and clicks, and leaves the declaration out when asked to', async () => {
    const diagram = (declaration: string) =>
      fenced(
        `flowchart TD\n  ${declaration}[Router] --> B\n  C --> <|A|> & D\n  class <|A|>,B hot\n` +
          '  style <|A|> fill:red\n  click <|A|> "https://example.org"\n  B --><|>',
      ).replace('B --><|>', 'B --> <|>A');
    const all = markedCourse(diagram('<|A|>').replace('<|>A', '<|A|><|>'));
    assertPlaces(all, await find(all));
    const others = markedCourse(diagram('A').replace('<|>A', '<|A|><|>'));
    assertPlaces(others, await find(others, false));
  });

  it('finds every use of a style class', async () => {
    const course = markedCourse(
      fenced('flowchart TD\n  A:::<|hot|> --> B:::<|hot|>\n  classDef <|hot|><|> fill:red\n  class C <|hot|>'),
    );
    assertPlaces(course, await find(course));
  });

  it('stays in its diagram, unless labels agree', async () => {
    const strangers = '```mermaid\ngraph TD\n  A[Gate] --> B\n```\n';
    const alike = '```mermaid\ngraph TD\n  <|A|>["**router** 🧭"] --> B\n```\n';
    const course = markedCourse(`${fenced('flowchart TD\n  <|A|><|>[Router] --> <|A|>')}${strangers}${alike}`);
    assertPlaces(course, await find(course));
  });

  it('finds the same node in other files', async () => {
    const others = { 'b.md': fenced('graph LR\n  X --> A[router]'), 'c.md': fenced('graph LR\n  A[Gate] --> B') };
    const course = markedCourse(fenced('flowchart TD\n  A<|>[Router]'), 'a.md', others);
    const uris = (await find(course)).map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1));
    assert.deepEqual(uris, ['a.md', 'b.md']);
  });

  it('leaves a term to the glossary', async () => {
    const course = markedCourse(`- **Mixture of Experts (MoE):** Many.\n\n${fenced('flowchart TD\n  MoE<|> --> B')}`);
    assert.equal(await diagramReferences(course.context, course.offset, true), undefined);
  });
});

describe('diagramHighlights', () => {
  it('marks the places in the same diagram alone, the declaration as written', () => {
    const second = '```mermaid\ngraph TD\n  A[Router]\n```\n';
    const course = markedCourse(`${fenced('flowchart TD\n  <|A|>[Router] --> B\n  B --> <|A|>')}${second}`);
    const found = diagramHighlights(course.context, course.offset) ?? [];
    assertPlaces(course, found);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      [3, 2],
    );
  });

  it('marks the id when the cursor is in its label', () => {
    const course = markedCourse(fenced('flowchart TD\n  <|A|>[Rou<|>ter] --> B'));
    assertPlaces(course, diagramHighlights(course.context, course.spans[1]!.start) ?? []);
  });
});

describe('places in Python strings and quotes', () => {
  it('are found through escapes and quote markers', () => {
    const python = markedCourse(
      'TEXT = """\n```mermaid\ngraph TD\n  <|A|>[\\"x\\"] --> B\n  B --> <|A|>\n```\n"""\n',
      'app.py',
    );
    assertPlaces(python, diagramHighlights(python.context, python.offset) ?? []);
    const quote = markedCourse('> ```mermaid\n> graph TD\n>   <|A|>[x] --> B\n>   B --> <|A|>\n> ```\n');
    assertPlaces(quote, diagramHighlights(quote.context, quote.offset) ?? []);
  });
});
