import assert from 'node:assert/strict';
import { Course } from '../../../src/core/course/course';
import { courseFacts } from '../../../src/core/course-facts';
import { glossaryOf } from '../../../src/core/glossary/glossary';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

describe('a course for one who cannot wait', () => {
  const uri = `${memoryRoot}/a.md`;
  const other = `${memoryRoot}/b.md`;
  const prose = 'The water waits. '.repeat(7000);
  const glossary = (...terms: string[]) => `# Terms\n\n${terms.map((term) => `- **${term}**: Is.\n`).join('')}\n`;
  let course: Course;
  let version = 0;
  const write = (text: string, file = uri) => course.open({ uri: file, text, version: ++version }, 'markdown');
  const terms = (of: Course) => glossaryOf(of).terms.map(({ name }) => name);

  beforeEach(() => {
    course = new Course(memoryRoot, memoryWorkspace(new Map()), parseCourseDocument, courseFacts);
  });

  it('is the course itself where the text is small, was not edited, or was looked at since', () => {
    write(glossary('Leaf') + prose);
    assert.equal(course.atHand(uri), course, 'not edited');
    write(glossary('Leaf'), other);
    write(glossary('Leaf', 'Pot'), other);
    assert.equal(course.atHand(other), course, 'small');
    terms(course);
    write(glossary('Pot') + prose);
    assert.notEqual(course.atHand(uri), course);
    for (const fact of courseFacts) course.fact(fact, uri);
    assert.equal(course.atHand(uri), course, 'looked at');
    assert.equal(course.atHand(`${memoryRoot}/none.md`), course);
  });

  it('knows of a large text what was known before its edits, and its model as it is', async () => {
    write(glossary('Leaf') + prose);
    terms(course);
    for (const text of ['Leaf', 'Pot'].map((term) => `${glossary('Cup', term)}${prose}`)) {
      write(text);
      assert.deepEqual(terms(course.atHand(uri)), ['Leaf']);
      assert.equal((await course.atHand(uri).document(uri))?.text, text);
      assert.equal(await course.atHand(uri).document(uri), await course.document(uri), 'read once');
    }
    assert.deepEqual(terms(course), ['Cup', 'Pot'], 'the course itself knows what is');
    assert.deepEqual(terms(course.atHand(uri)), terms(course));
    write(prose);
    assert.deepEqual(terms(course.atHand(uri)), ['Cup', 'Pot']);
  });

  it('hears at once of other files, and stays the same until it does', () => {
    write(glossary('Leaf') + prose);
    terms(course);
    write(prose);
    const before = course.atHand(uri);
    write(`${prose}a`);
    assert.equal(course.atHand(uri), before, 'what was worked out of it stands');
    write(glossary('Pot'), other);
    assert.deepEqual(terms(course.atHand(uri)), ['Leaf', 'Pot']);
  });
});
