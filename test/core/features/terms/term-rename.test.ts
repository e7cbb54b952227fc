import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../../../src/core/features/rename';
import { RenameRefused } from '../../../../src/core/features/rename-refused';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

type Files = Record<string, string>;

/** Renames what stands at the marker in the first file that has one; gives the files as they then are. */
async function renamed(files: Files, newName: string, { confirmed = true } = {}) {
  const name = Object.keys(files).find((file) => files[file]!.includes('<|>'))!;
  const { text, spans } = marked(files[name]!);
  const { course, context } = memoryCourse({ ...files, [name]: text });
  const edits = await rename(context(name), spans[0]!.start, newName);
  const result: Files = {};
  for (const file of Object.keys(files)) {
    const document = context(file).document;
    const own = (edits ?? []).filter(({ uri, confirm }) => uri === document.uri && (confirmed || !confirm));
    const changes = own.map(({ range, newText }) => ({ span: document.lines.spanOf(range), newText }));
    result[file] = applyChanges(document.text, changes);
  }
  return { edits, result, course };
}

const glossary =
  '# Glossary\n\n- **🧩 Mixture of Experts (MoE):** Many experts; a mixture of experts is sparse.\n- **🚪 Gate (GT):** A gate opens.\n';

describe('rename of a term', () => {
  it('keeps a qualifier in brackets behind the name', async () => {
    const files = { 'a.md': '# Glossary\n\n- **Gate (of a network):** Opens.\n', 'z.md': 'The ga<|>te.\n' };
    const { result } = await renamed(files, 'Door');
    assert.deepEqual(result, { 'a.md': '# Glossary\n\n- **Door (of a network):** Opens.\n', 'z.md': 'The door.\n' });
  });

  it('leaves a name with brackets in its middle, which a new one has no place for', async () => {
    const files = {
      'a.md': '# Glossary\n\n- **JIT (Just-in-Time) Compilation:** Late.\n',
      'z.md': 'JIT compi<|>lation.\n',
    };
    assert.equal((await renamed(files, 'Late Building')).edits, undefined);
  });

  describe('refuses a name that is defined with markup inside of it, which would be lost', () => {
    const rows: readonly (readonly [defined: string, isRefused: boolean])[] = [
      ['**The <|>Router** of *tokens*\n: It routes.', true],
      ['The <|>Router of `tokens`\n: It routes.', true],
      ['The <|>Router  of tokens\n: It routes.', false],
      ['<|>Router [*]\n: It routes.', true],
      ['- **[<|>Router](https://example.org):** It routes.', false],
      ['- **`<|>The_router`** – It routes.', false],
    ];
    for (const [defined, isRefused] of rows) {
      it(`${isRefused ? 'refuses' : 'takes'} ${JSON.stringify(defined)}`, async () => {
        const asked = renamed({ 'a.md': `# Glossary\n\n${defined}\n` }, 'Committee');
        if (isRefused) await assert.rejects(asked, RenameRefused);
        else await assert.doesNotReject(asked);
      });
    }
  });

  describe('leaves a use whose joints could not come back', () => {
    const rows: readonly (readonly [written: string, newName: string, then: string])[] = [
      ['A mixture-of-experts layer', 'Committee', 'A mixture-of-experts layer'],
      ['A Mixture-of-Experts layer', 'Top-k Router-Set', 'A Top-k-Router-Set layer'],
      ['A mixture-of-experts layer', 'Wide Road', 'A wide-road layer'],
      ['A mixture of experts', 'Committee', 'A committee'],
      ['A mixture-of-experts layer', 'Top-k', 'A mixture-of-experts layer'],
    ];
    for (const [written, newName, then] of rows) {
      it(`${written} → ${newName}`, async () => {
        const files = { 'a.md': '# Glossary\n\n- **<|>Mixture of Experts:** Many.\n', 'z.md': `${written}\n` };
        const there = (await renamed(files, newName)).result;
        assert.equal(there['z.md'], `${then}\n`);
        const again = { ...there, 'a.md': there['a.md']!.replace(newName, `<|>${newName}`) };
        assert.equal((await renamed(again, 'Mixture of Experts')).result['z.md'], files['z.md']);
      });
    }
  });

  for (const name of ['say "hi"', '"Gate', 'Gate"']) {
    it(`refuses straight quotes: ${name}`, async () => {
      const files = { 'a.md': '# Glossary\n\n- **<|>Mixture of Experts:** Many.\n', 'z.md': 'A mixture of experts.\n' };
      await assert.rejects(
        renamed(files, name),
        (error) => error instanceof RenameRefused && /quotes/.test(error.message),
      );
    });
  }

  describe('goes there and back byte for byte, and touches the name alone', () => {
    const lesson = 'The sparse layer, Sparse Layers.\n';
    const forms: Record<string, readonly [file: string, text: string]> = {
      'a heading': ['a.md', '# Glossary\n\n### 1. Sparse Layer (SL) {#sl}\n\nThin.\n\n**Example:** x\n'],
      'a bold line': ['a.md', '# Glossary\n\n**Sparse Layer**\nThin.\n'],
      'a bold paragraph': ['a.md', '# Glossary\n\n**Sparse Layer**\n\nThin.\n'],
      'a bold name with a dot': ['a.md', '# Glossary\n\n- **Sparse Layer.** Thin.\n'],
      'a plain name': ['a.md', '# Glossary\n\nSparse Layer: Thin.\n'],
      'a plain item in mdx': ['a.mdx', '# Glossary\n\n- *Sparse Layer* – Thin.\n'],
      'a MyST glossary': [
        'a.md',
        '```{glossary}\n[Sparse Layer](https://example.org)\n  Thin.\n```\n\n{term}`Sparse Layer`\n',
      ],
      'a MyST glossary of colons': ['a.md', ':::{glossary}\nSparse Layer\n: Thin.\n:::\n'],
      'a MyST definition': ['a.md', '```{prf:definition} Sparse Layer\n:label: s\n\nThin.\n```\n'],
      'a list of Quarto': ['a.qmd', 'Sparse Layer\n:   Thin.\n'],
      'an HTML list': ['a.md', '<dl>\n<dt>Sparse Layer</dt>\n<dd>Thin.</dd>\n</dl>\n'],
      'a page': ['glossary/a.md', '---\ntitle: "Sparse Layer"\n---\n\nThin.\n'],
      'a heading in a string': ['a.py', 'TEXT = """\n# Glossary\n\n## Sparse Layer\n\nThin.\n"""\n'],
    };
    for (const [what, [file, text]] of Object.entries(forms)) {
      it(what, async () => {
        const files = { [file]: text, 'z.md': lesson };
        const marker = (all: Files, name: string) => ({ ...all, [file]: all[file]!.replace(name, `<|>${name}`) });
        const there = (await renamed(marker(files, 'Sparse Layer'), 'Wide Road')).result;
        assert.equal(there[file], text.replaceAll('Sparse Layer', 'Wide Road'));
        assert.equal(there['z.md'], 'The wide road, Wide Roads.\n');
        const back = (await renamed(marker(there, 'Wide Road'), 'Sparse Layer')).result;
        assert.deepEqual(back, files);
      });
    }
  });

  it('renames a name where it is defined and used, in number, case and joints of each use', async () => {
    const { result } = await renamed(
      {
        'glossary.md': glossary,
        'lesson.md':
          '# Mixture of <|>Experts\n\nA mixture-of-experts layer; `mixture of experts`, [mixtures of experts](mixture-of-experts.md).\n\n' +
          '```mermaid\nflowchart LR\n  MoE[🧩 Mixture of Experts] -->|a mixture of experts| X["Mixture of experts"]\n```\n',
      },
      'Sparse Layer',
    );
    assert.match(result['glossary.md']!, /\*\*🧩 Sparse Layer \(MoE\):\*\* Many experts; a sparse layer is sparse\./);
    assert.equal(
      result['lesson.md'],
      '# Sparse Layer\n\nA sparse-layer layer; `mixture of experts`, [sparse layers](mixture-of-experts.md).\n\n' +
        '```mermaid\nflowchart LR\n  MoE[🧩 Sparse Layer] -->|a sparse layer| X["Sparse layer"]\n```\n',
    );
  });

  it('renames an acronym in prose, in ids and in the definition, in its own case only', async () => {
    const { result } = await renamed(
      {
        'glossary.md': glossary.replace('(MoE)', '(M<|>oE)'),
        'lesson.md':
          "MoEs and MoE's, not MOE.\n\n```mermaid\nflowchart LR\n  MoE[Mixture of Experts] --> moe\n  style MoE fill:#fff\n```\n",
      },
      'SL',
    );
    assert.match(result['glossary.md']!, /Mixture of Experts \(SL\)/);
    assert.equal(
      result['lesson.md'],
      "SLs and SL's, not MOE.\n\n```mermaid\nflowchart LR\n  SL[Mixture of Experts] --> moe\n  style SL fill:#fff\n```\n",
    );
  });

  it('asks before it renames one ordinary word in prose, not in a diagram', async () => {
    const files = {
      'glossary.md': glossary.replace('🚪 Gate', '🚪 Ga<|>te'),
      'lesson.md': 'Open the gate.\n\n```mermaid\nflowchart LR\n  GT[Gate]\n```\n',
    };
    const { result } = await renamed(files, 'Latch', { confirmed: false });
    assert.match(result['glossary.md']!, /Latch \(GT\):\*\* A gate opens/);
    assert.equal(result['lesson.md'], 'Open the gate.\n\n```mermaid\nflowchart LR\n  GT[Latch]\n```\n');
    const all = await renamed(files, 'Latch');
    assert.match(all.result['lesson.md']!, /Open the latch\./);
    assert.match(all.result['glossary.md']!, /A latch opens/);
  });

  it('gives the same bytes when it is renamed there and back', async () => {
    const files = {
      'glossary.md': glossary,
      'lesson.md':
        'A **mixture** of experts, Mixtures\nof Experts; MIXTURE OF EXPERTS.\r\n\r\n> - mixture-of-experts\r\n\r\n| Mixture of experts |\n|---|\n| mixture of experts’ |\n\n' +
        '```mermaid\nflowchart LR\n  MoE[🧩 Mixture of Experts] --> B(many mixtures of experts)\n```\n',
      'app.py': 'TEXT = """\n# Mixture of Experts\n\nIt\\u2019s a mixture of experts.\n"""\n',
    };
    const marker = (all: Files, from: string) => ({
      ...all,
      'glossary.md': all['glossary.md']!.replace(from, `<|>${from}`),
    });
    const there = await renamed(marker(files, 'Mixture'), 'Sparse; Layer');
    assert.match(there.result['lesson.md']!, /B\("many sparse; layers"\)/);
    const short = await renamed(marker(files, 'Mixture'), 'Sparse Layer');
    const back = await renamed(marker(short.result, 'Sparse Layer'), 'Mixture of Experts');
    // Emphasis around one word of the use is around all of it afterwards.
    const expected = {
      ...files,
      'lesson.md': files['lesson.md'].replace('**mixture** of experts', '**mixture of experts**'),
    };
    assert.deepEqual(back.result, expected);
  });

  it('keeps a table whole', async () => {
    const table = '| Term | Definition |\n|--|--|\n| Latch <|>Gate | opens |\n\n| a |\n|--|\n| latch gate |\n';
    const { result } = await renamed({ 'a.md': table }, 'One & two');
    assert.equal(result['a.md'], table.replace('Latch <|>Gate', 'One & two').replace('latch gate', 'one & two'));
    // No word goes across a bar, so that no place would be known as the term's any more.
    await assert.rejects(renamed({ 'a.md': table }, 'One | two'), RenameRefused);
  });

  it('writes into Python strings as Python wants it', async () => {
    const { result } = await renamed(
      { 'glossary.md': glossary.replace('🚪 Gate', '🚪 Ga<|>te'), 'app.py': 'A = """\n# A gate\n"""\n' },
      'Back\\slash',
    );
    assert.match(result['app.py']!, /# A back\\\\slash/);
  });

  it('prepares with the name, or the acronym, and with nothing elsewhere', async () => {
    const { context } = memoryCourse({ 'glossary.md': glossary, 'lesson.md': 'gates MoEs nothing `gate`' });
    const at = async (offset: number) => (await prepareRename(context('lesson.md'), offset))?.placeholder;
    assert.deepEqual([await at(2), await at(7), await at(14), await at(21)], ['Gate', 'MoE', undefined, undefined]);
  });

  it('refuses a name that would be read as another one, and what nobody could see', async () => {
    const entry = '# Glossary\n\n- **🚪 Ga<|>te:** Opens.\n';
    for (const name of [
      'Latch (LT)',
      'Latch (of many) (LT)',
      'La\ufefftch',
      'La\0tch',
      'La\u0007tch',
      'La\u2028tch',
      '*Latch*',
    ])
      await assert.rejects(renamed({ 'a.md': entry }, name), RenameRefused, JSON.stringify(name));
    for (const old of ['Ga\ufeffte', 'Ga\u0007te']) {
      const files = { 'a.md': entry.replace('Ga<|>te', old.replace('Ga', 'Ga<|>')) };
      await assert.rejects(renamed(files, 'Latch'), RenameRefused, JSON.stringify(old));
    }
    const twin = await renamed({ 'a.md': entry }, 'Latch of many');
    assert.match(twin.result['a.md']!, /Latch of many:/);
  });

  it('refuses what would break a diagram, and names of no character', async () => {
    const files = { 'glossary.md': glossary, 'lesson.md': 'Mo<|>E\n\n```mermaid\nflowchart LR\n  MoE --> SL\n```\n' };
    for (const name of ['M-E', 'SL', ' ', 'a\nb']) await assert.rejects(renamed(files, name), RenameRefused);
  });
});
