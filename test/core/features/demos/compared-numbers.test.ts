import assert from 'node:assert/strict';
import type { DemoJob, DemoSolver } from '../../../../src/core/demos/demo-solver';
import { bindNumberActions } from '../../../../src/core/features/demos/bind-number-actions';
import { disagreementFindings } from '../../../../src/core/features/demos/disagreement-findings';
import { unboundFindings } from '../../../../src/core/features/demos/unbound-findings';
import { defaultSettings } from '../../../../src/core/settings';
import { applyChanges } from '../../../../src/core/text/span';
import { checked } from '../../../support/demos';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const check = ({ kind, text }: DemoJob) => checked(kind, text);
const demos: DemoSolver = { check, glance: check, dispose: async () => undefined };
const settings = { ...defaultSettings, severity: { ...defaultSettings.severity, 'number.unbound': 'hint' as const } };

const fence = '```mla\nid: cache\npreset: deepseek-v3\n```\n';
const broken = '```mla\nid: cache\nheads: none\n```\n';

const about = (files: Readonly<Record<string, string>>) => ({
  ...memoryCourse(files, settings).context('lesson.md'),
  demos,
});

describe('number.disagrees', () => {
  const said = async (files: Readonly<Record<string, string>>) => {
    const context = about(files);
    const found = await disagreementFindings(context);
    return found.map(({ span, message }) => [context.document.text.slice(span.start, span.end), message]);
  };
  const bound = (number: string) => `It keeps [${number}](demo:cache.bytes_per_token).\n`;

  it('marks what is written with another value elsewhere, in the same file and in others', async () => {
    const text = `${bound('70 kB')}\nOr 71 kB <!-- = cache.bytes_per_token -->.\n\n${fence}`;
    assert.deepEqual(await said({ 'lesson.md': text }), [
      ['70 kB', 'cache.bytes_per_token is 70 kB here, and 71 kB in line 3.'],
    ]);
    assert.deepEqual(await said({ 'lesson.md': bound('70.3 kB'), 'other.md': `${bound('71 kB')}\n${fence}` }), [
      ['70.3 kB', 'cache.bytes_per_token is 70.3 kB here, and 71 kB in other.md, line 1.'],
    ]);
  });

  it('says nothing of other digits, prefixes, bounds and ranges of the same value', async () => {
    for (const other of ['70 kB', '70.27 kB', '70272 bytes', '68.6 KiB', 'about 70 kB', '60–80 kB', 'less than 80 kB'])
      assert.deepEqual(
        await said({ 'lesson.md': bound('70.3 kB'), 'other.md': `${bound(other)}\n${fence}` }),
        [],
        other,
      );
  });

  it('leaves what is not what the demo gives to that mark', async () => {
    assert.deepEqual(await said({ 'lesson.md': `${bound('71 kB')}\n${fence}`, 'other.md': bound('70 kB') }), []);
  });

  it('compares numbers of a demo that cannot be run', async () => {
    const files = { 'lesson.md': `${bound('71 kB')}\n${broken}`, 'other.md': bound('70 kB') };
    assert.equal((await said(files)).length, 1);
  });

  it('says nothing of other results', async () => {
    const text = `${bound('70 kB')}\n[2.3 GB](demo:cache.cache_bytes)\n\n${fence}`;
    assert.deepEqual(await said({ 'lesson.md': text }), []);
  });
});

describe('number.unbound', () => {
  const said = async (text: string) => {
    const context = about({ 'lesson.md': text });
    const found = await unboundFindings(context);
    return found.map(({ span, message }) => [context.document.text.slice(span.start, span.end), message]);
  };

  it('marks a number of a unit that the demo beside it gives otherwise', async () => {
    const [first, ...more] = await said(`# Cache\n\nA token takes 72 kB.\n\n${fence}`);
    assert.deepEqual(more, []);
    assert.deepEqual(first?.[0], '72 kB');
    assert.match(first![1]!, /^72 kB is bound to no demo, .* bytes_per_token 70\.27 kB, cache_bytes 2\.303 GB/);
  });

  it('says nothing of numbers that agree, are bound, have no unit or stand in other sections', async () => {
    for (const text of [
      `A token takes 70 kB.\n\n${fence}`,
      `A token takes [72 kB](demo:cache.bytes_per_token) or 72 kB <!-- = cache.bytes_per_token -->.\n\n${fence}`,
      `There are 72 heads and 3 million of them.\n\n${fence}`,
      `# One\n\nA token takes 72 kB.\n\n# Two\n\n${fence}`,
      `A token takes \`72 kB\`.\n\n\`\`\`moe\n\`\`\`\n`,
    ])
      assert.deepEqual(await said(text), [], text);
  });

  it('is off unless it is asked for', async () => {
    const text = `A token takes 72 kB.\n\n${fence}`;
    const context = { ...memoryCourse({ 'lesson.md': text }).context('lesson.md'), demos };
    assert.deepEqual(await unboundFindings(context), []);
  });
});

describe('the light bulb over a number', () => {
  const offered = async (source: string) => {
    const { text, spans } = marked(source);
    const context = about({ 'lesson.md': text });
    const actions = await bindNumberActions(context, spans[0]!);
    return actions.map(({ title, edits }) => {
      const changes = edits.map(({ range, newText }) => ({ span: context.document.lines.spanOf(range), newText }));
      return [title, applyChanges(text, changes).split('\n')[0]];
    });
  };

  it('binds it to the result that it agrees with', async () => {
    assert.deepEqual(await offered(`A token takes 7<|>0 kB of memory.\n\n${fence}`), [
      ['Bind to cache.bytes_per_token', 'A token takes 70 kB <!-- = cache.bytes_per_token --> of memory.'],
    ]);
    assert.deepEqual(await offered(`There are 35,1<|>36 numbers.\n\n${fence}`), [
      ['Bind to cache.kv_elements_per_token', 'There are 35,136 <!-- = cache.kv_elements_per_token --> numbers.'],
    ]);
  });

  it('offers nothing for another number, a word, or what is bound', async () => {
    for (const source of [
      `A token takes 7<|>2 kB.\n\n${fence}`,
      `A tok<|>en takes 70 kB.\n\n${fence}`,
      `A token takes [7<|>0 kB](demo:cache.bytes_per_token).\n\n${fence}`,
      `A token takes \`7<|>2\`.\n\n${fence}`,
    ])
      assert.deepEqual(await offered(source), [], source);
  });
});
