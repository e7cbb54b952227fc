import assert from 'node:assert/strict';
import { refactorings } from '../../../src/core/features/refactorings';
import { applyChanges } from '../../../src/core/text/span';
import { marked } from '../../support/markers';
import { memoryCourse } from '../../support/memory-course';

type Files = Record<string, string>;

/** What can be done with the selection in the last file, and the files as they then are. */
async function actions(files: Files) {
  const name = Object.keys(files).at(-1)!;
  const { text, spans } = marked(files[name]!);
  const { context } = memoryCourse({ ...files, [name]: text });
  const found = await refactorings(context(name), spans[0]!);
  // Pinning a diagram's look is offered in every diagram, and has tests of its own.
  const others = found.filter(({ title }) => !title.startsWith('Pin '));
  return others.map(({ title, edits, creates }) => {
    const after: Files = {};
    for (const { uri, range, newText } of edits) {
      const file = uri.slice(uri.lastIndexOf('/') + 1);
      const { document } = context(file);
      after[file] = applyChanges(document.text, [{ span: document.lines.spanOf(range), newText }]);
    }
    return { title, after, creates };
  });
}

const glossary = '# Glossary\n\n- **Gate (GT):** Opens.\n- **Latch:** Holds\n  on.\n\nThe end.\n';

describe('refactorings', () => {
  it('adds a selection to the glossary, below its last entry', async () => {
    const [action] = await actions({ 'glossary.md': glossary, 'lesson.md': 'A <|🔎 *Sparse* Router (SR)|> here.' });
    assert.equal(action!.title, 'Add “Sparse Router” to the glossary');
    assert.equal(action!.after['glossary.md'], glossary.replace('on.\n', 'on.\n- **🔎 Sparse Router (SR):** …\n'));
  });

  it('takes along an acronym that stands behind the selection, and reads a Python string as it shows', async () => {
    const [behind] = await actions({ 'lesson.md': 'The <|*Mixture of Experts*|> (MoE) layer.' });
    assert.match(behind!.creates!.text, /\*\*Mixture of Experts \(MoE\):\*\*/);
    const [other] = await actions({ 'lesson.md': 'The <|Router|> (above).' });
    assert.match(other!.creates!.text, /\*\*Router:\*\*/);
    const [escaped] = await actions({ 'app.py': "A = '''\n# A\n\nSo <|Ann\\'s Law|> says.\n'''\n" });
    assert.match(escaped!.creates!.text, /\*\*Ann's Law:\*\*/);
  });

  it('keeps blank lines between entries, and marks as they do', async () => {
    const spaced = '# Terms\n\n* **Gate:**\n  Opens.\n\n* **Latch:**\n  Holds.\n';
    const [action] = await actions({ 'lesson.md': `${spaced}\nA <|Router|>.` });
    assert.equal(action!.after['lesson.md'], `${spaced.trimEnd()}\n\n* **Router:** …\n\nA Router.`);
  });

  it('makes a glossary where a course has none', async () => {
    const [action] = await actions({ 'lesson.md': 'A <|Router|>.' });
    assert.deepEqual(action!.creates, { uri: 'file:///course/glossary.md', text: '# Glossary\n\n- **Router:** …\n' });
  });

  it('adds a node by its label, its id as the acronym', async () => {
    const [action] = await actions({
      'glossary.md': glossary,
      'lesson.md': '```mermaid\nflowchart LR\n  R<|>TR[🛂 Router] --> A\n```\n',
    });
    assert.match(action!.after['glossary.md']!, /- \*\*🛂 Router \(RTR\):\*\* …/);
  });

  it('defines an acronym, with what the text says it stands for', async () => {
    const [action] = await actions({
      'glossary.md': glossary,
      'lesson.md': 'The Mixture of Experts (MoE) layer.\n\nTwo M<|>oEs.',
    });
    assert.equal(action!.title, 'Define MoE');
    assert.match(action!.after['glossary.md']!, /- \*\*Mixture of Experts \(MoE\):\*\* …/);
    const [bare] = await actions({ 'glossary.md': glossary, 'lesson.md': 'R<|>AG it.' });
    assert.match(bare!.after['glossary.md']!, /- \*\*RAG:\*\* …/);
  });

  it('offers nothing for known terms, ordinary words, code, several lines', async () => {
    for (const lesson of [
      '<|gates|>',
      'G<|>T',
      'wo<|>rd',
      '`A <|B|>`',
      'a <|b\nc|>',
      '```mermaid\nflowchart LR\n  G<|>T[Gate]\n```\n',
    ]) {
      assert.deepEqual(await actions({ 'glossary.md': glossary, 'lesson.md': lesson }), [], lesson);
    }
  });

  it('draws a section as a skill tree', async () => {
    const text = '# 🌳 <|>Skills\n\n## 1. Gate\n\n1. Open "it"\n2. Shut\n\n## 2. Router\n\ntext\n';
    const [action] = await actions({ 'glossary.md': glossary, 'lesson.md': text });
    assert.equal(
      action!.after['lesson.md'],
      text
        .replace('<|>', '')
        .replace(
          'Skills\n',
          'Skills\n\n```mermaid\nflowchart TD\n    S["🌳 Skills"]\n    GT["1 Gate"]\n    S1_1["1 Open #quot;it#quot;"]\n    S1_2["2 Shut"]\n' +
            '    S2["2 Router"]\n    GT --> S1_1\n    GT --> S1_2\n    S --> GT\n    S --> S2\n```\n',
        ),
    );
  });

  it('draws below an underlined heading, not into it', async () => {
    const [action] = await actions({ 'lesson.md': 'Ski<|>lls\n======\n\n## A\n' });
    assert.match(action!.after['lesson.md']!, /^Skills\n======\n\n```mermaid\n/);
  });

  it('writes a diagram as an outline, each node once', async () => {
    const diagram =
      '```mermaid\nflowchart TD\n  A[🌳 Root] --> B["One<br/>two"]\n  A --> C\n  B --> D\n  C --> D\n  D --> A\n```\n';
    const [, outline] = [0, (await actions({ 'lesson.md': `${diagram.replace('TD', 'T<|>D')}\nend\n` })).at(-1)];
    assert.equal(outline!.title, 'Write this diagram as an outline');
    assert.equal(outline!.after['lesson.md'], `${diagram}\n1. 🌳 Root\n   1. One two\n      1. D\n   2. C\n\nend\n`);
  });
});
