import assert from 'node:assert/strict';
import { glossaryEntries } from '../../../src/core/glossary/glossary-entries';
import { courseDocument } from '../../support/course-text';

/** `Name (AC) = definition`, one for each entry. */
const terms = (text: string, name?: string): string[] =>
  glossaryEntries(courseDocument(text, name)).map(
    ({ term, acronym, definition }) => `${term}${acronym ? ` (${acronym})` : ''} = ${definition ?? ''}`,
  );

interface Row {
  readonly file?: string;
  readonly text: string;
  readonly terms: readonly string[];
}

function rows(table: Readonly<Record<string, Row>>): void {
  for (const [what, row] of Object.entries(table)) {
    it(what, () => assert.deepEqual(terms(row.text, row.file), row.terms));
  }
}

describe('forms of glossaries', () => {
  describe('a heading for each term', () => {
    rows({
      'with the paragraph below': {
        text: '# Glossary [[words]]\n\nWords we use.\n\n### Lamp\n\nGives light.\n\nMore of it.\n\n### Bulb Base (BB) {#bb}\n\nHolds a bulb.\n',
        terms: ['Lamp = Gives light.', 'Bulb Base (BB) = Holds a bulb.'],
      },
      'numbered, under letters': {
        text: '# Glossary\n\n## L\n\n### 1. Lamp\n\nGives light.\n\n## A–C\n\n### 2. Bulb:\n\nGlows.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'with a list as its definition': {
        text: '# Glossary\n\n## Lamp\n\n- Gives light.\n- Takes power.\n',
        terms: ['Lamp = - Gives light.\n- Takes power.'],
      },
      'with fields line by line': {
        text: '# Vocabulary\n\n### Lamp\n\n**Definition:** Gives light.\n**Example:** A torch.\n\n### Bulb\n\n**Definition:** Glows.\n**Example:** A tube.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'with fields of its own names': {
        text: '# Glossary\n\n## Lamp\n\n- **Folk view:** magic\n- **What it means:** a light\n\n## Type\n\n- **Folk view:** a letter\n- **What it means:** a kind\n',
        terms: ['Lamp = a light', 'Type = a kind'],
      },
      'with groups of bold entries and an introduction': {
        text: '# Glossary\n\n## Light\n\nAll that shines.\n\n- **Lamp:** Gives light.\n- **Bulb:** Glows.\n\n## Dark\n\n- **Shade:** Hides.\n- **Night:** Falls.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.', 'Shade = Hides.', 'Night = Falls.'],
      },
      'and a letter set as a formula is one': {
        text: '# Glossary\n\n## $w$\n\n**Definition:** A weight.\n\n**Plainly:** How much.\n\n## $b$\n\n**Definition:** A bias.\n\n**Plainly:** How far.\n',
        terms: ['$w$ = A weight.', '$b$ = A bias.'],
      },
      'and one between brackets of TeX': {
        text: '# Glossary\n\n| Symbol | Meaning |\n|--|--|\n| \\(d_z\\) | how wide |\n',
        terms: ['\\(d_z\\) = how wide'],
      },
      'that lists others, where its neighbours are terms': {
        text: '# Glossary\n\n## Lamp\n\nGives light.\n\n## Socket\n\nHolds either:\n\n- **Bulb (BB)**: round\n- **Tube (TB)**: long\n\n## Wick\n\nBurns.\n\n### Wet Wick\n\nDoes not.\n\n## Oil\n\nFeeds it.\n\n## Match\n\nLights it.\n',
        terms: [
          'Lamp = Gives light.',
          'Socket = Holds either:\n\n- **Bulb (BB)**: round\n- **Tube (TB)**: long',
          'Wick = Burns.',
          'Wet Wick = Does not.',
          'Oil = Feeds it.',
          'Match = Lights it.',
        ],
      },
      'and none between groups': {
        text: '# Glossary\n\n## Light\n\n- **Lamp:** Gives light.\n\n## Dark\n\n- **Shade:** Hides.\n\n## Translating\n\n1. Be brief.\n2. Be kind.\n',
        terms: ['Lamp = Gives light.', 'Shade = Hides.'],
      },
      'whose paragraph has a colon': {
        text: '# Glossary\n\n## Lamp\n\nA thing of two parts: the bulb and its base.\n\n## Wick\n\nBurns.\n',
        terms: ['Lamp = A thing of two parts: the bulb and its base.', 'Wick = Burns.'],
      },
      'in another language, and none for what introduces it': {
        text: '# 术语表\n\n## 前言\n\n关于本书。\n\n## 灯\n\n发光。\n',
        terms: ['灯 = 发光。'],
      },
      'and none for what introduces, asks or leads on': {
        text: '# Glossary\n\n## How to read this\n\nSlowly.\n\n## What is a lamp?\n\nA light.\n\n## Why this page exists\n\nFor you.\n\n## References\n\nSome books.\n',
        terms: [],
      },
      'and none in lessons that define at length': {
        text: '# Sets\n\n## Definitions\n\n### Convex sets\n\nA set is convex if\n\n$$\nx \\in C\n$$\n\nholds.\n',
        terms: [],
      },
      'in a file of that name also with formulas below': {
        file: 'glossary.qmd',
        text: '## Core terms\n\n### Slope\n\n**Definition:** How steep.\n\n$$\ny / x\n$$\n\n### Rise\n\n**Definition:** How high.\n',
        terms: ['Slope = How steep.', 'Rise = How high.'],
      },
      'and none for one that nothing stands below': {
        text: '# Glossary\n\n## Lamp\n\n## Bulb\n\nGlows.\n\n## Base\n\n| a | b | c |\n|--|--|--|\n| 1 | 2 | 3 |\n',
        terms: ['Bulb = Glows.'],
      },
      'and a page called term is one': {
        file: 'glossary/term.md',
        text: '---\ntitle: term\n---\n\nA word.\n',
        terms: ['term = A word.'],
      },
      'page by page in a folder': {
        file: 'glossary/lamp.md',
        text: '---\ntitle: Lamp\n---\n\nGives light.\n\n| Kind | Folder |\n|--|--|\n| a | b |\n',
        terms: ['Lamp = Gives light.'],
      },
      'page by page in a vault, where the name begins the note': {
        file: 'Glossary/Oil%20Lamp.md',
        text: '**Oil lamp** is a light that burns [[oil]].\n\nMore.\n',
        terms: ['Oil lamp = **Oil lamp** is a light that burns [[oil]].'],
      },
      'page by page, asking what each is, in a folder within': {
        file: 'gpu-glossary/software/warp.md',
        text: '# 什么是线程束？\n\n线程束 (Warp) 是一组线程。\n\n## 更多\n\n文字。\n',
        terms: ['线程束 = 线程束 (Warp) 是一组线程。'],
      },
      'page by page, asking in English': {
        file: 'glossary/lamp.md',
        text: '# What is an Oil Lamp?\n\nA light.\n',
        terms: ['Oil Lamp = A light.'],
      },
      'and no page of a lesson that asks': {
        file: 'lamps/lamp.md',
        text: '# What is a Lamp?\n\nA light.\n',
        terms: [],
      },
      'and no parts of a note': {
        file: 'Terminology/Lamp.md',
        text: '> Gives light.\n\n- It burns.\n- It shines.\n- It needs oil.\n\nPeople use it for\n\n- **Reading:** at night\n- **Walking:** in the dark\n',
        terms: [],
      },
      'and no note that begins with other bold words': {
        file: 'Glossary/Lamp.md',
        text: '**Careful** with fire.\n',
        terms: [],
      },
    });
  });

  describe('lines and items', () => {
    rows({
      'names with an anchor in braces': {
        text: '# Glossary\n\n[oil lamp]{#oil-lamp}\n:   Gives light.\n\n[wick]{#wick} : Burns.\n',
        terms: ['oil lamp = Gives light.', 'wick = Burns.'],
      },
      'plain names line by line below a heading': {
        text: '# Glossary\n\n## Light\n\nLamp: Gives light.\nBulb: Glows.\n\nsee more:\nhttps://example.org/a\n\n## Dark\n\nShade\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.', 'Dark = Shade'],
      },
      'a table headed in Arabic, with remarks': {
        text: '## كلمات\n\n| المصطلح الإنجليزي | المقابل العربي | ملاحظات |\n|--|--|--|\n| lamp | مصباح | — |\n',
        terms: ['lamp = مصباح'],
      },
      'a table of three columns whose titles nobody knows, in a glossary alone': {
        text: '# Glossary\n\n| Kata | Arti | Catatan |\n|--|--|--|\n| lamp | gives light | one |\n\n# More\n\n| Kata | Arti | Catatan |\n|--|--|--|\n| bulb | glows | two |\n',
        terms: ['lamp = gives light'],
      },
      'a table of four columns whose titles nobody knows': {
        text: '# Glossary\n\n| Kata | Arti | Catatan | Lain |\n|--|--|--|--|\n| lamp | gives light | one | two |\n',
        terms: [],
      },
      'tables headed in other languages': {
        text: '# 术语\n\n| 英文术语 | 中文翻译 | 备注 |\n|--|--|--|\n| Lamp | 灯 | |\n\n# Mehr\n\n| Begriff | Bedeutung | Seite |\n|--|--|--|\n| Docht | brennt | 3 |\n',
        terms: ['Lamp = 灯', 'Docht = brennt'],
      },
      'a bold name alone on its line': {
        text: '# Glossary\n\n## A\n\n**Arc**\nA spark\nthat stays.\n\n**AWR (Aware reading)**\n\nReads well.\n',
        terms: ['Arc = A spark that stays.', 'Aware reading (AWR) = Reads well.'],
      },
      'a bold name over a definition list, once': {
        text: '# Terminology\n\n**Lamp**\n: Gives light.\n\n**Bulb**\n: Glows.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'a bold name that ends in a dot': {
        text: '# Glossary\n\n- **Lamp.** Gives light.\n',
        terms: ['Lamp = Gives light.'],
      },
      'plain names': {
        text: '# Key terms\n\nLamp: Gives light.\nBulb: Glows.\n\n- *Base*: Holds.\n- Wick – burns.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.', 'Base = Holds.', 'Wick = burns.'],
      },
      'no plain names where a colon parts sentences': {
        text: '# Vocabulary\n\nOne thing first: this is long.\n\nThen more of it.\n\nAnd more.\n\nAnd yet more.\n',
        terms: [],
      },
      'a file by number and name': { file: '1-glossary.md', text: '- **Lamp:** Light.\n', terms: ['Lamp = Light.'] },
      'a folder': { file: 'glossary/1.mdx', text: '# Words\n\n- **Lamp:** Light.\n', terms: ['Lamp = Light.'] },
      'in a Python string': {
        file: 'app.py',
        text: 'text = """# Glossary\n\n## Lamp\n\nGives light.\n"""\n',
        terms: ['Lamp = Gives light.'],
      },
      'only a link is navigation': {
        text: '# Glossary of the course\n\n- **Home**: [Start](a.md)\n- **Site**: https://example.org\n- **Lamp**: [Light](a.md) giver\n',
        terms: ['Lamp = [Light](a.md) giver'],
      },
      'a name alone in an item is none': { text: '# Glossary\n\n- **[Other words](a.md)**\n', terms: [] },
      'a number is no name': { text: '# Glossary\n\n- **Step 1:** Begin.\n', terms: [] },
    });
  });

  describe('directives and HTML', () => {
    rows({
      'an indented MyST glossary': {
        text: '# Notes\n\n```{glossary}\n:sorted:\n\nLamp\n  Gives light,\n  much of it.\n\nBulb\nTube\n  Glows.\n```\n',
        terms: ['Lamp = Gives light, much of it.', 'Bulb = Glows.', 'Tube = Glows.'],
      },
      'a marked MyST glossary': {
        text: '```{glossary}\n[Lamp](https://example.org)\n: Gives light\nand heat.\n\nBulb\n: Glows.\n```\n',
        terms: ['Lamp = Gives light and heat.', 'Bulb = Glows.'],
      },
      'a MyST glossary of colons': {
        text: ':::{glossary}\nLamp\n: Gives light.\n\nBulb\n: Glows.\n:::\n\nNo term\nhere.\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'a MyST definition': {
        text: '```{prf:definition} Spread\n:label: s\n\nHow far.\n```\n\n:::{prf:definition} Mean\n:label: m\nThe middle.\n:::\n\n```{prf:definition}\nx\n```\n',
        terms: ['Spread = How far.', 'Mean = The middle.'],
      },
      'a Quarto definition list': { file: 'a.qmd', text: 'Spread\n:   How far.\n', terms: ['Spread = How far.'] },
      'no definition list of code': { text: '`width`\n: how wide\n\nname: string\n: who\n', terms: [] },
      'an HTML list': {
        text: '<dl>\n<dt>Lamp</dt><dd>Gives light.</dd>\n<dt>Bulb</dt>\n<dd>Glows.</dd>\n</dl>\n\n```html\n<dl><dt>No</dt><dd>code</dd></dl>\n```\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'names in bold in HTML': {
        file: 'glossary.md',
        text: '<div>\n\n<p style="x"><strong style="y">Lamp</strong> — Gives light.</p>\n\n<ul>\n<li><b>Bulb:</b> Glows.</li>\n</ul>\n\n<p><strong>Note</strong> that <em>this</em> is none.</p>\n</div>\n',
        terms: ['Lamp = Gives light.', 'Bulb = Glows.'],
      },
      'no names in bold in HTML elsewhere': { text: '<p><strong>Lamp</strong> — Gives light.</p>\n', terms: [] },
    });
  });

  describe('titles', () => {
    const item = '\n\n- **Lamp:** Gives light.\n';
    for (const title of [
      'Glossary',
      'Glossar',
      'Glosario del curso',
      'Lexique',
      '术语表',
      '用語集',
      'Глоссарий',
      'ဝေါဟာရ (Glossary)',
      'Course glossary',
      'Quick Reference: Key Terms',
      'Appendix A: Glossary',
      'Acronyms & Abbreviations',
      'Nodes & Relationships',
    ]) {
      it(`“${title}” announces`, () => assert.equal(terms(`# ${title}${item}`).length, 1));
    }
    for (const title of [
      'Open-Vocabulary Detection',
      'Graphs, nodes, checks',
      'Building a glossary',
      'In function definitions',
      'Terms and conditions',
      'Terms of use',
      'The vocabulary size',
    ]) {
      it(`“${title}” announces nothing`, () => assert.deepEqual(terms(`# ${title}${item}`), []));
    }
  });

  describe('brackets', () => {
    rows({
      'are an acronym where the letters come from the name': {
        text: '- **Night Lamp (NL):** Glows.\n- **Gym (RL):** no\n- **Lamp (0.5B):** no\n- **Filing (UK):** no\n- **Softmax(X):** no\n',
        terms: ['Night Lamp (NL) = Glows.'],
      },
      'in a glossary also otherwise': {
        text: '# Glossary\n\n- **Gym (RL):** a\n- **Lamp (0.5B):** b\n- **Lamp two (v2):** c\n- **Filing (UK):** d\n- **Norm(X):** e\n',
        terms: ['Gym (RL) = a', 'Lamp (0.5B) = b', 'Lamp two (v2) = c', 'Filing (UK) = d', 'Norm(X) = e'],
      },
    });

    it('that are no acronym belong to the name', () => {
      const found = glossaryEntries(courseDocument('# Glossary\n\n- **Lamp (0.5B):** b\n- **Gym (RL):** a\n'));
      assert.deepEqual(
        found.map(({ term, acronym }) => [term, acronym]),
        [
          ['Lamp (0.5B)', null],
          ['Gym', 'RL'],
        ],
      );
    });

    it('that return behind several names qualify them', () => {
      const found = glossaryEntries(courseDocument('# Glossary\n\n- **Plan (XY):** a\n- **Build (XY):** b\n'));
      assert.deepEqual(
        found.map(({ acronym }) => acronym),
        [null, null],
      );
    });
  });

  it('keeps the fields of an entry that do not define it', () => {
    const [entry] = glossaryEntries(
      courseDocument('# Glossary\n\n## Lamp\n\nGives light.\n\n**Example:** A torch.\n\n- **See also:** Bulb\n'),
    );
    assert.equal(entry!.definition, 'Gives light.');
    assert.deepEqual(entry!.fields, [
      { label: 'Example', text: 'A torch.' },
      { label: 'See also', text: 'Bulb' },
    ]);
  });
});
