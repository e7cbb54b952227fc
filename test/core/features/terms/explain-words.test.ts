import assert from 'node:assert/strict';
import { explainWords } from '../../../../src/core/features/terms/explain-words';
import { markedCourse } from '../../../support/marked-course';

const glossary = `# Glossary\n\n**Router**: Chooses the *experts* of a [token](tokens.md).\n\n**Expert (EX)**: A feed-forward network. ${'It is one of many. '.repeat(30)}\n\n`;

/** What is said of the words of the first line of a diagram. */
const explained = (line: string) => {
  const { context } = markedCourse(`${glossary}<|>\`\`\`mermaid\nflowchart TD\n  ${line}\n\`\`\`\n`);
  const at = context.document.text.indexOf(line);
  const { lines } = context.document;
  return explainWords(context, [lines.rangeOf({ start: at, end: at + line.length })]);
};

describe('explainWords', () => {
  it('says in plain words what a label means', () => {
    assert.deepEqual(explained('A[The router]'), [{ name: 'Router', definition: 'Chooses the experts of a token.' }]);
  });

  it('says formulas in signs', () => {
    const { context } = markedCourse(
      '# Glossary\n\n**Score**: Is $q_i k_j^T$, or $\\own{x_1}$.\n\n<|>```mermaid\nflowchart TD\n  A[Score]\n```\n',
    );
    const at = context.document.text.indexOf('A[Score]');
    const [only] = explainWords(context, [context.document.lines.rangeOf({ start: at, end: at + 8 })]);
    assert.equal(only?.definition, 'Is qᵢkⱼᵀ, or \\own{x_1}.');
  });

  it('names every term of a label once, in text order', () => {
    const names = explained('A[Expert and router of experts]').map(({ name }) => name);
    assert.deepEqual(names, ['Expert', 'Router']);
  });

  it('explains an id that is an acronym, and cuts a long definition behind a word', () => {
    const [only] = explained('EX --> Bee');
    assert.equal(only?.name, 'Expert');
    assert.match(only.definition, /^A feed-forward network\. .{200,290}\S …$/);
  });

  it('says nothing of words that no glossary knows, nor beyond the text', () => {
    assert.deepEqual(explained('A[Weather]'), []);
    const { context } = markedCourse('a<|>');
    const far = { start: { line: 90, character: 0 }, end: { line: 99, character: 5 } };
    assert.deepEqual(explainWords(context, [far]), []);
  });
});
