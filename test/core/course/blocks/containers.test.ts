import assert from 'node:assert/strict';
import { applyChanges } from '../../../../src/core/text/span';
import { readMarkdown, readPython } from '../read-course';

/** A text, and the diagrams in it as Mermaid is given them. */
const rows: Record<string, { readonly text: string; readonly diagrams: readonly string[]; readonly python?: true }> = {
  'an admonition': {
    text: '!!! note "Look"\n\n    ```mermaid\n    graph LR\n      A --> B\n    ```\n',
    diagrams: ['graph LR\n  A --> B\n'],
  },
  'an admonition by tabs, with no blank line': {
    text: '??? warning\n\t```mermaid\n\tgraph LR\n\t```\n',
    diagrams: ['graph LR\n'],
  },
  'an open details block with a title alone': {
    text: '???+ "Look"\n    ```mermaid\n    graph LR\n    ```\n',
    diagrams: ['graph LR\n'],
  },
  'a tab in a tab in a list': {
    text: '- a\n\n    === "One"\n\n        === "Two"\n\n            ```mermaid\n            graph LR\n            ```\n- b\n',
    diagrams: ['graph LR\n'],
  },
  'code below a line that is no header': {
    text: '!!! Stop: do not\n\n    ```mermaid\n    graph LR\n    ```\n',
    diagrams: [],
  },
  'an admonition without text': { text: '!!! note\n\n```mermaid\ngraph LR\n```\n', diagrams: ['graph LR\n'] },
  'a division, over a blank line': {
    text: '<div class="mermaid">\n  graph LR\n    A --&gt; B\n\n    B --> C\n</div>\n',
    diagrams: ['graph LR\n  A --> B\n\n  B --> C\n'],
  },
  'a division in a division, text beside the tags': {
    text: '<div align="center">\n<pre id=x class=\'a mermaid\'>graph LR\n  A["Q &amp; A &mdash; B"]</pre>\n</div>\n',
    diagrams: ['graph LR\nA["Q & A — B"]'],
  },
  'a division that holds one': {
    text: '<div class="mermaid">\ngraph LR\nA["<div>x</div>"]\n</div>\n',
    diagrams: ['graph LR\nA["<div>x</div>"]\n'],
  },
  'code with a class': {
    text: '<pre><code class="language-mermaid">graph LR\nA--&gt;B\n</code></pre>\n',
    diagrams: ['graph LR\nA-->B\n'],
  },
  'a division in a quote in a list': {
    text: '- > <div class="mermaid">\n  > graph LR\n  > A\n  > </div>\n',
    diagrams: ['graph LR\nA\n'],
  },
  'an entity that HTML does not know': {
    text: '<pre class="mermaid">\ngraph LR\nA[&nothing; &]\n</pre>\n',
    diagrams: ['graph LR\nA[&nothing; &]\n'],
  },
  'a division that a program fills': {
    text: '<div class="mermaid">{{ diagram }}</div>\n\n<div class="mermaid">Loading…</div>\n\n<div class="mermaid"></div>\n',
    diagrams: [],
  },
  'a division around a fence': {
    text: '<div class="mermaid">\n\n```mermaid\ngraph LR\n```\n\n</div>\n',
    diagrams: ['graph LR\n'],
  },
  'a division of another class': { text: '<div class="mermaid-box">\ngraph LR\nA\n</div>\n', diagrams: [] },
  'a division that nothing closes': { text: '<div class="mermaid">\ngraph LR\nA\n\nText\n', diagrams: [] },
  'a division in a comment, in a script': {
    text: '<!-- <div class="mermaid">\ngraph LR\nA\n</div> -->\n\n<script>\nx = `<div class="mermaid">\ngraph LR\nA\n</div>`\n</script>\n',
    diagrams: [],
  },
  "Hugo's shortcode": {
    text: 'Text\n{{< mermaid class="w" >}}\ngraph LR\n  A --> B\n{{< /mermaid >}}\n',
    diagrams: ['graph LR\n  A --> B\n'],
  },
  "Hugo's shortcode for markdown, beside its text": {
    text: '> {{%mermaid%}}graph LR\n> A{{%/mermaid%}}\n',
    diagrams: ['graph LR\nA'],
  },
  'a shortcode that is shown': { text: '{{</* mermaid */>}}\ngraph LR\nA\n{{</* /mermaid */>}}\n', diagrams: [] },
  'a shortcode that closes itself': {
    text: '{{< mermaid src="a" />}}\n\n{{< mermaid >}}\ngraph LR\nA\n{{< /mermaid >}}\n',
    diagrams: ['graph LR\nA\n'],
  },
  "Liquid's tag": {
    text: '{%- mermaid -%}\ngraph LR;\n  A --> B;\n{%- endmermaid -%}\n',
    diagrams: ['graph LR;\n  A --> B;\n'],
  },
  "Liquid's tag shown raw, and one behind it": {
    text: '{% raw %}\n\n{% mermaid %}\ngraph LR\nA\n{% endmermaid %}\n\n{% endraw %}\n\n{% mermaid %}\ngraph LR\nB\n{% endmermaid %}\n',
    diagrams: ['graph LR\nB\n'],
  },
  'what Liquid and Hugo fill in': {
    text: '{% mermaid %}\ngraph LR\n  A[{{site.name}}] --> B{% if x %}\n{% endmermaid %}\n\n{{< mermaid >}}\ngraph LR\n  A[{{< param "n" >}}] --> B{{six}}\n{{< /mermaid >}}\n',
    diagrams: ['graph LR\n  A[x] --> Bx\n', 'graph LR\n  A[x] --> B{{six}}\n'],
  },
  'a file that a tag names': { text: '{% mermaid src="./a.mmd" %}\n{% endmermaid %}\n', diagrams: [] },
  'a file that a directive names': {
    text: '```{mermaid} a.mmd\n```\n\n```{mermaid} b.mmd\n:caption: B\n```\n\n```{mermaid} c.mmd\n:name: c\n\ngraph LR\nC\n```\n\n```{mermaid}\n```\n',
    diagrams: ['graph LR\nC\n', ''],
  },
  'tags in a code fence and in indented code': {
    text: '```html\n<div class="mermaid">\ngraph LR\nA\n</div>\n```\n\n    {{< mermaid >}}\n    graph LR\n    A\n    {{< /mermaid >}}\n',
    diagrams: [],
  },
  "Kroki's fences": {
    text: '```kroki-mermaid opacity=1\nA\n```\n\n```kroki {type=mermaid}\nB\n```\n\n```kroki imgType="mermaid"\nC\n```\n\n```kroki-blockdiag\nD\n```\n\n```kroki {type=plantuml title=mermaid}\nE\n```\n',
    diagrams: ['A\n', 'B\n', 'C\n'],
  },
  "Kroki's directive with its type": {
    text: '```{kroki}\n:type: mermaid\n:caption: C\n\ngraph LR\nA\n```\n\n```{kroki}\n:type: plantuml\n\nB\n```\n',
    diagrams: ['graph LR\nA\n'],
  },
  "Zola's tag": { text: '{% mermaid() %}\ngraph LR\nA\n{% end %}\n', diagrams: ['graph LR\nA\n'] },
  'an element called mermaid': {
    text: '<mermaid>\ngraph LR\nA --&gt; B\n</mermaid>\n',
    diagrams: ['graph LR\nA --> B\n'],
  },
  'a component that is given a template': {
    text: '<Mermaid chart={`\n  graph LR\n    A["x \\`y\\`"] --> B\n\n    B --> C[\x24{name}]\n`} />\n\nText\n',
    diagrams: ['graph LR\n  A["x `y`"] --> B\n\n  B --> C[x]\n'],
  },
  'a component over several lines, and one on a line': {
    text: 'Text\n<Mermaid\n  id="a"\n  value={`graph LR\n  A --> B`}\n  height={300}\n/>\n\n<MermaidDiagram code={`graph LR; A-->B`}></MermaidDiagram>\n',
    diagrams: ['graph LR\nA --> B', 'graph LR; A-->B'],
  },
  'a component with the template between its tags': {
    text: '<Mermaid>{`\ngraph LR\nA[&amp;]\n`}</Mermaid>\n',
    diagrams: ['graph LR\nA[&amp;]\n'],
  },
  'a raw template': {
    text: '<Mermaid chart={String.raw`\ngraph LR\nA["\\n"]\n`} />\n',
    diagrams: ['graph LR\nA["\\n"]\n'],
  },
  'components that draw what stands elsewhere, or nothing closes': {
    text: '<Mermaid chart={diagram} />\n\n<Mermaid chart={`\x24{diagram}`} />\n\n<Mermaid chart={`graph LR\n\nText\n',
    diagrams: [],
  },
  'a fence with an exclamation mark': { text: '```mermaid!\nA\n```\n', diagrams: ['A\n'] },
  colons: { text: '::: mermaid\nA\n:::\n\n:::{mermaid}\n:name: x\n\nB\n:::\n', diagrams: ['A\n', 'B\n'] },
  "a string of Python with Hugo's shortcode": {
    text: 'X = """\nText\n\n{{< mermaid >}}\ngraph LR\n  A\\n  B\n{{< /mermaid >}}\n"""\n',
    diagrams: ['graph LR\n  A\n  B\n'],
    python: true,
  },
  'a page of HTML in a string of Python': {
    text: 'X = f"""<html><body>\n    <pre class="mermaid">\n    graph LR\n      A --&gt; B{{x}}\n    </pre>\n</body></html>"""\n',
    diagrams: ['graph LR\n  A --> B{x}\n'],
    python: true,
  },
  'a page of HTML with a place for a diagram': {
    text: 'X = """<div class="mermaid">{code}</div>\n# no heading\n"""\n',
    diagrams: [],
    python: true,
  },
};

