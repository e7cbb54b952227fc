import assert from 'node:assert/strict';
import { overviewSource } from '../../../src/core/features/overview/course-overview';
import { toAnki } from '../../../src/core/overview/anki';
import { type Card, cardsOf } from '../../../src/core/overview/cards';
import { teachingKit } from '../../../src/core/overview/teaching-kit';
import { memoryCourse, memoryRoot } from '../../support/memory-course';

const files = {
  'README.md': '# Weaving\n',
  'glossary.md':
    '# Glossary\n\n- **🎨 Dye (DY):** Gives *colour*, as $c < 1$ says.\n- **Shed:** The gap.\n\nSelvage Edge is titled with "SeEd" and its root node is abbreviated as SE.\n',
  'loom.md':
    '# 🧵 The Loom (LM)\n\n## Parts\n\n1. Frame\n\n```mermaid\nflowchart LR\n A["Dye"] -->|on| B["Loom"]\n```\n\n```mermaid\nflowchart LR\n B["Loom"] --> C["Cloth and Colour"]\n```\n',
  'cloth.md': '# Cloth and Colour\n\n```python\nimport numpy\n```\n\n```ts\nimport "three"\n```\n',
};
const source = async (texts: Readonly<Record<string, string>> = files) => {
  const { course } = memoryCourse(texts);
  return (await overviewSource(course, `${memoryRoot}/OVERVIEW.md`))!;
};

describe('cardsOf', () => {
  it('asks for what has a picture, an acronym or a meaning, each once, and for nothing that is only proposed', async () => {
    const cards = cardsOf(await source());
    assert.deepEqual(
      cards.map(({ front, back, shown }) => [front, back, shown]),
      [
        ['🎨 DY', 'Dye', 'Gives colour, as c < 1 says.'],
        ['Shed', '', 'The gap.'],
        ['SeEd, SE', 'Selvage Edge', ''],
        ['🧵 LM', 'The Loom', ''],
      ],
    );
  });
});

describe('toAnki', () => {
  const card = (front: string, back: string, meaning: string): Card => ({
    id: back.toLowerCase(),
    front,
    back,
    meaning,
    shown: meaning,
    uri: '',
    line: 0,
  });
  for (const [what, one, line] of [
    [
      'formulas for MathJax and signs of HTML',
      card('🎨', 'Dye', 'Gives *it*, $c < 1$ & more.'),
      'coursewright:W:dye\t🎨\t<b>Dye</b><br>Gives it, \\(c &lt; 1\\) &amp; more.',
    ],
    ['quotes around what holds quotes', card('"A"', 'B', ''), 'coursewright:W:b\t"""A"""\t<b>B</b>'],
    [
      'nothing of a hostile term that Anki would run, load or read as markup',
      card('[sound:a.mp3]<img src=x>', 'A', 'See [latex]\\input{x}[/latex] {{c1::x}} <b onclick="a">c</b>'),
      'coursewright:W:a\t&#91;sound:a.mp3]&lt;img src=x&gt;\t<b>A</b><br>See latex\\input{x}/latex &#123;&#123;c1::x}} c',
    ],
    ['tabs and line ends', card('a\tb', 'A', 'C.\nD.'), 'coursewright:W:a\t"a\tb"\t<b>A</b><br>C. D.'],
    [
      'a formula that would open a link or load more as it is written',
      card('T', 'T', '$\\href{javascript:a}{x}$ and $\\sqrt[3]{x}$'),
      'coursewright:W:t\tT\t<b>T</b><br>\\href{javascript:a}{x} and \\(\\sqrt&#91;3]{x}\\)',
    ],
    [
      'no formula of marks that the author escaped',
      card('a \\(b\\)', 'A', 'Marks \\\\(x\\\\) and `\\[y\\]`.'),
      'coursewright:W:a\ta \\<span></span>(b\\<span></span>)\t<b>A</b><br>Marks \\<span></span>(x\\<span></span>) and \\<span></span>&#91;y\\<span></span>].',
    ],
    ['no comment of a front', card('#tag', 'T', ''), 'coursewright:W:t\t"#tag"\t<b>T</b>'],
  ] as const) {
    it(`writes ${what}`, () => {
      assert.equal(
        toAnki([one], 'W'),
        `#separator:tab\n#html:true\n#guid column:1\n#deck:W\n#columns:Identifier\tFront\tBack\n${line}\n`,
      );
    });
  }
});

describe('teachingKit', () => {
  it('has the parts that the course has something for, each line with its place', async () => {
    const kit = teachingKit(await source());
    assert.equal(kit.title, 'Weaving');
    assert.deepEqual(kit.missing, []);
    assert.deepEqual(
      kit.parts.map(({ title, entries, diagram, text }) => [title, entries.length, Boolean(diagram), Boolean(text)]),
      [
        ['Skill tree', 6, false, false],
        ['Skills, area by area', 3, false, false],
        ['How the areas hang together', 0, true, false],
        ['Terms', 3, false, false],
        ['Python libraries', 2, false, false],
        ['JavaScript libraries', 2, false, false],
        ['To remember', 4, false, false],
        ['In one post', 0, false, true],
      ],
    );
    const frame = kit.parts[1]!.entries.find(({ text }) => text === '1 Frame');
    assert.deepEqual(frame, { text: '1 Frame', depth: 2, uri: `${memoryRoot}/loom.md`, line: 4 });
  });

  it('follows an edit of a title in every part that names it', async () => {
    const edited = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('Cloth and Colour', 'Cloth and Carpet')]),
    );
    const before = JSON.stringify(teachingKit(await source()));
    const after = JSON.stringify(teachingKit(await source(edited)));
    assert.notEqual(after, before);
    assert.equal(after, before.replaceAll('Cloth and Colour', 'Cloth and Carpet').replaceAll('ClCo, CC', 'ClCa, CC'));
  });
});
