import assert from 'node:assert/strict';
import { Course } from '../../../../src/core/course/course';
import { listSkills } from '../../../../src/core/features/outline/list-skills';
import { fileTerms } from '../../../../src/core/glossary/file-terms';
import type { Skill } from '../../../../src/core/outline/skills';
import { parseCourseDocument } from '../../../../src/core/parse-course-document';
import { memoryCourse, memoryRoot, memoryWorkspace } from '../../../support/memory-course';

const drawn = (skills: readonly Skill[], depth = 0): string[] =>
  skills.flatMap(({ number, title, children }) => [
    `${'  '.repeat(depth)}${number ?? '-'} ${title}`,
    ...drawn(children, depth + 1),
  ]);

const skillsOf = async (text: string) => (await listSkills(memoryCourse({ 'a.md': text }).course))[0]?.skills ?? [];

describe('listSkills', () => {
  it('keeps what is numbered, with the sections that hold it, and leaves the rest out', async () => {
    const text =
      '# 🌳 Course\n\nText.\n\n## About\n\nNothing counted.\n\n## 1. Attention\n\n1. Read a score\n2. Mask it\n\n' +
      '```mermaid\nflowchart LR\n  A --> B\n```\n\n## 2. Memory\n';
    assert.deepEqual(drawn(await skillsOf(text)), [
      '- 🌳 Course',
      '  1 Attention',
      '    1 Read a score',
      '    2 Mask it',
      '  2 Memory',
    ]);
  });

  it('says where each name stands', async () => {
    const [skill] = await skillsOf('Text.\n\n1. Read a score\n');
    assert.deepEqual(skill?.range, { start: { line: 2, character: 3 }, end: { line: 2, character: 15 } });
  });

  it('lists files by name, numbers counted, and only those that number something', async () => {
    const text = '## 1. One\n';
    const { course } = memoryCourse({ '10 last.md': text, '2 first.md': text, 'plain.md': '# Plain\n' });
    assert.deepEqual(
      (await listSkills(course)).map(({ path }) => path),
      ['2 first.md', '10 last.md'],
    );
  });

  it('reads a closed file when asked, and again only when it has changed', async () => {
    const files = new Map([['a.md', '## 1. One\n']]);
    const workspace = memoryWorkspace(files);
    let reads = 0;
    const read = (uri: string) => {
      reads++;
      return workspace.read(uri);
    };
    const course = new Course(memoryRoot, { ...workspace, read }, parseCourseDocument, [fileTerms]);
    await course.load();
    const titles = async () => (await listSkills(course)).flatMap(({ skills }) => skills.map(({ title }) => title));
    assert.deepEqual(await titles(), ['One']);
    const after = reads;
    assert.deepEqual(await titles(), ['One']);
    assert.equal(reads, after);
    files.set('a.md', '## 2. Two\n');
    await course.refresh(`${memoryRoot}/a.md`);
    assert.deepEqual(await titles(), ['Two']);
  });
});
