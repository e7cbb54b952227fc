import assert from 'node:assert/strict';
import type { InlayHintLabelPart } from 'vscode-languageserver-types';
import { definition } from '../../../../src/core/features/definition';
import { documentHighlights } from '../../../../src/core/features/document-highlights';
import { showReferencesCommand, useHints } from '../../../../src/core/features/inlay-hints';
import { references } from '../../../../src/core/features/references';
import { workspaceSymbols } from '../../../../src/core/features/workspace-symbols';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const glossary = '# Glossary\n\n- **🚪 Gate (GT):** A gate opens.\n- **Latch:** Holds.\n';

const about = (source: string) => {
  const { text, spans } = marked(source);
  const { course, context } = memoryCourse({ 'glossary.md': glossary, 'lesson.md': text });
  const texts: Record<string, string> = { 'glossary.md': glossary, 'lesson.md': text };
  const written = ({ uri, range }: { uri: string; range: import('vscode-languageserver-types').Range }) => {
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    const { start, end } = context(name).document.lines.spanOf(range);
    return `${name}:${range.start.line} ${texts[name]!.slice(start, end)}`;
  };
  return {
    course,
    context: context('lesson.md'),
    glossaryContext: context('glossary.md'),
    offset: spans[0]?.start ?? 0,
    written,
  };
};

describe('The places of a term', () => {
  it('definition goes to the entry, its name selected', async () => {
    const { context, offset, written } = about('```mermaid\nflowchart LR\n  G<|>T --> B\n```\n');
    const link = (await definition(context, offset)).at(-1);
    assert.equal(written({ uri: link!.targetUri, range: link!.targetSelectionRange }), 'glossary.md:2 Gate');
    assert.match(
      written({ uri: link!.targetUri, range: link!.targetRange }),
      /\*\*🚪 Gate \(GT\):\*\* A gate opens\.$/,
    );
    assert.deepEqual(await definition(context, 0), []);
  });

  it('references are uses in every file, the entry itself on demand', async () => {
    const { context, offset, written } = about('A g<|>ate, GT.\n\n```mermaid\nflowchart LR\n  GT[Gate]\n```\n');
    const uses = ['lesson.md:0 gate', 'lesson.md:0 GT', 'lesson.md:4 GT', 'lesson.md:4 Gate'];
    assert.deepEqual((await references(context, offset, false)).map(written), uses);
    assert.deepEqual((await references(context, offset, true)).map(written), ['glossary.md:2 Gate', ...uses]);
    assert.deepEqual(await references(context, 0, true), []);
  });

  it('highlights are places in the document, the definition as written', () => {
    const { glossaryContext } = about('');
    const found = documentHighlights(glossaryContext, glossary.indexOf('gate opens'));
    assert.deepEqual(
      found.map(({ range, kind }) => [range.start.line, range.start.character, kind]),
      [
        [2, 7, 3],
        [2, 13, 2],
        [2, 22, 2],
      ],
    );
  });

  it('workspace symbols are found by letters of name or acronym in their order', () => {
    const { course } = about('');
    const names = (query: string) => workspaceSymbols([course], query).map(({ name }) => name);
    assert.deepEqual(
      [names(''), names('gt'), names('LTH'), names('zz')],
      [['Gate (GT)', 'Latch'], ['Gate (GT)'], ['Latch'], []],
    );
  });

  it('a hint behind a definition counts the uses and lets them be shown', () => {
    const { glossaryContext, written } = about('Gates, GT.');
    const whole = { start: 0, end: glossaryContext.document.text.length };
    const [gate, latch] = useHints(glossaryContext, whole);
    const [part] = gate!.label as InlayHintLabelPart[];
    assert.deepEqual(
      [part!.value, part!.command!.command, latch!.label],
      ['2 uses', showReferencesCommand, 'not used'],
    );
    assert.deepEqual(part!.command!.arguments![2].map(written), ['lesson.md:0 Gates', 'lesson.md:0 GT']);
    const { lines } = glossaryContext.document;
    for (const { position } of [gate!, latch!]) {
      assert.equal(lines.offsetAt(position), lines.lineEnd(position.line));
    }
    assert.deepEqual(useHints(glossaryContext, { start: 0, end: 0 }), []);
  });
});
