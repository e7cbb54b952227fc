import assert from 'node:assert/strict';
import { courseFacts } from '../../../src/core/course-facts';
import { readingList } from '../../../src/core/order/reading-list';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

type Files = Readonly<Record<string, string>>;

const lesson = (title: string, prose: string, ...terms: readonly string[]): string =>
  `# ${title}\n\n${prose}\n\n## Key terms\n\n${terms.map((term) => `- **${term}:** What it is.\n`).join('')}`;

/** The files to read and what for. */
async function toRead(files: Files, from: string, to: string) {
  const { course } = memoryCourse(files, {}, courseFacts);
  await course.load();
  const list = await readingList(course, from, to);
  const name = (uri: string) => uri.slice(memoryRoot.length + 1);
  return (
    list && [`after ${name(list.from.uri)}`, ...list.read.map(({ uri, terms }) => [name(uri), ...terms].join(' | '))]
  );
}

const course: Files = {
  '1-text.md': lesson('Text', 'Begin.', 'Token Stream'),
  '2-attention.md': lesson('Attention', 'Over a token stream.', 'Attention Head'),
  '3-cache.md': lesson('Caching', 'Each attention head keeps.', 'KV Cache (KV)'),
  '4-aside.md': lesson('Aside', 'By the way.', 'Side Note'),
  '5-latent.md': lesson('Latent', 'A smaller KV cache, over a token stream.', 'Latent Attention'),
};

describe('readingList', () => {
  it('lists what lies between two terms, with what it is read for, and nothing else', async () => {
    assert.deepEqual(await toRead(course, 'Token Stream', 'Latent Attention'), [
      'after 1-text.md',
      '2-attention.md | Attention Head',
      '3-cache.md | KV Cache',
      '5-latent.md',
    ]);
    assert.deepEqual(await toRead(course, 'attention heads', 'KV'), ['after 2-attention.md', '3-cache.md']);
  });

  it('knows lessons by title and path', async () => {
    assert.deepEqual(await toRead(course, 'attention', '3-cache.md'), ['after 2-attention.md', '3-cache.md']);
  });

  it('counts what the known lesson needs as known', async () => {
    assert.deepEqual(await toRead(course, 'Latent Attention', 'KV Cache'), ['after 5-latent.md']);
  });

  it('follows needs in front matter and links back', async () => {
    const files: Files = {
      '1-a.md': '# A\n',
      '2-b.md': '# B\n\nAs in [A](1-a.md).\n',
      '3-c.md': '---\nneeds: [B]\n---\n# C\n\n[later](4-d.md)\n',
      '4-d.md': '---\nneeds: c\n---\n# D\n',
    };
    assert.deepEqual(await toRead(files, 'A', 'D'), ['after 1-a.md', '2-b.md', '3-c.md', '4-d.md']);
  });

  it('goes by the table of contents before numbers: a lesson needs no later one', async () => {
    const files: Files = {
      '1-a.md': lesson('A', 'Uses of the kv cache.', 'Head Count'),
      '2-b.md': lesson('B', 'A head count.', 'KV Cache'),
    };
    assert.deepEqual(await toRead(files, 'A', 'B'), ['after 1-a.md', '2-b.md']);
    assert.deepEqual(await toRead({ ...files, 'SUMMARY.md': '[B](2-b.md) [A](1-a.md)' }, 'A', 'B'), ['after 1-a.md']);
  });

  it('ends where lessons need each other', async () => {
    const files: Files = {
      'a.md': lesson('A', 'A tail end.', 'Head Count'),
      'b.md': lesson('B', 'A head count.', 'Tail End'),
      'c.md': lesson('C', 'A tail end.', 'Last Word'),
    };
    assert.deepEqual(await toRead(files, 'A', 'C'), ['after a.md', 'c.md']);
    assert.deepEqual(await toRead(files, 'C', 'B'), ['after c.md']);
  });

  it('orders a chain that is as long as the course', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 600 }, (_, i) => [`l${i}.md`, `---\nneeds: [l${i + 1}]\n---\n# L ${i}\n`]),
    );
    const list = await toRead({ ...files, 'l600.md': '# L 600\n' }, 'L 600', 'L 0');
    assert.deepEqual([list!.length, list![1], list!.at(-1)], [601, 'l599.md', 'l0.md']);
  });

  it('has no answer for names that are of no lesson', async () => {
    assert.equal(await toRead(course, 'Nothing', 'KV'), undefined);
    assert.equal(await toRead(course, 'KV', 'Caching'), undefined);
  });
});
