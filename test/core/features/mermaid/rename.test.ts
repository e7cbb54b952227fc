import assert from 'node:assert/strict';
import type { CourseEdit } from '../../../../src/core/course/course-edit';
import { prepareRename, rename } from '../../../../src/core/features/rename';
import { RenameRefused } from '../../../../src/core/features/rename-refused';
import { applyChanges } from '../../../../src/core/text/span';
import { fenced, markedCourse } from '../../../support/marked-course';

/** The files as they read after a rename at the mark. */
async function renamed(
  source: string,
  newName: string,
  name = 'lesson.md',
  others: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const { context, offset, text } = markedCourse(source, name, others);
  const edits = await rename(context, offset, newName);
  const result: Record<string, string> = {};
  for (const [file, content] of Object.entries({ [name]: text, ...others })) {
    const uri = `file:///course/${file}`;
    const { lines } = context.course.openDocument(uri)!;
    const own = (edits ?? []).filter((edit: CourseEdit) => edit.uri === uri);
    result[file] = applyChanges(
      content,
      own.map(({ range, newText }) => ({ span: lines.spanOf(range), newText })),
    );
  }
  return result;
}

const lesson = async (diagram: string, newName: string): Promise<string> =>
  (await renamed(fenced(diagram), newName))['lesson.md']!;

describe('renaming inside diagrams', () => {
  it('renames every place of an id', async () => {
    assert.equal(
      await lesson(
        'flowchart TD\n  <|>A[Router A] --> B & A\n  class A,B hot\n  style A fill:red\n  click A "x"',
        'router',
      ),
      fenced(
        'flowchart TD\n  router[Router A] --> B & router\n  class router,B hot\n  style router fill:red\n  click router "x"',
      ),
    );
  });

  it('renames a style class and an edge’s name', async () => {
    assert.equal(
      await lesson('flowchart TD\n  A:::h<|>ot --> hot\n  classDef hot fill:red', 'warm'),
      fenced('flowchart TD\n  A:::warm --> hot\n  classDef warm fill:red'),
    );
    assert.equal(
      await lesson('flowchart TD\n  A e1@--> B\n  e<|>1@{ animate: true }', 'first'),
      fenced('flowchart TD\n  A first@--> B\n  first@{ animate: true }'),
    );
  });

  it('renames in other diagrams only what is the same node', async () => {
    const files = await renamed(fenced('graph TD\n  A<|>[Router] --> B'), 'R', 'a.md', {
      'b.md': fenced('graph TD\n  A["🧭 router"] --> A'),
      'c.md': fenced('graph TD\n  A[Gate] --> B'),
    });
    assert.equal(files['a.md'], fenced('graph TD\n  R[Router] --> B'));
    assert.equal(files['b.md'], fenced('graph TD\n  R["🧭 router"] --> R'));
    assert.equal(files['c.md'], fenced('graph TD\n  A[Gate] --> B'));
  });

  it('leaves an acronym to the glossary, which renames its definition too', async () => {
    const definition = '- **Mixture of Experts (MoE):** Many experts.\n\n';
    const files = await renamed(`${definition}${fenced('graph TD\n  Mo<|>E --> B')}`, 'MX');
    assert.equal(files['lesson.md'], `${definition.replace('MoE', 'MX')}${fenced('graph TD\n  MX --> B')}`);
  });

  it('offers the id with its present name, and nothing at an arrow', async () => {
    const { context, offset } = markedCourse(fenced('flowchart TD\n  Rou<|>ter --> B'));
    assert.equal((await prepareRename(context, offset))!.placeholder, 'Router');
    const arrow = markedCourse(fenced('flowchart TD\n  A -<|>-> B'));
    assert.equal(await prepareRename(arrow.context, arrow.offset), undefined);
  });

  const refused: readonly (readonly [why: string, diagram: string, newName: string])[] = [
    ['taken', 'flowchart TD\n  A<|> --> B', 'B'],
    ['reserved', 'flowchart TD\n  A<|> --> B', 'end'],
    ['reserved in any case', 'sequenceDiagram\n  A<|>->>B: hi', 'Note'],
    ['two words', 'flowchart TD\n  A<|> --> B', 'two words'],
    ['an arrow', 'flowchart TD\n  A<|> --> B', 'a-->b'],
    ['a bracket', 'flowchart TD\n  A<|> --> B', 'a[b]'],
    ['the start of another keyword', 'flowchart TD\n  A<|> --> B', 'end-of'],
  ];
  for (const [why, diagram, newName] of refused) {
    it(`refuses a name that is ${why}`, async () => {
      await assert.rejects(lesson(diagram, newName), RenameRefused);
    });
  }

  it('takes a word that only begins like a keyword', async () => {
    assert.equal(await lesson('flowchart TD\n  A<|> --> B', 'endpoint'), fenced('flowchart TD\n  endpoint --> B'));
    assert.equal(await lesson('flowchart TD\n  A<|> --> B', 'End'), fenced('flowchart TD\n  End --> B'));
  });
});
