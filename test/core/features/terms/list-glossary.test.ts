import assert from 'node:assert/strict';
import { listGlossary } from '../../../../src/core/features/terms/list-glossary';
import { memoryCourse } from '../../../support/memory-course';

const course = async (files: Record<string, string>) => {
  const { course } = memoryCourse(files);
  await course.load();
  return listGlossary(course);
};

describe('listGlossary', () => {
  it('shows formulas as signs to readers, as TeX to programs', () => {
    const { course } = memoryCourse({ 'glossary.md': '- **Score:** Is $q_i^T k$.\n' });
    assert.equal(listGlossary(course)[0]!.definitions[0]!.definition, 'Is `qᵢᵀk`.');
    assert.equal(listGlossary(course, 'tex')[0]!.definitions[0]!.definition, 'Is `$q_i^T k$`.');
  });

  it('lists each term once, with all its definitions where their names stand', async () => {
    const [item, ...others] = await course({
      'a.md': '- **🤖 Multimodal (MM):** Joins senses.\n',
      'b.md': '# Glossary\n\n- **Multimodal:** Joins senses.\n\n# Lesson\n\nA multimodal model.\n',
    });
    assert.deepEqual(others, []);
    assert.deepEqual(item, {
      term: 'Multimodal',
      acronym: 'MM',
      emoji: '🤖',
      aliases: [],
      definitions: [
        {
          uri: 'file:///course/a.md',
          range: { start: { line: 0, character: 7 }, end: { line: 0, character: 17 } },
          definition: 'Joins senses.',
        },
        {
          uri: 'file:///course/b.md',
          range: { start: { line: 2, character: 4 }, end: { line: 2, character: 14 } },
          definition: 'Joins senses.',
        },
      ],
      unused: false,
      conflict: null,
    });
  });

  it('marks what nothing uses, and only once every file was read', async () => {
    const files = {
      'a.md': '- **Router (RT):** Picks experts.\n- **Expert (EX):** A network that the router picks.\n',
    };
    assert.deepEqual(
      (await course(files)).map(({ term, unused }) => [term, unused]),
      [
        ['Router', false],
        ['Expert', false],
      ],
    );
    const alone = { 'a.md': '- **Router (RT):** Picks.\n' };
    assert.equal((await course(alone))[0]!.unused, true);
    assert.equal(listGlossary(memoryCourse(alone).course)[0]!.unused, false);
  });

  it('marks definitions that differ, and the later of two terms with one acronym', async () => {
    const items = await course({
      'a.md': '- **Router (RT):** Picks experts.\n- **Return (RT):** What a step earns.\n',
      'b.md': '# Glossary\n\n- **Router:** Sends packets.\n',
    });
    assert.deepEqual(
      items.map(({ term, conflict }) => [term, conflict]),
      [
        ['Router', 'definitions'],
        ['Return', 'acronym'],
      ],
    );
  });
});
