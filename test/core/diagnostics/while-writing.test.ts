import assert from 'node:assert/strict';
import type { CourseDiagnostic } from '../../../src/core/diagnostics/course-diagnostic';
import type { DiagnosticCode } from '../../../src/core/diagnostics/diagnostic-code';
import { sayableWhileWriting, type Writing } from '../../../src/core/diagnostics/while-writing';
import { courseDocument } from '../../support/course-text';

const text = ['# A', '', '```mermaid', 'flowchart TD', '  A[b (c)] --> B', '', '# Below', '', '```py', 'x', ''].join(
  '\n',
);

/** The codes that are said of the text, at the lines where they stand. */
function said(marks: readonly [DiagnosticCode, number][], writing: Writing) {
  const document = courseDocument(text);
  const found = marks.map(([code, line]): CourseDiagnostic => {
    const start = document.lines.lineStart(line);
    return { code, severity: 'error', span: { start, end: start + 1 }, message: '', fixes: [] };
  });
  return sayableWhileWriting(document, found, writing).map(({ code, span }) => [
    code,
    document.lines.lineOf(span.start),
  ]);
}

describe('sayableWhileWriting', () => {
  const marks: [DiagnosticCode, number][] = [
    ['fence.unclosed', 2],
    ['mermaid.unquoted-label', 4],
    ['outline.duplicate-heading', 6],
    ['fence.unclosed', 8],
  ];
  const rows: Record<string, { writing: Writing; lines: number[] }> = {
    'in a fence that is not closed yet': { writing: { edited: 4, resting: true }, lines: [4, 6] },
    'on the empty line below its last': { writing: { edited: 5, resting: true }, lines: [4, 6] },
    'and has not paused': { writing: { edited: 4, resting: false }, lines: [6] },
    'has left the fence': { writing: { edited: 4, cursor: 6, resting: true }, lines: [2, 4, 6, 8] },
    'has gone to another line of it': { writing: { edited: 4, cursor: 3, resting: true }, lines: [4, 6] },
    'above every fence': { writing: { edited: 0, resting: true }, lines: [2, 4, 6, 8] },
    'on a line that is wrong, and elsewhere': { writing: { edited: 6, resting: false }, lines: [2, 4, 8] },
    'is in the fence without having edited it': {
      writing: { edited: 0, cursor: 3, resting: true },
      lines: [2, 4, 6, 8],
    },
  };
  for (const [who, { writing, lines }] of Object.entries(rows)) {
    it(`to a person who writes ${who}`, () =>
      assert.deepEqual(
        said(marks, writing).map(([, line]) => line),
        lines,
      ));
  }
});

describe('a block of a diagram that a person is in', () => {
  const diagram = '```mermaid\nflowchart TD\n  subgraph later\n    A --> B\n  C[Cup --> D\n```\n\nBelow.\n';
  const marked = (text: string, mark: string, writing: Writing) => {
    const document = courseDocument(text);
    const start = text.indexOf(mark);
    const span = { start, end: start + mark.length };
    const found: CourseDiagnostic = { code: 'mermaid.unclosed', severity: 'error', span, message: '', fixes: [] };
    return sayableWhileWriting(document, [found], writing).length === 1;
  };

  it('is not told to be open, until they leave the diagram', () => {
    assert.equal(marked(diagram, 'subgraph', { edited: 3, resting: true }), false);
    assert.equal(marked(diagram, 'subgraph', { edited: 3, cursor: 4, resting: true }), false);
    assert.equal(marked(diagram, 'subgraph', { edited: 3, cursor: 7, resting: true }), true);
    assert.equal(marked(diagram, 'subgraph', { edited: 7, cursor: 3, resting: true }), true, 'they look at it');
    assert.equal(marked(diagram, 'subgraph', { edited: 2, resting: true }), true, 'they rest on its opener');
  });

  it('may be one of braces, which a label is not', () => {
    const braces = '```mermaid\nclassDiagram\n  class A {\n    int x\n  }\n```\n';
    assert.equal(marked(braces, '{', { edited: 3, resting: true }), false);
    assert.equal(marked(diagram, '[', { edited: 4, resting: true }), true);
    assert.equal(marked(diagram.replace('C[', 'C{'), '{', { edited: 5, resting: true }), true);
  });
});
