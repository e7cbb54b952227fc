import assert from 'node:assert/strict';
import { readMarkdown } from '../read-course';

interface Row {
  readonly text: string;
  /** What is read as running text, headings and list items included. */
  readonly prose: readonly string[];
  readonly directives?: readonly string[];
  readonly fences?: readonly string[];
  readonly diagrams?: readonly string[];
}

const rows: Record<string, Row> = {
  'a note': {
    text: '```{note}\nSee [a](b.md).\n```\n',
    prose: ['See [a](b.md).'],
    directives: ['{note}'],
  },
  'a title, options and a list': {
    text: '```{admonition} Mind *this*\n:class: tip\n:name: mind\n\n- one\n- two\n```\nBelow\n',
    prose: ['Mind *this*', 'one', 'two', 'Below'],
    directives: ['{admonition} Mind *this*'],
  },
  'options as YAML': {
    text: '```{exercise} Sum\n---\nlabel: sum\n---\nAdd up.\n```\n',
    prose: ['Sum', 'Add up.'],
    directives: ['{exercise} Sum'],
  },
  'the path of a figure is no text': {
    text: '```{figure} a.png\n:name: fig-a\nA caption.\n```\n',
    prose: ['A caption.'],
    directives: ['{figure} a.png'],
  },
  'a theorem of a domain, and one of bookdown': {
    text: '```{prf:theorem} Sum\nA.\n```\n\n```{theorem, label="b"}\nB.\n```\n',
    prose: ['Sum', 'A.', 'B.'],
    directives: ['{prf:theorem} Sum', '{theorem, label="b"}'],
  },
  'a diagram, code and a note in a note': {
    text: '`````{tip}\n```mermaid\ngraph LR\n```\n```python\n# x\n```\n````{note}\nInner.\n````\n`````\n',
    prose: ['Inner.'],
    directives: ['{tip}', '{note}'],
    fences: ['mermaid', 'python'],
    diagrams: ['graph LR\n'],
  },
  'in a list item, which goes on behind it': {
    text: '1. a\n\n   ```{hint}\n   b\n   ```\n\n2. c\n',
    prose: ['a', 'b', 'c'],
    directives: ['{hint}'],
  },
  'in a quote': { text: '> ```{note}\n> a\n> b\n> ```\n\nc\n', prose: ['a\nb', 'c'], directives: ['{note}'] },
  'one that is not closed ends before the next heading': {
    text: '```{note}\na\n\n## Next\n\nb\n',
    prose: ['a', 'Next', 'b'],
    directives: ['{note}'],
  },
  'code, data and a name that is no directive of text': {
    text: '```{code-cell} python\na\n```\n```{math}\nb\n```\n```{toctree}\nc\n```\n```{python}\nd\n```\n',
    prose: [],
    fences: ['{code-cell} python', '{math}', '{toctree}', '{python}'],
  },
  'a call for attention, and a demo of attention': {
    text: '```{attention}\nMind: this.\n```\n\n```{attention}\nseed: 1\n```\n\n```{attention}\n```\n\n```{attention} A title\na: b\n```\n',
    prose: ['Mind: this.', 'A title', 'a: b'],
    directives: ['{attention}', '{attention} A title'],
    fences: ['{attention}', '{attention}'],
  },
  'a language that is called like one': { text: '```note\na\n```\n', prose: [], fences: ['note'] },
};

describe('course/blocks directives', () => {
  for (const [title, { text, prose, directives = [], fences = [], diagrams = [] }] of Object.entries(rows)) {
    it(title, () => {
      for (const written of [text, text.replaceAll('\n', '\r\n')]) {
        const document = readMarkdown(written);
        assert.deepEqual(
          document.inlines.map(({ source }) => source.text),
          prose,
        );
        assert.deepEqual(
          document.directives.map(({ info }) => info),
          directives,
        );
        assert.deepEqual(
          document.fences.map(({ info }) => info),
          fences,
        );
        assert.deepEqual(
          document.diagrams.map(({ content }) => content.text),
          diagrams,
        );
      }
    });
  }
});
