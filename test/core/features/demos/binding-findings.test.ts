import assert from 'node:assert/strict';
import type { DemoJob, DemoSolver } from '../../../../src/core/demos/demo-solver';
import { bindingFindings } from '../../../../src/core/features/demos/binding-findings';
import { demoFindings } from '../../../../src/core/features/demos/demo-findings';
import { documentLinks } from '../../../../src/core/features/document-links';
import { linkFindings } from '../../../../src/core/features/links/link-findings';
import { checked } from '../../../support/demos';
import { memoryCourse } from '../../../support/memory-course';

const fence = (id: string, body = 'preset: deepseek-v3\n') => `\`\`\`mla\nid: ${id}\n${body}\`\`\`\n`;

const check = ({ kind, text }: DemoJob) => checked(kind, text);
const demos: DemoSolver = { check, glance: check, dispose: async () => undefined };

/** What is said of a file of a course, as `code «marked text» message`. */
async function saidOf(files: Readonly<Record<string, string>>, name = 'lesson.md', loaded = true): Promise<string[]> {
  const { course, context } = memoryCourse(files);
  if (loaded) await course.load();
  const asked = { ...context(name), demos };
  const found = [
    ...(await bindingFindings(asked)),
    ...(await linkFindings(asked)),
    ...(await demoFindings(asked.document, (demo) => check({ kind: demo.kind, text: demo.text, data: {} }))),
  ];
  const { text } = asked.document;
  return found.map(({ code, span, message }) => `${code} «${text.slice(span.start, span.end)}» ${message}`);
}

const bound = 'There are [35,136](demo:cache.kv_elements_per_token) and [35,137](demo:cache.kv_elements_per_token).\n';
const said = ['demo.expectation «35,137» kv_elements_per_token is 35,136, not 35,137.'];

describe('numbers bound to demos', () => {
  it('are checked in the file of the demo, and leave links alone', async () => {
    assert.deepEqual(await saidOf({ 'lesson.md': `${bound}\n${fence('cache')}` }), said);
  });

  it('are checked in another file of the course', async () => {
    assert.deepEqual(await saidOf({ 'lesson.md': bound, 'numbers/caches.md': fence('cache') }), said);
  });

  for (const [name, wrap] of [
    ['lesson.mdx', (text: string) => text],
    ['lesson.qmd', (text: string) => text],
    ['app.py', (text: string) => `LESSON = """\n# Caches\n\n${text}"""\n`],
    ['indented.py', (text: string) => `LESSON = """\n${`# Caches\n\n${text}`.replace(/^(?=.)/gm, '    ')}"""\n`],
  ] as const)
    it(`are checked in ${name}`, async () => {
      const text = wrap(`${bound}\n${fence('cache')}`);
      assert.deepEqual(await saidOf({ [name]: text }, name), said);
    });

  it('are marked where no demo of the course has the id, once the course is read', async () => {
    const files = { 'lesson.md': `See [35,136](demo:cach.kv_elements_per_token).\n\n${fence('cache')}` };
    assert.deepEqual(await saidOf(files), [
      'demo.unknown-key «cach» No demo of the course has the id cach. Did you mean cache?',
    ]);
    assert.deepEqual(await saidOf(files, 'lesson.md', false), []);
  });

  it('prefer the demo of their own file, then that of the nearest folder, and are marked where two are as near', async () => {
    const far = fence('cache', 'preset: deepseek-v2\n');
    assert.deepEqual(await saidOf({ 'lesson.md': `${bound}\n${fence('cache')}`, 'other.md': far }), said);
    assert.deepEqual(
      await saidOf({ 'a/lesson.md': bound, 'a/near.md': fence('cache'), 'b/far.md': far }, 'a/lesson.md'),
      said,
    );
    assert.deepEqual(
      await saidOf({ 'lesson.md': '[1](demo:cache.bytes_per_token)', 'a.md': far, 'b.md': fence('cache') }),
      ['demo.value «cache» cache is a demo in a.md and b.md, all as near: give one of them another id.'],
    );
  });

  it('mark an id that two demos of a file have, at the second', async () => {
    assert.deepEqual(await saidOf({ 'lesson.md': `${fence('cache')}\n${fence('cache')}` }), [
      'demo.value «cache» The demo in line 2 has the id cache already, and is the one that numbers are bound to.',
    ]);
  });

  it('say nothing more of a demo that is marked itself, and say it of one in another file', async () => {
    const broken = fence('cache', 'heads: none\n');
    const heads = 'heads must be a whole number from 1 to 1024.';
    assert.deepEqual(await saidOf({ 'lesson.md': `${bound}\n${broken}` }), [`demo.value «none» ${heads}`]);
    const [first] = await saidOf({ 'lesson.md': bound, 'caches.md': broken });
    assert.equal(
      first,
      `demo.expectation «cache.kv_elements_per_token» cache in caches.md cannot be run, so this is not tested: ${heads}`,
    );
  });

  it('may be links to the demo alone', async () => {
    assert.deepEqual(await saidOf({ 'lesson.md': `See [the demo](demo:cache).\n\n${fence('cache')}` }), []);
    assert.deepEqual(await saidOf({ 'lesson.md': `See [the demo](demo:).\n\n${fence('cache')}` }), [
      'demo.value «» Which demo? Write its id and a result, as demo:cache.cache_bytes.',
    ]);
  });

  it('are no links to open', async () => {
    const { context } = memoryCourse({ 'lesson.md': bound });
    assert.deepEqual(await documentLinks(context('lesson.md')), []);
  });

  it('may refer to a definition, of which the first stands, in any case', async () => {
    const lesson = (definitions: string) =>
      `There are [35,136][Cache], [35,137][cache ], [cache] and ![35][cache].\n\n${definitions}\n\n${fence('cache')}`;
    const elsewhere = '[cache]: https://example.org';
    const here = '[cache]: demo:cache.kv_elements_per_token';
    const noNumber = 'demo.value «cache» kv_elements_per_token is a number, and none stands in this link.';
    assert.deepEqual(await saidOf({ 'lesson.md': lesson(here) }), [...said, noNumber]);
    assert.deepEqual(await saidOf({ 'lesson.md': lesson(`${here} "Title"\n${elsewhere}`) }), [...said, noNumber]);
    assert.deepEqual(await saidOf({ 'lesson.md': lesson(`${elsewhere}\n${here}`) }), []);
    assert.deepEqual(await saidOf({ 'lesson.md': lesson('[other]: demo:cache.kv_elements_per_token') }), []);
  });

  it('are marked in the definition that they refer to, once', async () => {
    const lesson = (to: string) => `[35,136][c], [35,137][c]\n\n[c]: demo:${to}\n\n${fence('cache')}`;
    assert.deepEqual(await saidOf({ 'lesson.md': lesson('cach.kv_elements_per_token') }), [
      'demo.unknown-key «cach» No demo of the course has the id cach. Did you mean cache?',
    ]);
    assert.deepEqual(await saidOf({ 'lesson.md': lesson('cache.kv_elements_per_tokens') }), [
      'demo.unknown-key «kv_elements_per_tokens» This demo gives no kv_elements_per_tokens. Did you mean kv_elements_per_token?',
    ]);
    assert.deepEqual(await saidOf({ 'lesson.md': lesson('3cache.x') }), [
      'demo.value «3cache.x» 3cache.x names no demo: write its id and a result, as demo:cache.cache_bytes.',
    ]);
  });

  it('need an id of one word', async () => {
    assert.deepEqual(await saidOf({ 'lesson.md': fence('my cache') }), [
      'demo.value «my cache» id must be one word: a letter, then letters, digits, - and _.',
    ]);
  });
});
