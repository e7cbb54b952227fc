import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CourseDocument } from '../../../src/core/course/course-document';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
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

  // Each of these takes for ever if its reading is quadratic, a moment if it is linear.
  const many = 40_000;
  const markdown: Record<string, string> = {
    'unclosed fences': '```mermaid\n\n'.repeat(5_000),
    'unclosed fences in quotes': '> ```\n\n'.repeat(5_000),
    backticks: '`'.repeat(many),
    'openers of formulas': '\\[ a\n'.repeat(many),
    'formulas with blank lines': '$$\n\na\n'.repeat(many / 2),
    'openers of formulas in quotes': '> $$ a\n'.repeat(many),
    'escaped pipes': `|${' \\| '.repeat(many)}|\n|-|\n`,
    columns: `${'a|'.repeat(many)}\n${'-|'.repeat(many)}\n`,
    'rows without a table': 'a | b\n'.repeat(many),
    'list markers': '- '.repeat(many),
    'quote marks': '> '.repeat(many),
    'openers of references': '[a\n'.repeat(many),
    'pasted front matter': 'key: value\n---\n'.repeat(many / 2),
    'unclosed front matter': `---\n${'key: value\n'.repeat(many)}`,
    'colon fences': ':::mermaid\n'.repeat(many),
    'indented items': '\t- a\n'.repeat(many),
    blanks: ' '.repeat(2 * many),
    'a long paragraph': 'a\n'.repeat(many),
    'a long paragraph with CRLF': 'a\r\n'.repeat(many),
    'unclosed comments': '<!--\n'.repeat(many),
    'a long quote': `a\n${'> b\n'.repeat(many)}`,
  };
  for (const [name, text] of Object.entries(markdown)) {
    it(`reads many of one thing: ${name}`, () => assert.equal(readMarkdown(text).text, text));
  }

  const python: Record<string, string> = {
    'f-strings in fields of f-strings': 'f"""{'.repeat(many),
    'unclosed fields on one line': 'f"{'.repeat(many),
    'strings in unclosed fields': 'x = f"""{a["""'.repeat(many / 4),
    'open braces': `f"""${'{'.repeat(many)}"""`,
    'doubled braces and fields': `f"""${'{{}}{a}'.repeat(many)}# b"""`,
    escapes: `"""${'\\x41\\n'.repeat(many)}# b"""`,
    'indented lines': `"""# a\n${'    b\n'.repeat(many)}"""`,
    strings: '"""# a"""\n'.repeat(3_000),
    'continued strings': "'\\\n".repeat(many),
    brackets: '('.repeat(many),
    backslashes: `"""${'\\'.repeat(many)}# """`,
  };
  for (const [name, text] of Object.entries(python)) {
    it(`reads many of one thing in Python: ${name}`, () => assert.equal(readPython(text).text, text));
  }
});
