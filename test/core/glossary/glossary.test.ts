import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileTerms } from '../../../src/core/glossary/file-terms';
import { Glossary } from '../../../src/core/glossary/glossary';
import { courseDocument } from '../../support/course-text';
import { marked } from '../../support/markers';

const definitions = `# Glossary

- **🎯 Attention (ATT):** One.
- **🐙 Multi-Head Attention (MHA):** Two.
- **🧩 Mixture of Experts (MoE):** Three.
- **🗜️ Query:** Four.
- **🧠 Language (LA):** Five.
- **Scaling Laws:** Six.
- **注意力 (ZYL):** Seven.
- **Vision & Language:** Eight.
- **KV缓存 (KVH):** Nine.
- **RAG:** Ten.
- **Node.js:** Eleven.
`;

const glossaryWith = (text: string): Glossary =>
  new Glossary(
    [courseDocument(definitions, 'glossary.md'), courseDocument(text)].map((document) => [
      document.uri,
      fileTerms.of(document),
    ]),
  );

const lesson = 'file:///course/lesson.md';

/** The uses of a term in a text whose markers say where they are. */
function assertUses(term: string, source: string): void {
  const { text, spans } = marked(source);
  const glossary = glossaryWith(text);
  const found = [...glossary.usesOf(glossary.named(term)!)].filter(({ uri }) => uri === lesson);
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  assert.deepEqual(
    found.map(({ span }) => span),
    spans,
  );
}

describe('Glossary', () => {
  const cases: readonly (readonly [what: string, term: string, text: string])[] = [
    ['any case', 'Attention', '<|attention|> and <|ATTENTION|>, not inattention or attentional'],
    ['an acronym in its own case', 'Language', '<|LA|> not La, la or LAB'],
    ['plurals', 'Query', 'many <|queries|>, one <|query|>'],
    ['singulars of a plural name', 'Scaling Laws', 'a <|scaling law|>; <|Scaling laws|>'],
    ['the plural of a first word', 'Mixture of Experts', '<|mixtures of experts|> and a <|mixture of expert|>'],
    ['plural and possessive acronyms', 'Mixture of Experts', "two <|MoEs|>, the <|MoE's|> router, <|MoE’s|> too"],
    ['possessives', 'Query', "the <|query's|> norm, the <|queries|>' norms"],
    ['hyphens', 'Mixture of Experts', 'a <|mixture-of-experts|> layer, <|MoE|>-based, non-<|MoE|>'],
    ['line breaks and emphasis', 'Mixture of Experts', 'a **<|mixture** of\nexperts|> and _<|mixture of_ experts|>'],
    ['emoji around and between', 'Multi-Head Attention', '🐙<|Multi-Head 🐙 Attention|>🐙'],
    ['no punctuation between', 'Multi-Head Attention', 'multi-head, attention; multi - head attention'],
    ['the longest', 'Attention', 'multi-head attention is <|attention|>'],
    ['scripts without spaces', '注意力', '使用<|注意力|>机制的模型'],
    ['mixed scripts', 'KV缓存', '使用<|KV缓存|>的模型'],
    ['signs in names', 'Vision & Language', '<|vision & language|>, not vision and language'],
    ['a dot in a name', 'Node.js', 'with <|node.js|>; a node. JS'],
    ['a name in capitals, exactly', 'RAG', 'a rag is no <|RAG|>'],
    ['headings', 'Attention', '# 🎯 <|Attention|>\n\n### 1. **<|Attention|>**'],
    ['tables', 'Attention', '| a | <|attention|> |\n|---|---|\n| <|ATT|> | b |\n'],
    ['lists and quotes', 'Attention', '> - <|attention|>\n>   - <|ATT|>'],
    ['the text of a link', 'Attention', '[<|attention|>](attention.md) ![<|attention|>](attention.png)'],
    ['no code', 'Attention', '`attention` ``attention ` ATT``\n\n```\nattention\n```\n\n    attention\n'],
    ['no addresses', 'Attention', 'https://e.org/attention attention.md src/attention/x.py #attention @attention'],
    ['no formulas', 'Attention', '$\\text{Attention}$ \\(attention\\) $$attention$$\n\n\\[\nattention\n\\]\n'],
    ['no HTML', 'Attention', 'a <b title="attention">x</b> <!-- attention -->'],
    [
      'diagram ids, labels and edge labels',
      'Attention',
      '```mermaid\nflowchart LR\n  <|ATT|>[🎯 <|Attention|>] -->|uses <|attention|>| B\n  B --> <|ATT|>\n  %% attention\n  style <|ATT|> fill:#fff\n```\n',
    ],
    ['ids as a whole', 'Language', '```mermaid\nflowchart LR\n  LA1 --> LA_2\n  <|LA|> --> laa\n```\n'],
    [
      'the longest in a label',
      'Attention',
      '```mermaid\nflowchart LR\n  X[Multi-Head Attention]\n  Y["<|Attention|>, again"]\n```\n',
    ],
  ];
  for (const [what, term, text] of cases) it(`finds ${what}`, () => assertUses(term, text));

  it('takes no use from the definition itself, but from other definitions', () => {
    const text = '# Terms\n\n- **Gate (GT):** A gate opens; see Latch.\n- **Latch (LT):** Holds a gate.\n';
    const document = courseDocument(text);
    const glossary = new Glossary([[document.uri, fileTerms.of(document)]]);
    const uses = (name: string) => [...glossary.usesOf(glossary.named(name)!)].map(({ span }) => span.start);
    assert.deepEqual(uses('Gate'), [text.lastIndexOf('gate')]);
    assert.deepEqual(uses('Latch'), [text.indexOf('Latch')]);
  });

  it('makes one term of entries that share a name', () => {
    const glossary = glossaryWith('# Terms\n- **attentions:** Again.\n');
    assert.equal(glossary.named('Attention')!.entries.length, 2);
  });

  it('says what stands at an offset: the longest, else the definition', () => {
    const { text, spans } = marked('about multi-<|>head attention and <|>MoE, no<|>thing');
    const glossary = glossaryWith(text);
    const names = spans.map(({ start }) => glossary.at(lesson, start)?.terms.map(({ name }) => name));
    assert.deepEqual(names, [['Multi-Head Attention'], ['Mixture of Experts'], undefined]);
    const emoji = definitions.indexOf('🐙');
    assert.equal(glossary.at('file:///course/glossary.md', emoji)?.terms[0]?.name, 'Multi-Head Attention');
  });

  it('says both terms of an acronym that two share', () => {
    const glossary = glossaryWith('# Terms\n- **Latin (LA):** A tongue.\n\nLA\n');
    assert.deepEqual(
      glossary.at(lesson, glossary.file(lesson)!.prose.starts.at(-1)!)?.terms.map(({ name }) => name),
      ['Language', 'Latin'],
    );
  });

  it('finds, term by term, what it finds going through a file', () => {
    const words = [
      'attention',
      'multi-head',
      'ATT',
      'mixture',
      'of',
      'experts',
      'LA',
      'query',
      ',',
      '`MoE`',
      'MoE',
      '\n',
      '🎯',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const glossary = glossaryWith(parts.join(' '));
        const through = [...glossary.usesInFile(lesson)].flatMap(({ terms, span }) =>
          terms.map((t) => `${t.key}@${span.start}`),
        );
        const each = glossary.terms.flatMap((term) =>
          [...glossary.usesOf(term)].filter(({ uri }) => uri === lesson).map(({ span }) => `${term.key}@${span.start}`),
        );
        assert.deepEqual(each.sort(), through.sort());
      }),
      { numRuns: 200 },
    );
  });
});
