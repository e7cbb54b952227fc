import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { meantFences } from '../../src/core/course/blocks/fence-reading';
import type { CourseDocument } from '../../src/core/course/course-document';
import type { EmbeddedText } from '../../src/core/text/embedded-text';
import { onEveryExample } from '../support/commonmark';
import { sharedFile, skipWithoutShared } from '../support/shared';
import { readMarkdown, readPython } from './course/read-course';

/** What markdown-it alone makes of the text. */
function blockTokens(text: string): Token[] {
  const md = new MarkdownIt({ html: true });
  md.core.ruler.disable(['inline', 'text_join']);
  return md.parse(text, {});
}

const contents = (text: string, type: string): string[] =>
  blockTokens(text)
    .filter((token) => token.type === type && (type !== 'inline' || token.content !== ''))
    .map((token) => token.content);

/** Every inner character must be the outer character it maps to, line breaks and replaced NULs apart. */
function assertExact(document: CourseDocument, source: EmbeddedText): void {
  for (let i = 0; i < source.text.length; i++) {
    const { start, end } = source.spanToOuter({ start: i, end: i + 1 });
    const outer = document.text.slice(start, end);
    const inner = source.text[i]!;
    if (inner === '\n') assert.match(outer, /^(\r\n|\r|\n)$/);
    else if (inner === '\uFFFD') assert.ok(outer === '\0' || outer === inner);
    else if (inner === ' ') assert.ok(outer === ' ' || outer === '', JSON.stringify({ outer, i, text: source.text }));
    else if (inner === '|') assert.ok(outer === '|' || outer === '\\|');
    else assert.equal(outer, inner, JSON.stringify(source.text));
  }
}

function assertLikeMarkdownIt(text: string): void {
  const document = readMarkdown(text);
  const inlines = document.inlines.filter((inline) => inline.source.text !== '');
  assert.deepEqual(
    inlines.map((inline) => inline.source.text),
    contents(text, 'inline'),
  );
  assert.deepEqual(
    document.fences.map((fence) => fence.content.text),
    contents(text, 'fence'),
  );
  for (const inline of document.inlines) assertExact(document, inline.source);
  for (const fence of document.fences) assertExact(document, fence.content);
  for (const reference of document.references) assertExact(document, reference.source);
}

describe('parseCourseDocument', () => {
  it('reads a text behind its byte-order mark, and counts the mark', () => {
    const text = '\ufeff```mermaid\r\ngraph TD\r\n```\r\n\r\n# A\r\n';
    const { diagrams, headings } = readMarkdown(text);
    assert.deepEqual(
      diagrams.map(({ span, content }) => [text.slice(span.start, span.end), content.toOuter(0)]),
      [['```mermaid\r\ngraph TD\r\n```', text.indexOf('graph')]],
    );
    assert.equal(headings[0]!.span.start, text.indexOf('# A'));
    assert.equal(readMarkdown('\ufeff---\ntitle: x\n---\n').headings.length, 0);
  });

  for (const [name, rewrite] of Object.entries({
    'as written': (text: string) => text,
    'with CRLF': (text: string) => text.replaceAll('\n', '\r\n'),
    'with lone CR': (text: string) => text.replaceAll('\n', '\r'),
    'inside a quote': (text: string) => text.replace(/^/gm, '> '),
    'inside a list item by tabs': (text: string) => `-\t${text.replaceAll('\n', '\n\t')}`,
    'without its last line break': (text: string) => text.replace(/\n$/, ''),
  })) {
    it(`reads every CommonMark example as markdown-it does, ${name}`, () => {
      onEveryExample((markdown) => assertLikeMarkdownIt(rewrite(markdown)));
    });
  }

  it('finds the 21 diagrams of the real course', function () {
    const file = sharedFile('corpus/courses/streamlit-scroller.md');
    if (!file) return skipWithoutShared(this);
    assert.equal(readMarkdown(readFileSync(file, 'utf8')).diagrams.length, 21);
  });

  it('reads any blocks at any nesting as markdown-it does', () => {
    const marks = ['> ', '>', '- ', '-\t', '1. ', '10) ', '+   ', '\t', ' ', '  ', '    ', '\t\t'];
    const words = [
      'a',
      '`b`',
      '# c',
      '## d ##',
      '```',
      '~~~',
      '```x',
      '---',
      '===',
      '***',
      '| e | f\\|g |',
      '|---|:-:|',
    ];
    const others = ['[h]: <i> "j"', '<div>', '</div>', '<!-- k', '-->', '', '', 'l  ', '\0', '&amp; \\', '🧠 m'];
    const line = fc
      .tuple(fc.array(fc.constantFrom(...marks), { maxLength: 4 }), fc.constantFrom(...words, ...others))
      .map(([before, text]) => before.join('') + text);
    const text = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r'))
      .map(([lines, lineBreak]) => lines.join(lineBreak));
    // Where fences do not fit together, the model reads them as their author meant them.
    const fitting = text.filter((one) => meantFences(one.replace(/\r\n?/g, '\n')).size === 0);
    fc.assert(fc.property(fitting, assertLikeMarkdownIt), { numRuns: 4000 });
  });

  it('maps every character of the real courses', function () {
    const files = ['streamlit-scroller.md', 'ai-works.md', 'streamlit-app.py'];
    const paths = files.map((file) => sharedFile(`corpus/courses/${file}`));
    if (paths.includes(undefined)) return skipWithoutShared(this);
    for (const path of paths) {
      const text = readFileSync(path!, 'utf8');
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const document = path!.endsWith('.py') ? readPython(written) : readMarkdown(written);
        const { inlines, fences, formulas } = document;
        assert.ok(inlines.length > 50);
        for (const { source } of inlines) assertExact(document, source);
        for (const { content } of [...fences, ...formulas]) assertExact(document, content);
      }
    }
  });
});
