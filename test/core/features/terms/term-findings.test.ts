import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/diagnostics/course-diagnostic';
import { labelConflictFindings } from '../../../../src/core/features/mermaid/label-conflict-findings';
import { termFindings } from '../../../../src/core/features/terms/term-findings';
import { untranslatedFindings } from '../../../../src/core/features/terms/untranslated-findings';
import { applyChanges } from '../../../../src/core/text/span';
import { marked } from '../../../support/markers';
import { memoryCourse } from '../../../support/memory-course';

const all = { terms: termFindings, labels: labelConflictFindings };

/** What is found in the last of the files, whose markers say where. */
async function findings(files: Record<string, string>, which: keyof typeof all = 'terms') {
  const name = Object.keys(files).at(-1)!;
  const { text, spans } = marked(files[name]!);
  const { course, context } = memoryCourse({ ...files, [name]: text });
  await course.load();
  const found = all[which](context(name)).sort((a, b) => a.span.start - b.span.start);
  assert.deepEqual(
    found.map(({ span }) => span),
    spans,
  );
  const mend = (finding: Finding | undefined, fix = 0) => applyChanges(text, finding!.fixes[fix]!.changes);
  return { found, codes: found.map(({ code }) => code), mend };
}

const use = 'Gates and latches, GT, LT.\n';

