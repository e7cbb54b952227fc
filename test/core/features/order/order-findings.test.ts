import assert from 'node:assert/strict';
import { courseFacts } from '../../../../src/core/course-facts';
import { circleFindings } from '../../../../src/core/features/order/circle-findings';
import { unknownLessonFindings } from '../../../../src/core/features/order/unknown-lesson-findings';
import { usedBeforeDefinedFindings } from '../../../../src/core/features/order/used-before-defined-findings';
import { defaultSettings } from '../../../../src/core/settings';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

type Files = Readonly<Record<string, string>>;

/** The findings in `a.md`; their spans are where the markers stand. */
async function findings(source: string, others: Files, check = usedBeforeDefinedFindings, name = 'a.md') {
  const { text, spans } = marked(source);
  const { course, context } = memoryCourse({ [name]: text, ...others }, {}, courseFacts);
  await course.load();
  const found = await check(context(name));
  assert.deepEqual(
    found.map(({ span }) => span),
    spans,
  );
  return { text, found };
}

const later = '# Caching\n\n## Key terms\n\n- **KV Cache (KV):** What was computed.\n- **Token:** A piece.\n';
const contents = '- [A](a.md)\n- [B](b.md)\n';
const course: Files = { 'b.md': later, 'SUMMARY.md': contents };

describe('usedBeforeDefinedFindings', () => {
  it('marks the first use of a term that a later lesson defines, and links to it', async () => {
    const { text, found } = await findings(
      '# Inference\n\nEach step reads the <|KV cache|>. The KV cache grows.\n',
      course,
    );
    assert.equal(found[0]!.message, '“KV Cache” is used here, and defined later, in b.md.');
    assert.equal(
      applyChanges(text, found[0]!.fixes[0]!.changes),
      '# Inference\n\nEach step reads the [KV cache](b.md). The KV cache grows.\n',
    );
    assert.equal(found[0]!.related![0]!.range.start.line, 4);
  });

  it('knows an acronym', () => findings('# Inference\n\nEach step reads the <|KV|> again.\n', course));

  it('takes the order from front matter', () =>
    findings('# Inference\n\nEach step reads the <|KV cache|>.\n', {
      'b.md': `---\nneeds: [a]\n---\n${later}`,
    }));

  const use = '# Inference\n\nEach step reads the KV cache.\n';
  const silent: readonly (readonly [what: string, text: string, others: Files, name?: string])[] = [
    ['no order is stated', use, { 'b.md': later }],
    ['the lesson comes earlier', use, { 'b.md': later, 'SUMMARY.md': '- [B](b.md)\n- [A](a.md)\n' }],
    ['the table does not name the lesson', use, { 'b.md': later, 'c.md': '', 'SUMMARY.md': '[A](a.md) [C](c.md)' }],
    ['a glossary defines it too', use, { ...course, 'glossary.md': '# Glossary\n\n- **KV Cache:** Kept.\n' }],
    [
      'an earlier lesson defines it too',
      use,
      { 'b.md': later, '0.md': later, 'SUMMARY.md': '[0](0.md) [A](a.md) [B](b.md)' },
    ],
    ['the lesson defines it too', `${use}\n## Key terms\n\n- **KV Cache:** Kept.\n`, course],
    ['it is explained in brackets', '# A\n\nThe KV cache (what was computed) grows.\n', course],
    ['it is emphasised', '# A\n\nThe **KV cache** grows. The KV cache is read.\n', course],
    ['it is called so', '# A\n\nThis memory is called the KV cache.\n', course],
    ['it stands in apposition', '# A\n\nThe KV cache is a memory of keys.\n', course],
    ['the text speaks of what comes', '# A\n\nWe will meet the KV cache in lesson 2.\n', course],
    ['the paragraph links', '# A\n\nRead of the KV cache [there](b.md).\n', course],
    ['it stands in a title', '# A\n\n## The KV cache\n\nText.\n', course],
    ['it stands in a list of what there is to learn', '# A\n\n- the KV cache\n', course],
    ['it is a common word', '# A\n\nEach token is read.\n', course],
    ['it stands in code', '# A\n\nSet `KV cache` here.\n', course],
    ['the page is an introduction', '# Welcome\n\nEach step reads the KV cache.\n', course],
    ['the lessons need each other', `---\nneeds: b\n---\n${use}`, { 'b.md': `---\nneeds: a\n---\n${later}` }],
  ];
  for (const [what, text, others] of silent) it(`is silent where ${what}`, () => findings(text, others));

  it('is silent until the course is read, and where it is off', async () => {
    const { course: unread, context } = memoryCourse({ 'a.md': use, ...course }, {}, courseFacts);
    assert.deepEqual(await usedBeforeDefinedFindings(context('a.md')), []);
    await unread.load();
    assert.equal((await usedBeforeDefinedFindings(context('a.md'))).length, 1);
    const severity = { ...defaultSettings.severity, 'order.used-before-defined': 'off' as const };
    assert.deepEqual(
      await usedBeforeDefinedFindings({ ...context('a.md'), settings: { ...defaultSettings, severity } }),
      [],
    );
  });
});

