import assert from 'node:assert/strict';
import { Course } from '../../../src/core/course/course';
import { courseLanguageOf } from '../../../src/core/course/course-language';
import type { ReaderOfCourse } from '../../../src/core/course/course-reader';
import { packFacts } from '../../../src/core/course/fact';
import { courseFacts } from '../../../src/core/course-facts';
import { listTerms } from '../../../src/core/features/terms/list-terms';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { glossaryOf } from '../../../src/core/glossary/glossary';
import { fileLinks } from '../../../src/core/links/file-links';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

const glossary = '# Glossary\n\n- **🤖 Multimodal (MM):** Joins.\n- **Gate ’s:** Opens MoEs.\n';
const lesson = (i: number) =>
  `# Lesson ${i}\n\nA multimodal gate, MM and 混合专家 in [file](lesson-2.md#lesson-2).\n\n` +
  `$x_{${i}} + \\alpha$\n\n\`\`\`mermaid\nflowchart LR\n  MM[🤖 Multimodal] --> G${i}[Gate]\n\`\`\`\n`;
const files = new Map([
  ['glossary.md', glossary],
  ...Array.from({ length: 220 }, (_, i): [string, string] => [`lesson-${i}.md`, lesson(i)]),
]);

/** Reads as a thread does: what it answers was cloned. */
function readerOf(disk: ReadonlyMap<string, string>, before: (uri: string) => void = () => {}) {
  const workspace = memoryWorkspace(disk);
  const asked: string[] = [];
  const reader: ReaderOfCourse = {
    atOnce: 4,
    async read(uri) {
      asked.push(uri);
      const source = await workspace.read(uri);
      before(uri);
      return source && structuredClone(packFacts(parseCourseDocument(source, courseLanguageOf(uri)!), courseFacts));
    },
  };
  return { reader, asked };
}

const known = (course: Course) => {
  const terms = glossaryOf(course);
  return {
    uris: [...course.uris],
    terms: listTerms(terms, terms.uris),
    rest: courseFacts.filter((fact) => fact !== fileTerms && fact !== fileLinks).map((fact) => [...course.all(fact)]),
    anchors: [...course.all(fileLinks)].map(([uri, { anchors, toAnchors, places }]) => [
      uri,
      anchors.map(({ span, ...rest }) => ({ ...rest, range: places.rangeOf(span) })),
      toAnchors,
    ]),
  };
};

async function readHere(disk: ReadonlyMap<string, string>): Promise<Course> {
  const course = new Course(memoryRoot, memoryWorkspace(disk), parseCourseDocument, courseFacts);
  await course.load();
  return course;
}

describe('a course with a reader', () => {
  it('knows what it would know without, in the same order', async () => {
    const { reader, asked } = readerOf(files);
    const course = new Course(memoryRoot, memoryWorkspace(files), parseCourseDocument, courseFacts, reader);
    await course.load();
    assert.equal(asked.length, files.size);
    assert.ok(known(course).terms.some(({ uses, nodes }) => uses.length === 440 && nodes.length === 440));
    assert.deepEqual(known(course), known(await readHere(files)));
  });

  it('keeps each fact whole on its way from one thread to another', () => {
    const document = parseCourseDocument(
      { uri: 'file:///course/a.md', text: lesson(1) + glossary, version: 0 },
      'markdown',
    );
    const packed = structuredClone(packFacts(document, courseFacts));
    courseFacts.forEach((fact, i) => {
      const value = fact.of(document);
      const back = fact.unpack ? fact.unpack(packed[i]) : packed[i];
      assert.deepStrictEqual(back, value, fact.name);
    });
  });

  it('reads a small course here, where starting one would take longer', async () => {
    const { reader, asked } = readerOf(files);
    const few = new Map([...files].slice(0, 5));
    const course = new Course(memoryRoot, memoryWorkspace(few), parseCourseDocument, courseFacts, reader);
    await course.load();
    assert.deepEqual(asked, []);
    assert.equal([...course.uris].length, 5);
  });

  it('reads here what a failing reader does not', async () => {
    const reader: ReaderOfCourse = { atOnce: 3, read: () => Promise.reject(new Error('the thread ended')) };
    const course = new Course(memoryRoot, memoryWorkspace(files), parseCourseDocument, courseFacts, reader);
    await course.load();
    assert.deepEqual(known(course), known(await readHere(files)));
  });

  const large = new Map([...files].slice(0, 3)).set('large.md', `${glossary}\n${'word '.repeat(120_000)}\n`);

  it('reads a large file of a small course, and that alone', async () => {
    const { reader, asked } = readerOf(large);
    const course = new Course(memoryRoot, memoryWorkspace(large), parseCourseDocument, courseFacts, {
      ...reader,
      leaveOut: () => assert.fail('it was read'),
    });
    await course.load();
    assert.deepEqual(asked, [`${memoryRoot}/large.md`]);
    assert.deepEqual(known(course), known(await readHere(large)));
  });

  it('leaves out a large file with which it comes to no end, says so, and reads it when it is another', async () => {
    const disk = new Map(large);
    const left: string[] = [];
    const course = new Course(memoryRoot, memoryWorkspace(disk), parseCourseDocument, courseFacts, {
      atOnce: 1,
      read: () => Promise.reject(new Error('too long')),
      leaveOut: (uri, error) => void left.push(`${uri} ${String(error)}`),
    });
    await course.load();
    assert.deepEqual(left, [`${memoryRoot}/large.md Error: too long`]);
    assert.equal(course.fact(fileTerms, `${memoryRoot}/large.md`), undefined);
    assert.equal(course.uris.length, 3);
    disk.set('large.md', glossary);
    await course.refresh(`${memoryRoot}/large.md`);
    assert.ok(course.fact(fileTerms, `${memoryRoot}/large.md`));
  });

  it('takes nothing from it that an editor or the disk has made stale meanwhile', async () => {
    const disk = new Map(files);
    const { reader } = readerOf(disk, (uri) => {
      if (uri.endsWith('/lesson-7.md')) course.open({ uri, text: 'Open.\n', version: 1 }, 'markdown');
      if (uri.endsWith('/lesson-9.md')) {
        disk.delete('lesson-9.md');
        course.remove(uri);
      }
    });
    const course = new Course(memoryRoot, memoryWorkspace(disk), parseCourseDocument, courseFacts, reader);
    await course.load();
    assert.equal(course.openDocument(`${memoryRoot}/lesson-7.md`)?.text, 'Open.\n');
    assert.equal(course.fact(fileTerms, `${memoryRoot}/lesson-9.md`), undefined);
    assert.ok(course.fact(fileTerms, `${memoryRoot}/lesson-10.md`));
  });
});
