import assert from 'node:assert/strict';
import { rankItems } from '../../../../src/core/features/rank-items';
import { nodeTermCompletion, termCompletion } from '../../../../src/core/features/terms/term-completion';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const glossary =
  '# Glossary\n\n- **🐙 Multi-Head Attention (MHA):** Several heads.\n- **🔎 Query:** Asks.\n\n## Edge labels\n\n- **Boosts 🚀:** More.\n';

/** The text once an item is chosen at the marker, item by label. */
async function completed(source: string, name = 'lesson.md') {
  const { text, spans } = marked(source);
  const { context } = memoryCourse({ 'glossary.md': glossary, [name]: text });
  const about = context(name);
  const offset = spans[0]!.start;
  const abilities = { snippets: false };
  const offered = [...termCompletion(about, offset, abilities), ...nodeTermCompletion(about, offset, abilities)];
  const { items } = rankItems(about.document, offset, offered);
  return Object.fromEntries(
    items.map(({ label, textEdit, filterText }) => {
      assert.ok(textEdit && 'range' in textEdit);
      const span = about.document.lines.spanOf(textEdit.range);
      assert.ok(filterText!.startsWith(text.slice(span.start, span.end)), label);
      return [label, applyChanges(text, [{ span, newText: textEdit.newText }])];
    }),
  );
}

describe('termCompletion', () => {
  it('offers names and acronyms in prose, in the case that was begun', async () => {
    const items = await completed('The mu<|>');
    assert.equal(items['Multi-Head Attention'], 'The multi-head attention');
    assert.equal((await completed('The mh<|>')).MHA, 'The MHA');
    assert.equal((await completed('Mu<|>'))['Multi-Head Attention'], 'Multi-Head Attention');
  });

  it('goes on with a name of which words stand already', async () => {
    assert.equal((await completed('With Multi-Head Att<|>'))['Multi-Head Attention'], 'With Multi-Head Attention');
    assert.equal((await completed('With multi-head <|>'))['Multi-Head Attention'], 'With multi-head attention');
  });

  it('offers all on an empty line, in headings, cells and Python strings', async () => {
    for (const source of ['<|>', '# A\n\n<|>\n', '# <|>', '| a |\n|---|\n| x <|> |\n']) {
      assert.equal(Object.keys(await completed(source)).length, 4, source);
    }
    assert.equal((await completed('A = """\n# A\n\nque<|>\n"""\n', 'app.py')).Query, 'A = """\n# A\n\nquery\n"""\n');
  });

  it('offers names with their emoji in labels', async () => {
    const diagram = (line: string) => `\`\`\`mermaid\nflowchart LR\n  ${line}\n\`\`\`\n`;
    assert.equal(
      (await completed(diagram('A[mul<|>]')))['🐙 Multi-Head Attention'],
      diagram('A[🐙 Multi-Head Attention]'),
    );
    assert.equal((await completed(diagram('A -->|<|>| B')))['Boosts 🚀'], diagram('A -->|Boosts 🚀| B'));
  });

  it('offers acronyms as nodes where an id may stand', async () => {
    const diagram = (line: string, header = 'flowchart LR') => `\`\`\`mermaid\n${header}\n  ${line}\n\`\`\`\n`;
    for (const [typed, done] of [
      ['M<|>', 'MHA[🐙 Multi-Head Attention]'],
      ['A --> <|>', 'A --> MHA[🐙 Multi-Head Attention]'],
      ['A --> multi<|>', 'A --> MHA[🐙 Multi-Head Attention]'],
    ] as const) {
      assert.equal((await completed(diagram(typed))).MHA, diagram(done));
    }
    assert.equal((await completed(diagram('A --> que<|>'))).Query, diagram('A --> Query[🔎 Query]'));
    for (const none of ['%% <|>', 'style M<|>', 'A[x] <|>', 'M<|>\n  MHA[x]'])
      assert.deepEqual(await completed(diagram(none)), {}, none);
  });

  it('offers nothing in code, formulas, link targets and front matter', async () => {
    for (const source of [
      '`a <|> b`',
      '$a <|> b$',
      '[a](b<|>)',
      '```python\n<|>\n```\n',
      '---\na: <|>\n---\n',
      '$$\n<|>\n$$\n',
    ]) {
      assert.deepEqual(await completed(source), {}, source);
    }
  });
});
