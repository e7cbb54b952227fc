import assert from 'node:assert/strict';
import { Course } from '../../../src/core/course/course';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { glossaryOf } from '../../../src/core/glossary/glossary';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import type { SourceFile } from '../../../src/core/workspace';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

const uri = `${memoryRoot}/glossary.md`;
const entry = (term: string) => `# Glossary\n\n- **${term}:** Opens.\n`;

/** A course over a disk that answers each question when it is told to. */
function slowCourse() {
  const reads: ((text: string | undefined) => void)[] = [];
  const lists: ((uris: readonly string[]) => void)[] = [];
  const workspace = {
    ...memoryWorkspace(new Map()),
    read: (of: string) =>
      new Promise<SourceFile | undefined>((done) =>
        reads.push((text) => done(text === undefined ? undefined : { uri: of, text, version: 0 })),
      ),
    list: () => new Promise<readonly string[]>((done) => lists.push(done)),
  };
  const course = new Course(memoryRoot, workspace, parseCourseDocument, [fileTerms]);
  return { course, reads, lists, terms: () => glossaryOf(course).terms.map(({ name }) => name) };
}

describe('A course whose disk is slow', () => {
  it('keeps what was read last, in whatever order the readings end', async () => {
    const { course, reads, terms } = slowCourse();
    const readings = [course.refresh(uri), course.refresh(uri)];
    reads[1]!(entry('New'));
    reads[0]!(entry('Old'));
    await Promise.all(readings);
    assert.deepEqual(terms(), ['New']);
  });

  it('does not bring back a file that went while it was read', async () => {
    const { course, reads, terms } = slowCourse();
    const reading = course.refresh(uri);
    course.remove(memoryRoot);
    reads[0]!(entry('Gone'));
    await reading;
    assert.deepEqual(terms(), []);
  });

  it('keeps what an editor opened and closed while the file was read', async () => {
    const { course, reads, terms } = slowCourse();
    const reading = course.refresh(uri);
    course.open({ uri, text: entry('Typed'), version: 1 }, 'markdown');
    course.close(uri);
    reads[0]!(entry('Old'));
    await reading;
    assert.deepEqual(terms(), ['Typed']);
  });

  it('keeps a file that came while its files were listed', async () => {
    const { course, reads, lists, terms } = slowCourse();
    const loading = course.load();
    const reading = course.refresh(uri);
    reads[0]!(entry('Came'));
    await reading;
    lists[0]!([]);
    await loading;
    assert.deepEqual(terms(), ['Came']);
  });

  it('names its files in one order, whenever each came', () => {
    const { course } = slowCourse();
    for (const name of ['b', 'c', 'a'])
      course.open({ uri: `${memoryRoot}/${name}.md`, text: '', version: 1 }, 'markdown');
    course.open({ uri: `${memoryRoot}/b.md`, text: 'x', version: 2 }, 'markdown');
    assert.deepEqual(
      course.uris,
      ['a', 'b', 'c'].map((name) => `${memoryRoot}/${name}.md`),
    );
  });
});
