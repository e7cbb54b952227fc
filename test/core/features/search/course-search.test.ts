import assert from 'node:assert/strict';
import { searchCourse } from '../../../../src/core/features/search/course-search';
import { memoryCourse } from '../../../support/memory-course';

const files = {
  'terms.md': '## Glossary\n\n- **Mixture of Experts (MoE):** Many networks, of which few run.\n',
  'a.md': '# Experts that gate\n\n```mermaid\nflowchart TD\n  EX["🧑 Expert<br/>network"] --> Gate\n```\n',
  'b.md': '# Café\n\n```mermaid\nsequenceDiagram\n  participant R as Router\n  R->>Gate: picks\n```\n',
};

const found = async (query: string, course = memoryCourse(files).course) => {
  await course.load();
  const { hits, total } = await searchCourse(course, query);
  assert.equal(total, hits.length);
  return hits.map(({ kind, text, path, range }) => `${kind} ${text} ${path}:${range.start.line}`);
};

describe('searchCourse', () => {
  const rows: readonly (readonly [query: string, ...found: string[]])[] = [
    ['moe', 'term Mixture of Experts (MoE) terms.md:2'],
    [
      'expert',
      'heading Experts that gate a.md:0',
      'label 🧑 Expert network a.md:4',
      'term Mixture of Experts (MoE) terms.md:2',
    ],
    ['gate', 'label Gate a.md:4', 'label Gate b.md:5', 'heading Experts that gate a.md:0'],
    ['CAFE', 'heading Café b.md:0'],
    ['network exp', 'label 🧑 Expert network a.md:4'],
    ['ex network', 'label 🧑 Expert network a.md:4'],
    ['router', 'label Router b.md:4'],
    ['nothing of it'],
    ['  '],
  ];
  for (const [query, ...expected] of rows) {
    it(`finds by “${query}” what is named so, the nearest name first`, async () => {
      assert.deepEqual(await found(query), expected);
    });
  }

  it('finds what an edit has named, and no more what it was named before', async () => {
    const { course, open } = opened();
    assert.deepEqual(await found('alpha', course), ['label Alpha a.md:2']);
    open('```mermaid\nflowchart TD\n  Beta\n```\n');
    assert.deepEqual(await found('alpha', course), []);
    assert.deepEqual(await found('beta', course), ['label Beta a.md:2']);
  });

  it('lists the best of many, and counts them all', async () => {
    const nodes = Array.from({ length: 300 }, (_, i) => `  n${i}["Step ${i}"]`).join('\n');
    const { course } = memoryCourse({ 'a.md': `\`\`\`mermaid\nflowchart TD\n${nodes}\n  last[Step]\n\`\`\`\n` });
    await course.load();
    const { hits, total } = await searchCourse(course, 'step');
    assert.equal(hits[0]?.text, 'Step');
    assert.equal(hits.length, 50);
    assert.equal(total, 301);
  });
});

function opened() {
  const { course } = memoryCourse({});
  let version = 0;
  const open = (text: string) => course.open({ uri: `${course.root}/a.md`, text, version: ++version }, 'markdown');
  open('```mermaid\nflowchart TD\n  Alpha\n```\n');
  return { course, open };
}
