import assert from 'node:assert/strict';
import { overviewSource } from '../../../../src/core/features/overview/course-overview';
import { memoryCourse, memoryRoot } from '../../../support/memory-course';

const filesOf = async (...paths: string[]) => {
  const { course } = memoryCourse(Object.fromEntries(paths.map((path) => [path, `# ${path}\n`])));
  const source = await overviewSource(course, `${memoryRoot}/OVERVIEW.md`);
  return source!.files.map(({ path }) => path);
};

describe('overviewSource', () => {
  it('takes lessons, and nothing of what a repository says to those who write it', async () => {
    const found = await filesOf(
      '.github/ISSUE_TEMPLATE/new-lesson.md',
      'github/a.md',
      'parts/.github/b.md',
      'README.md',
    );
    assert.deepEqual(found, ['README.md', 'github/a.md']);
  });
});
