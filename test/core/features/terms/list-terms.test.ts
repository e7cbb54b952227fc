import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listOutline } from '../../../../src/core/features/outline/list-outline';
import { listTerms } from '../../../../src/core/features/terms/list-terms';
import { glossaryOf } from '../../../../src/core/glossary/glossary';
import { memoryCourse } from '../../../support/memory-course';
import { sharedFile, skipWithoutShared } from '../../../support/shared';

const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('listTerms', () => {
  it('lists definitions with their places, as scripts read them', () => {
    const { course, context } = memoryCourse({
      'a.md':
        '# Terms\n\n- **🤖 Multimodal (MM):** Joins senses.\n- Sparse Routing is titled with "SpaRo" and abbreviated as SR.\n',
      'b.md': 'A multimodal model.\n\n```mermaid\nflowchart LR\n  MM[🤖 Multimodal]\n```\n',
    });
    const lesson = context('b.md').document.uri;
    assert.deepEqual(listTerms(glossaryOf(course), [context('a.md').document.uri, lesson]), [
      {
        term: 'Multimodal',
        acronym: 'MM',
        emoji: '🤖',
        aliases: [],
        definition: 'Joins senses.',
        uri: 'file:///course/a.md',
        range: at(2, 2, 39),
        uses: [{ uri: lesson, range: at(0, 2, 12) }],
        nodes: [
          { uri: lesson, range: at(4, 2, 4) },
          { uri: lesson, range: at(4, 8, 18) },
        ],
      },
      {
        term: 'Sparse Routing',
        acronym: 'SR',
        emoji: null,
        aliases: ['SpaRo'],
        definition: null,
        uri: 'file:///course/a.md',
        range: at(3, 2, 61),
        uses: [],
        nodes: [],
      },
    ]);
  });

  it('gives each of two definitions all uses', () => {
    const { course } = memoryCourse({ 'a.md': '# Terms\n- **Gate:** One.\n- **Gate:** Two.\n\nA gate.\n' });
    const listed = listTerms(glossaryOf(course), ['file:///course/a.md']);
    assert.deepEqual(
      listed.map(({ definition, uses }) => [definition, uses.length]),
      [
        ['One.', 1],
        ['Two.', 1],
      ],
    );
  });

  it('lists every entry of a real app, and every use in its diagram', function () {
    const file = sharedFile('corpus/courses/streamlit-app.py');
    if (!file) return skipWithoutShared(this);
    const { course, context } = memoryCourse({ 'app.py': readFileSync(file, 'utf8') });
    const { text, lines, uri } = context('app.py').document;
    const listed = listTerms(glossaryOf(course), [uri]);
    assert.equal(listed.length, 58);
    assert.ok(listed.every(({ definition, emoji, nodes }) => definition && emoji && nodes.length > 0));
    const nodes = listed.slice(0, 15);
    assert.ok(nodes.every(({ acronym }) => acronym !== null));
    assert.ok(listed.slice(15).every(({ acronym }) => acronym === null));
    for (const { acronym, term, nodes: places } of nodes) {
      const found = places.map(({ range }) => text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)));
      const diagram = text.slice(text.indexOf('flowchart'), text.indexOf('markdown_outline')).replace(/%%.*/g, '');
      const ids = diagram.match(new RegExp(`^\\s*${acronym}\\b|\\| ${acronym}\\s*$`, 'gm'))!.length;
      assert.deepEqual(found.sort(), [...Array(ids).fill(acronym), term].sort());
    }
    const labels = listed.slice(15).map(({ nodes: places }) => places.length);
    assert.deepEqual(
      labels,
      labels.map((_, i) => (listed[15 + i]!.term === 'Benchmark Evaluation' ? 2 : 1)),
    );
  });
});

describe('listOutline', () => {
  it('lists entries as scripts read them', () => {
    const { context } = memoryCourse({ 'a.md': '# 🎯 A\n## 1.2 B\n' });
    assert.deepEqual(listOutline(context('a.md').document), [
      {
        title: '🎯 A',
        number: null,
        kind: 'heading',
        range: { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } },
        children: [
          {
            title: 'B',
            number: '1.2',
            kind: 'heading',
            range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } },
            children: [],
          },
        ],
      },
    ]);
  });
});
