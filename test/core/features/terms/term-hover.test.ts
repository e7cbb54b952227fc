import assert from 'node:assert/strict';
import { termHover } from '../../../../src/core/features/terms/term-hover';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const glossary = `# Glossary

- **🤖 Multimodal (MM):**
  Joins *several* senses.
- **👁️ Vision (VI):** Sees.
`;

const hover = (source: string, name = 'lesson.md') => {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ 'glossary.md': glossary, [name]: text });
  const about = context(name);
  const found = termHover(about, spans[0]!.start);
  return {
    value: found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : undefined,
    text: found?.range && text.slice(...Object.values(about.document.lines.spanOf(found.range))),
  };
};

describe('termHover', () => {
  it('says what a term means, where it is defined and how often it is used', () => {
    const { value, text } = hover('A mul<|>timodal model is MM.');
    assert.equal(text, 'multimodal');
    assert.equal(
      value,
      '**🤖 Multimodal (MM)**\n\nJoins *several* senses.\n\n' +
        'Defined in [glossary.md, line 3](file:///course/glossary.md#L3) · used 2 times',
    );
  });

  it('says what a formula stands for, where a glossary of symbols has it', () => {
    const symbols = '# Glossary\n\n## $w$\n\nOne weight.\n\n## $W$\n\nAll weights.\n\n## $a$\n\nA score.\n';
    const said = (text: string) => {
      const { text: lesson, spans } = marked(text);
      const { context } = memoryCourse({ 'glossary.md': symbols, 'lesson.md': lesson });
      const found = termHover(context('lesson.md'), spans[0]!.start);
      return found && (found.contents as { value: string }).value.split('\n\n').slice(1).join(' | ');
    };
    assert.match(said('The $<|>w$ is one.') ?? '', /^One weight\. \| Defined in \[glossary\.md, line 3\]\([^)]*\)$/);
    assert.match(said('The $W<|>$ is a matrix.') ?? '', /^All weights\./);
    assert.equal(said('The $w<|>x$ is a product.'), undefined);
    assert.equal(said('It is <|>a word.'), undefined);
  });

  it('shows formulas as signs, or their TeX, as code: no hover draws them', () => {
    const written =
      '# Glossary\n\n- **Score:** $\\frac{q^T k}{\\sqrt{d_k}}$, by $\\own{x_1}$.\n\n## $W_q$\n\nAll weights.\n';
    const { text, spans } = marked('The sc<|>ore uses $W_q$.');
    const { context } = memoryCourse({ 'glossary.md': written, 'lesson.md': text });
    const said = (at: number) => (termHover(context('lesson.md'), at)!.contents as { value: string }).value;
    assert.match(said(spans[0]!.start), /\n\n`qᵀk\/√dₖ`, by `\\own\{x_1\}`\.\n\n/);
    assert.match(said(text.indexOf('W_q')), /^\*\*`W_q`\*\*\n\n/);
  });

  it('says what the diagrams connect it with, at an id as at a label', () => {
    const diagram = '```mermaid\nflowchart LR\n  M<|>M[🤖 Multimodal] -->|Boosts 🚀| VI[👁️ Vision]\n  X --> MM\n```\n';
    const { value, text } = hover(diagram);
    assert.equal(text, 'MM');
    assert.match(value!, /\n\n→ \*Boosts 🚀\* → 👁️ Vision {2}\n← X\n\nDefined in/);
    assert.equal(hover(diagram.replace('<|>', '').replace('Multi', 'Mul<|>ti')).text, 'Multimodal');
  });

  it('answers at the definition itself', () => {
    const { context } = memoryCourse({ 'glossary.md': glossary });
    const found = termHover(context('glossary.md'), glossary.indexOf('🤖'));
    assert.match(JSON.stringify(found), /not used/);
  });

  it('says nothing where no term stands', () => {
    assert.equal(hover('no<|>thing, `MM`').value, undefined);
    assert.equal(hover('a `M<|>M`').value, undefined);
  });

  it('shows the other fields of an entry below its definition', () => {
    const text = '# Glossary\n\n## Gate\n\n**Definition:** Opens.\n**Example:** A *door*.\n';
    const { context } = memoryCourse({ 'a.md': text });
    const found = termHover(context('a.md'), text.indexOf('Gate'));
    assert.match(JSON.stringify(found), /\*\*Gate\*\*\\n\\nOpens\.\\n\\n\*\*Example:\*\* A \*door\*\./);
  });

  it('answers with the nearest definition, in the language of the file', () => {
    const list = (saying: string) => `# Glossary\n\n- **Gate:** ${saying}\n`;
    const { context } = memoryCourse({
      'en/one/words.md': list('Opens.'),
      'en/one/text.md': 'A gate.\n',
      'en/two/words.md': list('Lets in.'),
      'en/two/text.md': 'A gate.\n',
      'de/one/words.md': list('Macht auf.'),
      'de/two/text.md': 'Ein Gate.\n',
    });
    const said = (name: string, offset: number) => JSON.stringify(termHover(context(name), offset)).split('\\n\\n')[1];
    assert.equal(said('en/one/text.md', 3), 'Opens.');
    assert.equal(said('en/two/text.md', 3), 'Lets in.');
    assert.equal(said('de/two/text.md', 5), 'Macht auf.');
  });
});
