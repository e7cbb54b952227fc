import assert from 'node:assert/strict';
import { Course } from '../../../src/core/course/course';
import { courseFacts } from '../../../src/core/course-facts';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

describe('an open file whose model was let go', () => {
  const uri = `${memoryRoot}/a.md`;
  const opened = () => {
    const course = new Course(memoryRoot, memoryWorkspace(new Map()), parseCourseDocument, courseFacts);
    course.open({ uri, text: '# Terms\n\n- **Gate (GT):** Opens.\n', version: 3 }, 'markdown');
    return course;
  };

  it('keeps its facts, and has the same model again when somebody asks', async () => {
    const course = opened();
    const model = (await course.document(uri))!;
    const terms = course.fact(fileTerms, uri);
    const { revision } = course;
    course.condense(uri);
    assert.equal(course.fact(fileTerms, uri), terms);
    assert.equal(course.revision, revision, 'nothing of the course has changed');
    const again = (await course.document(uri))!;
    assert.notEqual(again, model);
    assert.deepEqual([again.text, again.version, again.headings], [model.text, model.version, model.headings]);
    assert.equal(await course.document(uri), again, 'and keeps it');
  });

  it('has its facts also when nobody asked for them before', () => {
    const course = opened();
    course.condense(uri);
    assert.equal(course.fact(fileTerms, uri)?.entries.length, 1);
    course.condense(`${memoryRoot}/none.md`);
  });
});
