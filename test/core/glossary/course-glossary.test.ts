import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Course } from '../../../src/core/course/course';
import { listTerms } from '../../../src/core/features/terms/list-terms';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { glossaryOf } from '../../../src/core/glossary/glossary';
import { parseCourseDocument } from '../../../src/core/parse-course-document';
import { memoryRoot, memoryWorkspace } from '../../support/memory-course';

const names = ['a.md', 'b.md', 'c.py', 'd.mmd'];
const scraps = [
  '# Glossary\n\n',
  '- **🤖 Multimodal (MM):** Joins a gate.\n',
  '- **Gate (GT):** Opens.\n',
  '- **Gate:** Shuts.\n',
  'A multimodal gate and MM.\n',
  'GT, gates, `GT`\n',
  '\n',
  '```mermaid\nflowchart LR\n',
  '  MM[🤖 Multimodal] --> GT\n',
  '```\n',
  '"""\n',
  'x = """\n',
  'flowchart LR\n',
  '  GT --> MM\n',
  '🎯',
  ' ',
];
const text = fc.array(fc.constantFrom(...scraps), { maxLength: 12 }).map((parts) => parts.join(''));
const name = fc.constantFrom(...names);

/** An editor's doings: typing, opening and closing, and what happens on the disk meanwhile. */
const step = fc.oneof(
  fc.record({ do: fc.constant('open' as const), name, text }),
  fc.record({ do: fc.constant('close' as const), name }),
  fc.record({ do: fc.constant('write' as const), name, text }),
  fc.record({ do: fc.constant('delete' as const), name }),
  fc.record({ do: fc.constant('ask' as const), name }),
);

const listed = (course: Course) => {
  const glossary = glossaryOf(course);
  return listTerms(glossary, glossary.uris);
};

describe('glossaryOf', () => {
  it('is, after any edits, what reading everything anew would give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const disk = new Map<string, string>(names.map((file) => [file, 'A gate.\n']));
        const workspace = memoryWorkspace(disk);
        const course = new Course(memoryRoot, workspace, parseCourseDocument, [fileTerms]);
        await course.load();
        const open = new Map<string, string>();
        for (const { do: what, name: file, ...rest } of steps) {
          const uri = `${memoryRoot}/${file}`;
          const written = 'text' in rest ? rest.text : '';
          if (what === 'open') {
            open.set(file, written);
            course.open(
              { uri, text: written, version: 0 },
              file.endsWith('.py') ? 'python' : file.endsWith('.mmd') ? 'mermaid' : 'markdown',
            );
          } else if (what === 'close') {
            open.delete(file);
            course.close(uri);
            await course.refresh(uri);
          } else if (what === 'write' || what === 'delete') {
            if (what === 'write') disk.set(file, written);
            else disk.delete(file);
            await course.refresh(uri);
          } else listed(course);
        }
        const fresh = new Course(memoryRoot, memoryWorkspace(new Map([...disk, ...open])), parseCourseDocument, [
          fileTerms,
        ]);
        await fresh.load();
        assert.deepEqual(listed(course), listed(fresh));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps no text of a closed file', async () => {
    const course = new Course(
      memoryRoot,
      memoryWorkspace(new Map([['a.md', '# Terms\n- **Gate:** Opens.\n']])),
      parseCourseDocument,
      [fileTerms],
    );
    await course.load();
    assert.equal(course.openDocument(`${memoryRoot}/a.md`), undefined);
    assert.equal(glossaryOf(course).terms.length, 1);
  });

  it('takes over its terms while no definition changes', async () => {
    const course = new Course(
      memoryRoot,
      memoryWorkspace(new Map([['a.md', '# Terms\n- **Gate:** Opens.\n']])),
      parseCourseDocument,
      [fileTerms],
    );
    await course.load();
    const before = glossaryOf(course);
    course.open({ uri: `${memoryRoot}/b.md`, text: 'a gate', version: 1 }, 'markdown');
    assert.notEqual(glossaryOf(course), before);
    assert.equal(glossaryOf(course).terms, before.terms);
    assert.equal([...glossaryOf(course).usesOf(before.terms[0]!)].length, 1);
  });
});
