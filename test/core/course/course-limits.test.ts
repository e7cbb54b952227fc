import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CourseDocument } from '../../../src/core/course/course-document';
import { parseCourseDocument } from '../../../src/core/course/parse-course-document';
import type { Span } from '../../../src/core/text/span';
import { readMarkdown, readPython } from './read-course';

const pieces = [
  ...[
    '```',
    '~~~~',
    ':::',
    ':::mermaid',
    '{mermaid}',
    'mermaid',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '    ',
    '> ',
    '>',
  ],
  ...[
    '- ',
    '1. ',
    '10)',
    '# ',
    '##',
    '===',
    '---',
    '|',
    '\\|',
    '|-|-|',
    '$$',
    '\\[',
    '\\]',
    '\\\\',
    '[a]:',
    '<b>',
    '<!--',
  ],
  ...[
    '"""',
    "'''",
    'f"""',
    'r',
    '{',
    '}',
    '{{',
    '\\',
    '\\x4',
    '\\N{',
    'def f():',
    '#',
    '"',
    "'",
    '(',
    ')',
    '\0',
    '\uD83E',
  ],
  ...['🧠', 'é', 'a', 'key: value', '**A (B):** c', 'flowchart TD', '\u2028', '\uFEFF'],
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function assertSound(document: CourseDocument): void {
  const inside = ({ start, end }: Span): void => assert.ok(0 <= start && start <= end && end <= document.text.length);
  const { headings, listItems, tables, fences, diagrams, formulas, references, inlines, regions } = document;
  for (const list of [regions, headings, listItems, tables, fences, diagrams, formulas, references, inlines]) {
    assert.ok(Object.isFrozen(list));
    for (const one of list) {
      assert.ok(Object.isFrozen(one));
      inside(one.span);
      assert.ok(Object.isFrozen(one.span));
    }
    for (let i = 1; i < list.length; i++) assert.ok(list[i - 1]!.span.start <= list[i]!.span.start, 'in text order');
  }
  for (const heading of headings) inside(heading.titleSpan);
  for (const item of listItems) {
    inside(item.textSpan);
    inside(item.markerSpan);
  }
  for (const { markerSpan, infoSpan, contentSpan, span } of fences) {
    for (const part of [markerSpan, infoSpan, contentSpan]) inside(part);
    assert.ok(span.start === markerSpan.start && markerSpan.end <= span.end);
  }
}

describe('the course model', () => {
  it('is sound and frozen for any text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('markdown', 'python', 'mermaid'), (text, language) => {
        assertSound(parseCourseDocument({ uri: 'file:///a', text, version: 1 }, language));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads what would take for ever if anything in it were quadratic', () => {
    const many = 40_000;
    const texts = [
      '```mermaid\n\n'.repeat(5_000),
      '> ```\n\n'.repeat(5_000),
      '`'.repeat(many),
      '\\[ a\n'.repeat(many),
      '$$\n\na\n'.repeat(many / 2),
      '> $$ a\n'.repeat(many),
      '| \\| '.repeat(many),
      `${'a|'.repeat(many)}\n${'-|'.repeat(many)}\n`,
      'a | b\n'.repeat(many),
      '- '.repeat(many),
      '> '.repeat(many),
      '[a\n'.repeat(many),
      'key: value\n---\n'.repeat(many / 2),
      `---\n${'key: value\n'.repeat(many)}`,
      ':::mermaid\n'.repeat(many),
      '\t- a\n'.repeat(many),
      ' '.repeat(2 * many),
      'a\n'.repeat(many),
      '<!--\n'.repeat(many),
      `a\n${'> b\n'.repeat(many)}`,
    ];
    for (const text of texts) assert.equal(readMarkdown(text).text.length, text.length);
    const python = [
      'f"""{'.repeat(many),
      'f"{'.repeat(many),
      'x = f"""{a["""'.repeat(many),
      `f"""${'{'.repeat(many)}"""`,
      `f"""${'{{}}{a}'.repeat(many)}# b"""`,
      `"""${'\\x41\\n'.repeat(many)}# b"""`,
      `"""# a\n${'    b\n'.repeat(many)}"""`,
      '"""# a"""\n'.repeat(5_000),
      "'\\\n".repeat(many),
      '('.repeat(many),
      `"""${'\\'.repeat(many)}# """`,
    ];
    for (const text of python) assert.equal(readPython(text).text.length, text.length);
  });
});
