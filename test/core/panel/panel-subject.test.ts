import assert from 'node:assert/strict';
import type { CourseDocument, Fence, Heading } from '../../../src/core/course/course-document';
import { demoKindOf } from '../../../src/core/demos/demo-kind';
import type { DiagramSymbols } from '../../../src/core/mermaid/diagram-symbols';
import { panelContents, panelLesson, panelSubject } from '../../../src/core/panel/panel-subject';
import { EmbeddedText } from '../../../src/core/text/embedded-text';
import { LineIndex } from '../../../src/core/text/line-index';
import { courseDocument } from '../../support/course-text';

const text = [
  '# One 🌳',
  'prose',
  '```mermaid',
  'graph TD',
  'A[Alpha] --> B',
  '```',
  '# Two',
  'more prose',
  '```moe',
  'experts: 8',
  '```',
  '# Three',
  'the end',
].join('\n');
const at = (needle: string) => text.indexOf(needle);

function fence(language: string, content: string): Fence {
  const start = at(`\`\`\`${language}`);
  const end = text.indexOf('\n```', start + 1) + 4;
  const contentSpan = { start: at(content), end: at(content) + content.length };
  return {
    span: { start, end },
    contentSpan,
    content: EmbeddedText.slice(text, contentSpan.start, contentSpan.end),
    language,
    info: language,
    markerSpan: { start, end: start + 3 },
    infoSpan: { start: start + 3, end: start + 3 + language.length },
    closed: true,
    region: 0,
  };
}

const heading = (line: string): Heading => {
  const span = { start: at(line), end: at(line) + line.length };
  return { level: 1, span, titleSpan: { start: span.start + 2, end: span.end }, title: line.slice(2), region: 0 };
};

const diagramFence = fence('mermaid', 'graph TD\nA[Alpha] --> B\n');
const document: CourseDocument = {
  uri: 'file:///course.md',
  language: 'markdown',
  version: 7,
  text,
  lines: new LineIndex(text),
  regions: [],
  headings: [heading('# One 🌳'), heading('# Two'), heading('# Three')],
  listItems: [],
  tables: [],
  directives: [],
  fences: [diagramFence, fence('moe', 'experts: 8\n')],
  diagrams: [
    {
      span: diagramFence.span,
      contentSpan: diagramFence.contentSpan,
      content: diagramFence.content,
      fence: diagramFence,
    },
  ],
  formulas: [],
  references: [],
  cutComments: [],
  tooDeep: [],
  inlines: [],
};

const symbolsOf = (): DiagramSymbols => ({
  type: 'flowchart',
  header: { start: 0, end: 8 },
  nodes: [
    {
      id: 'A',
      kind: 'node',
      label: { text: 'Alpha<br/>beta', span: { start: 11, end: 16 }, quoted: false },
      labels: [{ text: 'Alpha', span: { start: 11, end: 16 }, quoted: false }],
      declaration: { start: 9, end: 10 },
      occurrences: [{ span: { start: 9, end: 10 }, role: 'declaration' }],
    },
    {
      id: 'B',
      kind: 'node',
      labels: [],
      declaration: { start: 22, end: 23 },
      occurrences: [{ span: { start: 22, end: 23 }, role: 'edge' }],
    },
  ],
  edges: [{ from: 'A', to: 'B', arrow: { start: 18, end: 21 }, span: { start: 9, end: 23 } }],
  groups: [],
  classes: [],
});

describe('panelSubject', () => {
  const subjectAt = (needle: string) => panelSubject(document, { offset: at(needle) }, symbolsOf);

  it('takes the diagram around the cursor, with its nodes where they stand in the file', () => {
    const subject = subjectAt('Alpha');
    assert.equal(subject?.kind, 'diagram');
    assert.equal(subject.title, 'One 🌳');
    assert.equal(subject.version, 7);
    assert.deepEqual([subject.type, subject.typeName], ['flowchart', 'Flowchart']);
    assert.deepEqual(subject.nodes[0], {
      id: 'A',
      kind: 'node',
      label: 'Alpha beta',
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } },
      places: [{ start: { line: 4, character: 0 }, end: { line: 4, character: 1 } }],
      ranges: [
        { start: { line: 4, character: 0 }, end: { line: 4, character: 1 } },
        { start: { line: 4, character: 2 }, end: { line: 4, character: 7 } },
      ],
    });
    assert.equal(subject.nodes[1]?.label, 'B');
    assert.deepEqual(subject.edges, [
      {
        from: 'A',
        to: 'B',
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 14 } },
      },
    ]);
  });

  it('looks ahead inside the section, back outside it', () => {
    assert.equal(subjectAt('# One')?.index, 0);
    assert.equal(subjectAt('more prose')?.index, 1);
    assert.equal(subjectAt('the end')?.index, 1);
  });

  it('takes a demo by its fence', () => {
    const subject = subjectAt('experts');
    assert.equal(subject?.kind === 'demo' && subject.demo, 'moe');
    assert.equal(subject?.text, 'experts: 8\n');
  });

  it('takes a subject by its number, and none by a number beyond', () => {
    assert.equal(panelSubject(document, { index: 1 }, symbolsOf)?.kind, 'demo');
    assert.equal(panelSubject(document, { index: 2 }, symbolsOf), undefined);
  });

  it('takes all demos at once, each as it is taken alone', () => {
    const lesson = courseDocument('# A\n\n```moe\n```\n\n```mermaid\npie\n```\n\n> ```mla\n> layers: 2\n> ```\n');
    const alone = [0, 2].map((index) => panelSubject(lesson, { index }, symbolsOf));
    assert.deepEqual(panelLesson(lesson), alone);
    assert.equal(alone[1]?.text, 'layers: 2\n');
  });

  it('lists all there is', () => {
    assert.deepEqual(
      panelContents(document).map(({ kind, title }) => [kind, title]),
      [
        ['diagram', 'One 🌳'],
        ['moe', 'Two'],
      ],
    );
  });

  it('calls a subject by its own title, if it has one', () => {
    const diagram = '```mermaid\n---\ntitle: A tree\n---\nflowchart TD\n  A --> B\n```\n';
    const titled = courseDocument(`# One\n\n${diagram}\n\`\`\`moe\ntitle: Sixteen experts\n\`\`\`\n`);
    assert.deepEqual(
      panelContents(titled).map(({ title }) => title),
      ['A tree', 'Sixteen experts'],
    );
  });
});

describe('demoKindOf', () => {
  it('knows the bare word and the attribute, nothing else', () => {
    assert.equal(demoKindOf({ language: 'attention', info: 'attention' }), 'attention');
    assert.equal(demoKindOf({ language: 'yaml', info: 'yaml demo=scaling-law' }), 'scaling-law');
    assert.equal(demoKindOf({ language: 'yaml', info: 'yaml' }), undefined);
    assert.equal(demoKindOf({ language: 'python', info: 'python demo=moe' }), undefined);
  });
});
