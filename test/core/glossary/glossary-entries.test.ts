import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { glossaryEntries } from '../../../src/core/glossary/glossary-entries';
import type { GlossaryEntry } from '../../../src/core/glossary/glossary-entry';
import { courseDocument } from '../../support/course-text';
import { marked } from '../../support/markers';
import { sharedFile, skipWithoutShared } from '../../support/shared';

const entries = (text: string, name?: string): readonly GlossaryEntry[] => glossaryEntries(courseDocument(text, name));
const brief = ({ term, acronym, emoji, definition }: GlossaryEntry) => [term, acronym, emoji, definition];

const multimodal = ['Multimodal', 'MM', '🤖', 'Joins several senses.'];

describe('glossaryEntries', () => {
  describe('bold names with an acronym, in a list anywhere', () => {
    const cases: Record<string, string> = {
      'colon inside': '- **🤖 Multimodal (MM):** Joins several senses.',
      'colon outside': '- **🤖 Multimodal (MM)**: Joins several senses.',
      'acronym outside': '* **🤖 Multimodal** (MM): Joins several senses.',
      'emoji after': '- **Multimodal (MM) 🤖:** Joins several senses.',
      'emoji between': '- **Multimodal 🤖 (MM):** Joins several senses.',
      'emoji before the bold': '- 🤖 **Multimodal (MM):** Joins several senses.',
      'emoji after the bold': '- **Multimodal (MM)** 🤖: Joins several senses.',
      underscores: '- __🤖 Multimodal (MM):__ Joins several senses.',
      'hard break': '- **🤖 Multimodal (MM):**  \n  Joins several senses.',
      'next line': '+ **🤖 Multimodal (MM):**\n  Joins several\n  senses.',
      'own paragraph': '- **🤖 Multimodal (MM):**\n\n  Joins several senses.\n',
      'wide colon and brackets': '- **🤖 Multimodal（MM）：** Joins several senses.',
      'in a quote': '> - **🤖 Multimodal (MM):** Joins several\n>   senses.',
      CRLF: '- **🤖 Multimodal (MM):**\r\n  Joins several\r\n  senses.\r\n',
    };
    for (const [what, text] of Object.entries(cases)) {
      it(what, () => assert.deepEqual(entries(text).map(brief), [multimodal]));
    }
  });

  it('needs an acronym and a colon outside of a glossary', () => {
    assert.deepEqual(
      entries('- **Cost:** high\n- **Router 🛂** – chooses\n- **Mixture of Experts (MoE)** → sparse'),
      [],
    );
    assert.deepEqual(entries('1. **Router (RTR):** a step, not a term'), []);
    assert.deepEqual(entries('- **Attention (2017):** a paper'), []);
  });

  describe('under a heading that announces terms', () => {
    const cases: Record<string, string> = {
      'a bullet': '- **Router:** Chooses.',
      'a bullet with a dash': '- **Router** - Chooses.',
      'a bullet with a long dash': '- **Router** — Chooses.',
      'a paragraph': '**Router**: Chooses.',
      'a paragraph with a dash': '**Router** – Chooses.',
      'a numbered item': '1. **Router:** Chooses.',
      'a link': '- **[Router](router.md):** Chooses.',
      code: '- **`Router`:** Chooses.',
    };
    for (const [what, text] of Object.entries(cases)) {
      it(what, () =>
        assert.deepEqual(entries(`# Glossary\n\n${text}\n`).map(brief), [['Router', null, null, 'Chooses.']]),
      );
    }

    it('line by line in one paragraph', () => {
      assert.deepEqual(entries('## Key terms\n\n**A1 Gate**: One.\n**B2 Gate** - Two\nand more.\n').map(brief), [
        ['A1 Gate', null, null, 'One.'],
        ['B2 Gate', null, null, 'Two and more.'],
      ]);
    });

    const titles = [
      'Glossary',
      '📖 Glossary',
      'Markdown Outline & Glossary',
      'Terms',
      'Key Concepts',
      '**Nodes**',
      'Relationships',
      'Edge Labels (Relationships)',
      '2. Terminology',
      'Terms and definitions',
      'Glossary of MoE',
    ];
    for (const title of titles) {
      it(`counts "${title}"`, () => assert.equal(entries(`## ${title}\n\n- **Router:** Chooses.`).length, 1));
    }
    for (const title of [
      'Key Concepts in AI Model Training',
      'Breakdown of Terms',
      'Long-term memory',
      'Relationship advice',
    ]) {
      it(`does not count "${title}"`, () => assert.deepEqual(entries(`## ${title}\n\n- **Router:** Chooses.`), []));
    }

    for (const title of ['Lecture 2: Terminology, Baselines, Trees', '용어 1: Gate', 'Begriffe 2']) {
      it(`does not count "${title}"`, () => assert.deepEqual(entries(`## ${title}\n\n- **Router:** Chooses.`), []));
    }
    for (const title of [
      'Glossary, Terms and Names',
      'Terminology & Baselines',
      'Week 2: Key terms, Acronyms, Signs',
    ]) {
      it(`counts "${title}"`, () => assert.equal(entries(`## ${title}\n\n- **Router:** Chooses.`).length, 1));
    }

    it('takes advice for no terms, in a list with numbers or without', () => {
      const list = (items: readonly string[]) =>
        entries(`## Core Concepts\n\n${items.map((item, i) => `${i + 1}. ${item}`).join('\n')}\n`).length;
      const advice = [
        '**One Form**: Always use the same.',
        '**Roles**: Clear ones help.',
        '**Prompts**: Use `a` here.',
      ];
      assert.equal(list(advice), 0);
      assert.equal(list(['**Router**: Use of a gate.', '**Gate**: Set of doors.', '**Test**: Test for faults.']), 3);
      assert.equal(list(['**Router**: Chooses.', '**Gate**: Use it to open.', '**Door**: What shuts.']), 3);
    });

    it('goes down to headings below a glossary, not beside it, nor below Nodes', () => {
      const item = '- **Router:** Chooses.\n\n';
      assert.equal(entries(`# Glossary\n## R\n${item}# Lesson\n- **Cost:** high`).length, 1);
      assert.deepEqual(entries(`# Nodes\n## 1. Hyperparameters\n${item}`), []);
    });

    it('keeps the list below an entry as its definition', () => {
      const found = entries('# Glossary\n- **Router:** Chooses.\n  - **Cost:** low\n  - fast\n- **Gate:** Opens.');
      assert.deepEqual(found.map(brief), [
        ['Router', null, null, 'Chooses.\n- **Cost:** low\n- fast'],
        ['Gate', null, null, 'Opens.'],
      ]);
    });

    it('reads entries below a group that is none', () => {
      assert.equal(entries('# Glossary\n- Routing\n  - **Router:** Chooses.').length, 1);
    });
  });

  it('takes the file for a glossary by its name', () => {
    assert.equal(entries('- **Router:** Chooses.', 'glossary.md').length, 1);
  });

  it('reads definition lists, on the next line or as a paragraph of its own', () => {
    assert.deepEqual(entries('📏 Scaling law\n:   Foretells the\n    loss.\n\nGate (GT)\n\n: Opens.\n').map(brief), [
      ['Scaling law', null, '📏', 'Foretells the loss.'],
      ['Gate', 'GT', null, 'Opens.'],
    ]);
    assert.deepEqual(entries('A1\n: One.\nB2\n: Two.\n').map(brief), [
      ['A1', null, null, 'One.'],
      ['B2', null, null, 'Two.'],
    ]);
    assert.deepEqual(entries('This is a sentence.\n: not a definition'), []);
  });

  it('reads abbreviations, and what they stand for as another name', () => {
    const [first, second] = entries('*[KL]: Kullback and Leibler\n*[FLOP]: One operation.\n');
    assert.deepEqual([first!.term, first!.acronym, first!.definition], ['KL', 'KL', 'Kullback and Leibler']);
    assert.deepEqual(first!.aliases, ['Kullback and Leibler']);
    assert.deepEqual([second!.term, second!.definition, second!.aliases], ['FLOP', 'One operation.', []]);
  });

  it('takes all columns of a table for the definition, in whatever order they stand', () => {
    const table =
      '| Acronym | Term | Meaning |\n|--|--|--|\n| GT | Gate | opens |\n\n| Meaning | Term | Acronym |\n|--|--|--|\n| goes | Router | RT |\n';
    assert.deepEqual(
      entries(table).map(({ span }) => table.slice(span.start, span.end)),
      ['GT | Gate | opens', 'goes | Router | RT'],
    );
  });

  it('reads tables headed Term and Definition', () => {
    const table =
      '| 🔤 Term | Short | **Definition** |\n|---|---|---|\n| 🛂 Router | RTR | Chooses. |\n| Gate (GT) | | Opens \\| shuts. |\n';
    assert.deepEqual(entries(table).map(brief), [
      ['Router', 'RTR', '🛂', 'Chooses.'],
      ['Gate', 'GT', null, 'Opens | shuts.'],
    ]);
    assert.deepEqual(entries('| Feature | Description |\n|---|---|\n| Router | Chooses. |\n'), []);
    assert.equal(entries('# Glossary\n\n| Name | Description |\n|---|---|\n| Router | Chooses. |\n').length, 1);
  });

  it('reads sentences that title an area', () => {
    const text = 'Each has one. Sparse Routing is titled with "SpaRo" and its root node is abbreviated as SR.';
    const [entry] = entries(text);
    assert.deepEqual(brief(entry!), ['Sparse Routing', 'SR', null, null]);
    assert.deepEqual(entry!.aliases, ['SpaRo']);
    assert.equal(text.slice(entry!.acronymSpan!.start, entry!.acronymSpan!.end), 'SR');
    assert.equal(entries('- **🌳 Sparse Routing** is titled with “SpaRo”, and abbreviated as `SR`').length, 1);
  });

  it('reads an acronym that is spelled out in brackets', () => {
    assert.deepEqual(entries('# Terms\n- **TPU (Tensor Processing Unit) ⚙️:** A chip.').map(brief), [
      ['Tensor Processing Unit', 'TPU', '⚙️', 'A chip.'],
    ]);
  });

  it('places name, acronym, definition and the whole', () => {
    const { text, spans } = marked('Intro.\n\n- **🤖 <|Multimodal|> (<|MM|>):**\n  <|Joins several\n  senses.|>\n');
    const [entry] = entries(text);
    assert.deepEqual([entry!.nameSpan, entry!.acronymSpan, entry!.definitionSpan], spans);
    assert.deepEqual(entry!.span, { start: text.indexOf('**'), end: spans[2]!.end });
  });

  describe('in real courses', () => {
    const course = (name: string): string | undefined => {
      const file = sharedFile(`corpus/courses/${name}`);
      return file && readFileSync(file, 'utf8');
    };

    it('finds the nine titled areas, and invents nothing', function () {
      const text = course('streamlit-scroller.md');
      if (!text) return skipWithoutShared(this);
      const found = entries(text);
      assert.equal(found.length, 9);
      assert.ok(found.every(({ form, acronym, definition }) => form === 'titled' && acronym && definition === null));
    });

    it('finds nothing in notes that define nothing', function () {
      const text = course('ai-works.md');
      if (!text) return skipWithoutShared(this);
      assert.deepEqual(entries(text), []);
    });
  });

  it('finds every form in the sample course', () => {
    const found = entries(readFileSync('samples/course/glossary.md', 'utf8'), 'glossary.md');
    const count = (form: string) => found.filter((entry) => entry.form === form).length;
    assert.deepEqual([count('bold'), count('table'), count('definition-list'), count('abbreviation')], [23, 3, 1, 1]);
  });
});