describe('termFindings', () => {
  it('finds a second definition in the same words, and takes it away', async () => {
    const text = '# Terms\n\n- **Gate:** *Opens*.\n- **🚪 <|gates|>:** opens\n- **Latch:** Holds.\n';
    const { codes, mend, found } = await findings({ 'use.md': use, 'z.md': text });
    assert.deepEqual(codes, ['term.duplicate']);
    assert.equal(mend(found[0]), '# Terms\n\n- **Gate:** *Opens*.\n- **Latch:** Holds.\n');
  });

  it('finds a definition that differs, in another file too, and takes over the first', async () => {
    const first = '# Terms\n\n- **Gate:** Opens.\n';
    const { found, codes, mend } = await findings({
      'a.md': first,
      'use.md': use,
      'z.md': '# Terms\n\n- **<|Gate|>:**\n  Shuts\n  it.\n',
    });
    assert.deepEqual(codes, ['term.conflict']);
    assert.equal(found[0]!.related![0]!.uri, 'file:///course/a.md');
    assert.equal(mend(found[0]), '# Terms\n\n- **Gate:**\n  Opens.\n');
    assert.equal(mend(found[0], 1), '# Terms\n\n');
  });

  it('takes a list of what words are called in several languages for no contradiction', async () => {
    const list = (name: string, second: string) =>
      `# Glossary\n\n- **${name}**: ограничитель\n- **queue**: очередь\n- **${second}**: обмеження\n`;
    assert.deepEqual((await findings({ 'use.md': use, 'z.md': list('guard', 'guard') })).codes, []);
    const own = list('охрана', '<|охрана|>');
    assert.deepEqual((await findings({ 'use.md': use, 'z.md': own })).codes, ['term.conflict']);
  });

  it('lets the lists of lessons say what matters there', async () => {
    const item = (text: string) => `# How it helps\n\n- **Sparse Gate (SG):** ${text}\n`;
    const [first, second] = ['Opens rarely.', 'Costs nothing while shut.'];
    assert.deepEqual((await findings({ 'a.md': item(first), 'z.md': item(second) })).codes, []);
    const glossary = (text: string) => item(text).replace('How it helps', 'Terms');
    const text = glossary(second).replace('Sparse Gate', '<|Sparse Gate|>');
    assert.deepEqual((await findings({ 'a.md': glossary(first), 'z.md': text })).codes, ['term.conflict']);
  });

  it('tells of each definition of a list that contradicts another list, and mends a repeated one last', async () => {
    const first = '# Terms\n\n- **Sparse Gate (SG):** It routes.\n';
    const item = (text: string) => `- **<|Sparse Gate|> (SG):** ${text}\n`;
    const lesson = (one: string, other: string) => `# How it helps\n\n${item(one)}${item(other)}`;
    const differ = lesson('Keys turn in locks.', 'Locks need keys.');
    assert.deepEqual((await findings({ 'a.md': first, 'z.md': differ })).codes, ['term.conflict', 'term.conflict']);
    const alike = lesson('Keys turn in locks.', 'Keys turn in locks.');
    const { codes, found } = await findings({ 'a.md': first, 'z.md': alike });
    assert.deepEqual(codes, ['term.conflict', 'term.duplicate']);
    assert.deepEqual(
      found.map(({ fixes }) => fixes.length),
      [0, 1],
    );
  });

  it('lets a title and a definition be one term', async () => {
    const text =
      '# Terms\n\nSparse Gate is titled with "SpaGa" and abbreviated as SG.\n\n- **Sparse Gate:** Opens.\n\nA sparse gate.';
    assert.deepEqual((await findings({ 'z.md': text })).codes, []);
  });

  it('finds an acronym that two terms share, and proposes a free one', async () => {
    const text =
      '# Terms\n\n- **Gate (GT):** Opens.\n- **Great Tower (<|GT|>):** High.\n- **Gong (GO):** Loud.\n\nGreat tower, gong.\n';
    const { codes, mend, found } = await findings({ 'use.md': use, 'z.md': text });
    assert.deepEqual(codes, ['term.acronym-collision']);
    assert.match(mend(found[0]), /Great Tower \(GR\)/);
  });

  it('lets an abbreviation and what it stands for share an acronym', async () => {
    const text = '# Terms\n\n- **Great Tower (GT):** High.\n\n*[GT]: Great Tower\n\nA great tower.\n';
    assert.deepEqual((await findings({ 'z.md': text })).codes, []);
  });

  it('finds what nothing uses, once the whole course is read', async () => {
    const text = '# Terms\n\n- **<|Gate|> (GT):** A gate opens.\n- **Latch:** Holds.\n\nA latch.\n';
    assert.deepEqual((await findings({ 'z.md': text })).codes, ['term.unused']);
    const parts = '# Terms\n\n- **Latch:** Holds `Sluice Door`.\n- **<|Sluice Door|>:** Shuts.\n\nA latch.\n';
    assert.deepEqual((await findings({ 'z.md': parts.replace(' `Sluice Door`', '') })).codes, ['term.unused']);
    const within = '# A\n\n## Glossary\n\n- **<|Gate|>:** Opens.\n- **Latch:** Holds.\n\n## Use\n\nA latch.\n';
    assert.deepEqual((await findings({ 'z.md': within })).codes, ['term.unused']);
    const { context } = memoryCourse({ 'z.md': marked(text).text });
    assert.deepEqual(termFindings(context('z.md')), []);
  });
  const silent: Record<string, Record<string, string>> = {
    'lessons that repeat a definition in the same words or in others': {
      'a.md': '# A\n\n## Key terms\n\n- **Gate:** Opens the way for a token.\n',
      'b.md': '# B\n\n## Key terms\n\n- **Gate:** Opens the way for a token.\n',
      'c.md': '# C\n\n## Key terms\n\n- **Gate:** What opens the way.\n',
    },
    'translations, which contradict nobody': {
      'en/glossary.md': '# Glossary\n\n- **Gate:** Opens.\n',
      'de/glossary.md': '# Glossar\n\n- **Gate:** Macht auf.\n',
    },
    'a glossary whose entries stand in two languages': {
      'a.md': '# Glossary\n\n**Lamp:** Gives light.\n**Lamp:** 发出光亮。\n',
    },
    'letters of formulas in two cases, and prose that has the letters': {
      'a.md':
        '# Glossary\n\n| Symbol | Meaning |\n|--|--|\n| $w$ | one weight |\n| $W$ | a matrix |\n| $a$ | a number |\n',
    },
    'a definition that says where it holds': {
      'glossary.md': '# Glossary\n\n- **Service:** A part of an application.\n',
      'pods.md':
        '# Pods\n\n## Terminology\n\n- **Service:** in the cluster context, a group of hosts behind one name.\n\nA service.\n',
    },
    'what is used in part, as one word, in code, in front matter or in another ending': {
      'a.md':
        '# Glossary\n\n- **Gate:** Opens.\n- **Roofline Model:** a\n- **Bulk Writer:** b\n- **Segregation:** c\n- **Wire Tap:** d\n- **PTX / SASS:** e\n- **JIT (Just-in-Time) compilation:** f\n- **Latch:** g\n- **Bolt:** h\n- **Key:** i\n- **arena, arena allocation:** j\n- **ctxt:** k\n- **Smooth Hypothesis:** l\n- **EHID:** m\n- **Vbus:** n\n- **Shopper a.k.a. Buyer:** o\n',
      'b.md':
        '---\ntags: [Wire Tap]\n---\n\nA gate. Roofline plots of a model. `BulkWriter`. We segregate. PTX. JIT compilation. Latch, bolt, key. The arena. `infer_ctxt`. All is smooth. SYS_EHID1_EL1. Buyers.\n\n```\nvbus off\n```\n',
    },
    'what a lesson explains itself': {
      'glossary.md': '# Glossary\n\n- **Gate:** Opens.\n- **Tensor Split:** Parts tensors.\n',
      'b.md': '# B\n\n- **Tensor Split (TS):** Parts the mathematics.\n\nA gate.\n',
    },
    'a translation, which has the terms of its original': {
      'en/glossary.md': '# Glossary\n\n- **Gate:** Opens.\n- **Latch:** Holds.\n',
      'en/a.md': 'A gate, a latch.\n',
      'de/glossary.md': '# Glossar\n\n- **Tor:** Macht auf.\n- **Riegel:** Hält zu.\n',
      'de/a.md': 'Ein Tor.\n',
    },
    'words that a lesson explains in a part of its own': {
      'a.md': '# A\n\nText.\n\n## Terms\n\n- **Gate:** Opens.\n- **Latch:** Holds.\n\n## Use\n\nA gate.\n',
    },
    'what entries numbered as words are made of': {
      'a.md': '## 용어 1: Gate\n\n> **쉽게**: opens the way\n\n## 용어 2: Latch\n\n> **쉽게**: holds a door\n',
    },
    'a line that returns in a lesson about words and other things': {
      'a.md':
        '# Lecture 2: Terminology, Gates, Doors\n\n### One\n\n**Join us**\n\nAnswer this one.\n\n### Two\n\n**Join us**\n\nSolve that.\n',
    },
    'an address that returns in bold': {
      'a.md': '# Terminology\n\n**Join at https://example.org**\n\nOne.\n\n**Join at https://example.org**\n\nTwo.\n',
    },
    'names in a code font': {
      'a.md':
        '# Glossary\n\n- **Gate:** Opens.\n- `lvl`: Its height.\n- `sr`: Its rate.\n- **Door:** Shuts.\n\nA gate, a door.\n',
    },
    'a definition list of a manual': { 'a.md': 'Gate\n: Opens.\n\nGate\n: Shuts.\n' },
    'a name and its plural, each explained': { 'a.md': '# Glossary\n\n- **Weight:** One.\n- **Weights:** All.\n' },
    'names that differ in signs': {
      'a.md': '# Glossary\n\n| Term | Meaning |\n|--|--|\n| `(e)` | brackets |\n| `(e,)` | tuple |\n',
    },
    'brackets that return behind several names, and fit one by chance': {
      'a.md':
        '# Parts\n\n- **Merchant Agent (MCP):** a\n- **Credentials Agent (MCP):** b\n- **Merchant Copies (MCP):** c\n',
      'z.md': '# Glossary\n\n- **Model Context Protocol (MCP):** d\n',
    },
    'an acronym that a lesson far away has': {
      'a/one.md': '# One\n\n- **Mesh Control Plane (MCP):** a\n',
      'z.md': '# Glossary\n\n- **Model Context Protocol (MCP):** d\n',
    },
    'a symbol with a second meaning that says where it holds': {
      'a.md':
        '# Glossary\n\n| Symbol | Meaning |\n|--|--|\n| \\(\\|x\\|\\) | Norm |\n| \\(\\|x\\|\\) | Determinant (when applied to a matrix) |\n',
    },
    'brackets that are made of no name': {
      'a.md': '# Glossary\n\n- **Gym (RL):** Worlds.\n- **Robot Lab (RL):** Arms.\n',
    },
    'an acronym of one thing with two endings': {
      'a.md': '# Glossary\n\n- **Masked Language Model (MLM):** a\n- **Masked Language Modelling (MLM):** b\n',
    },
    'a glossary that the course does not use': {
      'a.md': '# Glossary\n\n- **Gate:** Opens.\n- **Latch:** Holds.\n- **Bolt:** Shuts.\n\n# Text\n\nA gate.\n',
    },
    'a list of nodes': { 'a.md': '# Nodes\n\n- **Gate:** Opens.\n- **Latch:** Holds.\n\n# Text\n\nA gate.\n' },
    'lessons with words for their own sake': Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [
        `${name}.md`,
        `# Glossary\n\n- **Gate:** Opens.\n- **${name} bolt:** x\n\n# Text\n\nGate.\n`,
      ]),
    ),
  };
  for (const [what, files] of Object.entries(silent)) {
    it(`is silent about ${what}`, async () => {
      const { course, context } = memoryCourse(files);
      await course.load();
      const found = Object.keys(files).flatMap((name) => termFindings(context(name)));
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
      );
    });
  }

  it('says a contradiction between lessons once for each wording', async () => {
    const lesson = (saying: string) => `# A\n\n## Key terms\n\n- **Gate:** ${saying}\n`;
    const files = {
      'a.md': lesson('Opens doors.'),
      'b.md': lesson('Shuts windows.'),
      'c.md': lesson('Shuts windows.'),
    };
    const { course, context } = memoryCourse(files);
    await course.load();
    const found = Object.keys(files).map((name) => termFindings(context(name)).map(({ code }) => code));
    assert.deepEqual(found, [[], ['term.conflict'], []]);
  });

  it('lets a word mean another thing in another lesson where every lesson has a glossary', async () => {
    const lesson = (saying: string) => `# A\n\n## Key terms\n\n- **Gate:** ${saying}\n`;
    const said = async (...sayings: string[]) => {
      const files = Object.fromEntries(sayings.map((saying, i) => [`${i}.md`, lesson(saying)]));
      const { course, context } = memoryCourse(files);
      await course.load();
      return Object.keys(files).flatMap((name) => termFindings(context(name)).map(({ code }) => code));
    };
    assert.deepEqual(await said('Opens doors.', 'Shuts windows.', 'Lets water through.', 'A list of bits.'), []);
    const counted = 'Has 3 wide doors of oak wood.';
    assert.deepEqual(await said(counted, counted.replace('3', '4'), counted, counted), ['term.conflict']);
  });

  it('takes a name in another script for used where either name is', async () => {
    const text =
      '# Terms\n\n- Bootstrap（启动）：节点连接网络。\n- Ledger（账本）：交易记录。\n- Relay（中继）：转发消息。\n';
    const { course, context } = memoryCourse({ 'z.md': text, 'use.md': '# A\n\n先启动一个节点。The ledger grows.\n' });
    await course.load();
    const found = termFindings(context('z.md'));
    assert.deepEqual(
      found.map(({ message }) => message),
      ['“Relay（中继）” is explained here, but no page of the course uses it'],
    );
  });
});

