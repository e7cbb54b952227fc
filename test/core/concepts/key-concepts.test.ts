import assert from 'node:assert/strict';
import { conceptDiagram } from '../../../src/core/concepts/concept-text';
import { keyConcepts, keyness } from '../../../src/core/concepts/key-concepts';
import { sectionConcepts } from '../../../src/core/features/concepts/section-concepts';
import { memoryCourse } from '../../support/memory-course';

describe('keyness', () => {
  // Worked by hand: expected 27.5 and 82.5, so 2 (50 ln(50/27.5) + 60 ln(60/82.5)).
  for (const [a, b, c, d, value] of [
    [50, 60, 1000, 3000, 21.57],
    [10, 10, 100, 100, 0],
    [1, 50, 100, 100, 0],
    [5, 0, 100, 900, 23.03],
  ] as const) {
    it(`of ${a} in ${c} against ${b} in ${d} is ${value}`, () =>
      assert.equal(Number(keyness(a, b, c, d).toFixed(2)), value));
  }
});

describe('keyConcepts', () => {
  const rest = Array.from({ length: 40 }, () => 'The loom holds the warp and we weave the cloth.');

  it('tells words that the rest lacks, one for singular and plural, without stop words', () => {
    const { concepts, links } = keyConcepts(
      [
        'We route tokens to experts.',
        'Each expert is one that a router routes to.',
        'The experts balance. The loom holds.',
      ],
      rest,
    );
    assert.equal(concepts[0]?.label, 'experts');
    assert.equal(concepts[0]?.count, 3);
    for (const word of ['we', 'is', 'that', 'loom', 'the'])
      assert.ok(!concepts.some(({ label }) => label === word), word);
    assert.ok(links.every(({ from, to }) => from < to && to < concepts.length));
  });

  it('takes the names of the glossary whole', () => {
    const names = [
      { name: 'Mixture of Experts', label: '🧩 Mixture of Experts' },
      { name: 'MoE', label: '🧩 Mixture of Experts' },
    ];
    const { concepts } = keyConcepts(['A mixture of experts routes.', 'MoE routes too.'], rest, names);
    assert.deepEqual(concepts.map(({ label, count }) => [label, count])[0], ['🧩 Mixture of Experts', 2]);
  });

  it('tells the most frequent words of a text that has no rest', () => {
    assert.deepEqual(keyConcepts(['Warp and weft.', 'Warp again.'], []).concepts, [
      { label: 'warp', count: 2, keyness: null },
    ]);
  });
});

describe('sectionConcepts', () => {
  const files = {
    'a.md': `# Weaving\n\nThe loom holds the warp.\n\n## 🧩 Routing\n\nA router sends tokens. The \`code\` and $x$ of routers. Each router is a layer; routers choose.\n\n### Below\n\nRouters again.\n\n## Cloth\n\nCloth is woven.\n`,
    'b.md': `# More\n\n${'We weave cloth on the loom with warp and weft. '.repeat(20)}\n`,
  };
  const { course, context } = memoryCourse(files);
  const { document } = context('a.md');

  for (const [what, part] of [
    ['at a place', { offset: document.text.indexOf('tokens') }],
    ['of a title', { section: 'routing' }],
  ] as const) {
    it(`reads the section ${what}, with what stands below it`, async () => {
      const found = await sectionConcepts(course, document, part);
      assert.equal(found?.title, '🧩 Routing');
      assert.deepEqual([found?.concepts[0]?.label, found?.concepts[0]?.count], ['routers', 5]);
      assert.doesNotMatch(found!.text, /code|\$/);
      assert.ok(found!.rouge.rouge1.precision > 0);
      assert.match(
        conceptDiagram(found!, found!.title),
        /^---\ntitle: "🧩 Routing"\n---\nflowchart LR\n {4}c1\["routers"\]\n/,
      );
    });
  }

  it('knows no section of another title', async () => {
    assert.equal(await sectionConcepts(course, document, { section: 'Nothing' }), undefined);
  });
});
