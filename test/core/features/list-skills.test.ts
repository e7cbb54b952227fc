import assert from 'node:assert/strict';
import { listSkills } from '../../../src/core/features/list-skills';
import { fileSkills, type Skill } from '../../../src/core/outline/file-skills';
import { memoryCourse } from '../../support/memory-course';

const drawn = (skills: readonly Skill[], depth = 0): string[] =>
  skills.flatMap(({ number, title, children }) => [
    `${'  '.repeat(depth)}${number ?? '-'} ${title}`,
    ...drawn(children, depth + 1),
  ]);

const skillsOf = (text: string) => listSkills(memoryCourse({ 'a.md': text }, {}, [fileSkills]).course)[0]?.skills ?? [];

describe('listSkills', () => {
  it('keeps what is numbered, with the sections that hold it, and leaves the rest out', () => {
    const text =
      '# 🌳 Course\n\nText.\n\n## About\n\nNothing counted.\n\n## 1. Attention\n\n1. Read a score\n2. Mask it\n\n' +
      '```mermaid\nflowchart LR\n  A --> B\n```\n\n## 2. Memory\n';
    assert.deepEqual(drawn(skillsOf(text)), [
      '- 🌳 Course',
      '  1 Attention',
      '    1 Read a score',
      '    2 Mask it',
      '  2 Memory',
    ]);
  });

  it('says where each name stands', () => {
    const [skill] = skillsOf('Text.\n\n1. Read a score\n');
    assert.deepEqual(skill?.range, { start: { line: 2, character: 3 }, end: { line: 2, character: 15 } });
  });

  it('lists files by name, numbers counted, and only those that number something', () => {
    const text = '## 1. One\n';
    const { course } = memoryCourse({ '10 last.md': text, '2 first.md': text, 'plain.md': '# Plain\n' }, {}, [
      fileSkills,
    ]);
    assert.deepEqual(
      listSkills(course).map(({ path }) => path),
      ['2 first.md', '10 last.md'],
    );
  });
});