describe('untranslatedFindings', () => {
  const original = '# Glossary\n\n- **Gate (GT):** Opens.\n- **Cache:** Keeps.\n- **Router (RTR):** Chooses.\n';
  const table: Record<string, readonly [translation: string, said: readonly string[]]> = {
    'all there, names translated': ['- **Tor (GT):** x\n- **Speicher:** y\n- **Verteiler (RTR):** z\n', []],
    'one missing': [
      '- **Tor (GT):** x\n- **Verteiler (RTR):** z\n',
      ['“Cache” of glossary.md is missing in this translation'],
    ],
    'one more': [
      '- **Tor (GT):** x\n- **Speicher (Cache):** y\n- **Neu:** n\n- **Verteiler (RTR):** z\n',
      ['“Neu” is not in glossary.md'],
    ],
    'others in another order': [
      '- **Verteiler (RTR):** z\n- **Tor (GT):** x\n',
      ['“Cache” of glossary.md is missing in this translation'],
    ],
  };
  for (const [what, [translation, said]] of Object.entries(table)) {
    it(what, async () => {
      const { course, context } = memoryCourse({
        'glossary.md': original,
        'translations/de/glossary.md': `# Glossar\n\n${translation}`,
      });
      await course.load();
      const found = untranslatedFindings(context('translations/de/glossary.md'));
      assert.deepEqual(
        found.map(({ message }) => message),
        said,
      );
      assert.deepEqual(untranslatedFindings(context('glossary.md')), []);
    });
  }
});