describe('containers of diagrams', () => {
  for (const [name, { text, diagrams, python }] of Object.entries(rows)) {
    it(`reads ${name}`, () => {
      for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
        const document = python ? readPython(lines) : readMarkdown(lines);
        assert.deepEqual(
          document.diagrams.map(({ content }) => content.text),
          diagrams,
        );
        for (const { content } of document.diagrams) {
          for (let at = 0; at < content.text.length; at++) {
            const { start } = content.spanToOuter({ start: at, end: at + 1 });
            const written = document.text[start];
            if (written !== '&' && written !== '\r' && written !== '\\' && !python) {
              if (!content.isOpaque({ start: at, end: at + 1 })) assert.equal(written, content.text[at], `at ${at}`);
            }
          }
        }
      }
    });
  }

  it('takes nothing between tags for prose, and what is indented below a header for text', () => {
    const text =
      '<div class="mermaid">\ngraph LR\nA\n\n# B\n</div>\n\n!!! note\n\n    ## C\n\n    Words\n\n    1. one\n\nEnd\n';
    const document = readMarkdown(text);
    assert.deepEqual(
      document.headings.map(({ title }) => title),
      ['C'],
    );
    assert.deepEqual(
      document.inlines.map(({ source }) => source.text),
      ['!!! note', 'C', 'Words', 'one', 'End'],
    );
  });

  const edits: readonly { text: string; old: string; newText: string; after: string }[] = [
    {
      text: '<pre class="mermaid">\ngraph LR\nA[Q &amp; A (x)]\n</pre>\n',
      old: 'Q & A (x)',
      newText: '"Q & A (x)"',
      after: 'A["Q &amp; A (x)"]',
    },
    {
      text: '<pre class="mermaid">\ngraph LR\nA --&gt;&gt; B\n</pre>\n',
      old: '-->>',
      newText: '-->',
      after: 'A --&gt; B',
    },
    {
      text: '<pre class="mermaid">\ngraph LR\nA[x]\n</pre>\n',
      old: 'x',
      newText: 'a <b & &lt; c<br/>d',
      after: 'A[a &lt;b & &amp;lt; c<br/>d]',
    },
    {
      text: '<pre class="mermaid">\n  graph LR\n  A[x]\n</pre>\n',
      old: 'A[x]',
      newText: 'A[x]\nB',
      after: '  A[x]\n  B\n',
    },
    {
      text: '- {{< mermaid >}}\n    graph LR\n    A\n  {{< /mermaid >}}\n',
      old: 'A\n',
      newText: 'A\nB\n',
      after: '    A\n    B\n  {{<',
    },
    {
      text: '!!! note\n    ```mermaid\n    graph LR\n    A\n    ```\n',
      old: 'A\n',
      newText: 'A\nB\n',
      after: '    A\n    B\n    ```',
    },
  ];
  for (const { text, old, newText, after } of edits) {
    it(`writes ${JSON.stringify(newText)} as it must stand`, () => {
      const { content } = readMarkdown(text).diagrams[0]!;
      const start = content.text.indexOf(old);
      const change = content.change({ start, end: start + old.length }, newText)!;
      const written = applyChanges(text, [change]);
      assert.ok(written.includes(after), written);
      const read = readMarkdown(written).diagrams[0]!.content.text;
      assert.equal(read, content.text.slice(0, start) + newText + content.text.slice(start + old.length));
    });
  }

  const comments: Record<string, { readonly text: string; readonly cut: readonly string[] }> = {
    'an arrow in a fence': {
      text: '<!--\n```mermaid\ngraph LR\nA --> B\nB --> C\n```\n-->\n\nText\n',
      cut: ['-->'],
    },
    'an arrow in a shortcode on the line of the opener': {
      text: '<!-- {{< mermaid >}}\ngraph LR\nA --> B\n{{< /mermaid >}} -->\n\nText\n',
      cut: ['-->'],
    },
    'a diagram without such an arrow': { text: '<!--\n```mermaid\ngraph LR\nA --- B\n```\n-->\n\nText\n', cut: [] },
    'a fence that closes in the comment': { text: '<!--\n```mermaid\nA\n```\n see --> x\n\nText\n', cut: [] },
    'another language': { text: '<!--\n```text\nA --> B\n```\n\nText\n', cut: [] },
    'no end of a comment below': { text: '<!--\n```mermaid\nA --> B\n\nText\n', cut: [] },
    'another comment below': { text: '<!--\n```mermaid\nA --> B\n```\n<!-- x -->\n\nText\n', cut: [] },
  };
  for (const [name, { text, cut }] of Object.entries(comments)) {
    it(`reads a comment with ${name}`, () => {
      const document = readMarkdown(text);
      assert.deepEqual(
        document.cutComments.map(({ start, end }) => text.slice(start, end)),
        cut,
      );
      if (cut.length > 0) {
        assert.equal(document.fences.length, 0);
        assert.deepEqual(
          document.inlines.map(({ source }) => source.text),
          ['Text'],
        );
      }
    });
  }
});