describe('circleFindings', () => {
  const rows: readonly (readonly [what: string, source: string, others: Files, message: string | undefined])[] = [
    ['itself', '---\nneeds: [<|a.md|>]\n---\n', {}, 'A lesson cannot need itself.'],
    ['itself by its title', '---\ntitle: All\nneeds: <|"All"|>\n---\n', {}, 'A lesson cannot need itself.'],
    [
      'a lesson that needs it',
      '---\nneeds:\n  - c\n  - <|Caching|>\n---\n',
      { 'b.md': '---\nneeds: a\n---\n# Caching\n', 'c.md': '' },
      'The needs go in a circle: “Caching” needs this lesson.',
    ],
    [
      'a lesson that needs it by another',
      '---\nneeds: [<|b|>]\n---\n',
      { 'b.md': '---\nneeds: c\n---\n# B\n', 'c.md': '---\nneeds: ./a.md\n---\n# C\n' },
      'The needs go in a circle: “B” needs “C”, which needs this lesson.',
    ],
    [
      'a lesson that the table of contents puts after it',
      '---\nneeds: [<|b|>]\n---\n',
      { 'b.md': '# B\n', 'SUMMARY.md': contents },
      'SUMMARY.md puts “B” after this lesson, which needs it.',
    ],
    [
      'an earlier lesson',
      '---\nneeds: [b]\n---\n',
      { 'b.md': '# B\n', 'SUMMARY.md': '[b](b.md) [a](a.md)' },
      undefined,
    ],
    ['a lesson without order', '---\nneeds: [b]\n---\n', { 'b.md': '# B\n' }, undefined],
    [
      'a lesson in another circle',
      '---\nneeds: [b]\n---\n',
      { 'b.md': '---\nneeds: [c]\n---\n', 'c.md': '---\nneeds: [b]\n---\n' },
      undefined,
    ],
    ['what is no lesson here', '---\nneeds: [curl, 3, { a: b }]\n---\n', {}, undefined],
    ['a name of two lessons', '---\nneeds: [Same]\n---\n# Same\n', { 'b.md': '# Same\n' }, undefined],
    ['broken front matter', '---\nneeds: [a.md\n---\n', {}, undefined],
  ];
  for (const [what, source, others, message] of rows) {
    it(`${message ? 'marks' : 'leaves'} a lesson that needs ${what}`, async () => {
      const { found } = await findings(source, others, circleFindings);
      assert.equal(found[0]?.message, message);
    });
  }
});

describe('unknownLessonFindings', () => {
  const lessons: Files = { 'embeddings.md': '# Embeddings\n', 'b.md': '---\nneeds: [Embeddings]\n---\n# B\n' };
  const check = (source: string, others = lessons) =>
    findings(source, others, async (context) => unknownLessonFindings(context));

  it('says which lesson has nearly the name, and offers it', async () => {
    const { text, found } = await check('---\nneeds: [<|Embedings|>, B]\n---\n');
    assert.equal(found[0]!.message, 'No lesson of the course is called “Embedings”; one is called “Embeddings”.');
    assert.equal(applyChanges(text, found[0]!.fixes[0]!.changes), '---\nneeds: [Embeddings, B]\n---\n');
    assert.equal(found[0]!.fixes[0]!.safe, false);
  });

  it('writes a name with signs of YAML in quotes', async () => {
    const { text, found } = await check(
      '---\nneeds: [<|Loss: a tale|>]\n---\n'.replace('Loss: a tale', "'Loss: a tale'"),
      {
        ...lessons,
        'c.md': '# Loss: a tail\n',
      },
    );
    assert.equal(applyChanges(text, found[0]!.fixes[0]!.changes), '---\nneeds: ["Loss: a tail"]\n---\n');
  });

  it('says that a name is of no lesson, or of several', async () => {
    const { found } = await check('---\nneeds:\n  - <|Linear algebra|>\n  - <|Setup|>\n---\n', {
      ...lessons,
      'x/s.md': '# Setup\n',
      'y/s.md': '# Setup\n',
    });
    assert.deepEqual(
      found.map(({ message, fixes }) => [message, fixes.length]),
      [
        ['No lesson of the course is called “Linear algebra”.', 0],
        ['2 lessons are called “Setup”; its path says which is meant.', 0],
      ],
    );
  });

  const silent: readonly (readonly [what: string, text: string, others?: Files])[] = [
    ['no need of the course names a lesson', '---\nneeds: [build, test]\n---\n', { 'b.md': '# B\n' }],
    ['it is the address of another site', '---\nneeds: [https://example.org/algebra]\n---\n'],
    ['a lesson is named by its file, its path or its title', '---\nneeds: [b, ./embeddings.md, embeddings]\n---\n'],
    ['nothing is needed', '# Lesson\n'],
  ];
  for (const [what, text, others] of silent) it(`is silent where ${what}`, () => check(text, others));
});