describe('labelConflictFindings', () => {
  const terms =
    '# Terms\n\n- **👁️ Vision (VI):** Sees.\n- **Mixture of Experts (MoE):** Sparse.\n- **Query (Q):** Asks.\n- **Set [of two] (SET):** x\n- **Gate Tower (GT):** y\n- **Attention (AT):** z\n';
  const custom = '\n  GT[Gate Tower] --> AT[Attention]';
  const diagram = (lines: string) => `\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\`\n`;

  it('finds an acronym whose label names something else, and labels it as the glossary does', async () => {
    const { codes, mend, found } = await findings(
      { 'a.md': terms, 'z.md': diagram(`  VI[<|Video 🎥|>] --> MoE["<|Router|>"]\n  SET[<|Pair|>]${custom}`) },
      'labels',
    );
    assert.deepEqual(codes, Array(3).fill('mermaid.label-conflict'));
    assert.match(mend(found[0]), /VI\[👁️ Vision\]/);
    assert.match(mend(found[1]), /MoE\["Mixture of Experts"\]/);
    assert.match(mend(found[2]), /SET\["Set \[of two\]"\]/);
  });

  it('finds a label that is another term, whatever the other ids are', async () => {
    const { codes } = await findings(
      { 'a.md': terms, 'z.md': diagram('  VI[<|Gate Tower|>] --> X[Anything]') },
      'labels',
    );
    assert.deepEqual(codes, ['mermaid.label-conflict']);
  });

  it('is quiet where an id is a word at hand', async () => {
    await findings(
      { 'a.md': terms, 'z.md': diagram('  MoE[FAISS index] --> VI[HTTP bridge]\n  X[Anything]') },
      'labels',
    );
  });

  it('is quiet where the label is the name, says more or less, or the id is one letter or no acronym', async () => {
    const quiet =
      'SET[Some Example Tables] --> VI[👁️ vision] --> MoE(Experts)\n  VI --> Q[Anything]\n  MoE --> X[Video]\n  VI --> moe[Router]';
    await findings({ 'a.md': terms, 'z.md': diagram(quiet + custom) }, 'labels');
  });

  it('is quiet where a lesson, and no glossary, gives the acronym its meaning', async () => {
    const lesson = '# Order books\n\n- **Vision (VI):** Sees.\n';
    await findings({ 'a.md': lesson, 'z.md': diagram(`  VI[Video]${custom}`) }, 'labels');
  });
});
