import assert from 'node:assert/strict';
import { completion } from '../../../src/core/features/completion';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { fileLinks } from '../../../src/core/links/file-links';
import { fileSymbols } from '../../../src/core/math/file-symbols';
import { memoryCourse } from '../../support/memory-course';

const head = '# Weaving\n\n- **Warp (WP)**: stretched.\n- **Weft (WF)**: across.\n\n';
const flowchart = (line: string) => `${head}\`\`\`mermaid\nflowchart TD\n  LM[Loom] --> SH[Shed]\n  ${line}\n\`\`\`\n`;
const diagram = (text: string) => `${head}\`\`\`mermaid\n${text}\n\`\`\`\n`;
const demo = (text: string) => `${head}\`\`\`moe\n${text}\n\`\`\`\n`;
const facts = [fileTerms, fileSymbols, fileLinks];

async function offered(
  marked: string,
  { typed, whileTyping = 'fences' as const }: { typed?: string; whileTyping?: 'fences' | 'everywhere' | 'off' } = {},
): Promise<string[]> {
  const { context } = memoryCourse({ 'a.md': marked.replace('¦', '') }, { suggest: { whileTyping } }, facts);
  const asking = typed === undefined ? ('written' as const) : ('sign' as const);
  const abilities = { snippets: true, asking, ...(typed === undefined ? {} : { typed }) };
  return (await completion(context('a.md'), marked.indexOf('¦'), abilities)).items.map(({ label }) => label);
}

describe('Suggestions that nobody asked for', () => {
  const due: readonly (readonly [what: string, text: string, first: string])[] = [
    ['the kind of a fence', `${head}\`\`\`mer¦`, 'mermaid'],
    ['a kind of diagram', diagram('flow¦'), 'flowchart'],
    ['a keyword', flowchart('sub¦'), 'subgraph'],
    ['a node of the diagram', flowchart('L¦'), 'LM'],
    ['a term as a node', flowchart('LM --> W¦'), 'WP'],
    ['a demo’s key', demo('ex¦'), 'experts'],
    ['a demo’s value', demo('preset: m¦'), 'mixtral'],
    ['a command', `${head}Let $\\al¦$ be\n`, '\\alpha'],
  ];
  for (const [what, text, first] of due) {
    it(`begin with the letters of ${what}`, async () => {
      assert.ok((await offered(text)).includes(first), `${await offered(text)}`);
      assert.deepEqual(await offered(text, { whileTyping: 'off' }), []);
    });
  }

  const silent: readonly (readonly [what: string, text: string])[] = [
    ['a whole keyword', flowchart('end¦')],
    ['a whole kind of diagram', diagram('pie¦')],
    ['a whole node', flowchart('LM¦')],
    ['a whole value', demo('preset: mixtral¦')],
    ['an empty line', flowchart('¦')],
    ['a finished arrow', flowchart('LM -->¦')],
    ['a blank behind an arrow', flowchart('LM --> ¦')],
    ['a colon', demo('expect:¦')],
    ['an opening brace', diagram('erDiagram\n  LOOM {¦')],
    ['a comma', diagram('sankey-beta\n\nWarp,¦')],
    ['the inside of a word', flowchart('s¦hed')],
    ['a label', flowchart('A[War¦')],
    ['a comment', flowchart('%% War¦')],
    ['prose', `${head}The War¦\n`],
    ['a heading', `${head}## War¦\n`],
  ];
  for (const [what, text] of silent)
    it(`stay away from ${what}`, async () => assert.deepEqual(await offered(text), []));

  it('come in prose where the author wants them everywhere, from the third letter on', async () => {
    const whileTyping = 'everywhere' as const;
    assert.deepEqual(await offered(`${head}The We¦\n`, { whileTyping }), []);
    assert.deepEqual(await offered(`${head}The Wef¦\n`, { whileTyping }), ['Weft']);
    assert.deepEqual(await offered(`${head}The Weft¦\n`, { whileTyping }), []);
  });

  it('come behind a sign that opens something, and behind no other', async () => {
    assert.equal((await offered(`${head}\`\`\`¦`, { typed: '`' }))[0], 'mermaid');
    assert.ok((await offered(`${head}Let $\\¦$ be\n`, { typed: '\\' })).includes('\\alpha'));
    assert.deepEqual(await offered(`${head}A word (¦\n`, { typed: '(' }), []);
    assert.deepEqual(await offered(flowchart('A(¦'), { typed: '(' }), []);
  });
});
