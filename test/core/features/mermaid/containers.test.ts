import assert from 'node:assert/strict';
import { completion } from '../../../../src/core/features/completion';
import { diagnostics } from '../../../../src/core/features/diagnostics';
import { documentSymbols } from '../../../../src/core/features/document-symbols';
import type { FeatureContext } from '../../../../src/core/features/feature-context';
import { hover } from '../../../../src/core/features/hover';
import { rename } from '../../../../src/core/features/rename';
import type { MermaidJudge } from '../../../../src/core/mermaid/judge';
import { symbolsOf } from '../../../../src/core/mermaid/scan-diagram';
import { panelSubject } from '../../../../src/core/panel/panel-subject';
import { applyChanges } from '../../../../src/core/text/span';
import { memoryCourse } from '../../../support/memory-course';
import { mermaidJudge } from '../../../support/mermaid-judge';

/** How the lines of a diagram stand in each container. */
const containers: Record<string, { readonly name?: string; readonly write: (diagram: string) => string }> = {
  admonition: { write: (it) => `# P\n\n!!! note "A"\n\n    \`\`\`mermaid\n${indented(it)}    \`\`\`\n` },
  tab: { write: (it) => `=== "A"\n\n    Text\n\n    \`\`\`mermaid\n${indented(it)}    \`\`\`\n` },
  division: { write: (it) => `<div class="mermaid">\n${indented(it)}</div>\n` },
  preformatted: {
    write: (it) => `<pre class="mermaid">${it.trim().replaceAll('&', '&amp;').replaceAll('>', '&gt;')}</pre>\n`,
  },
  'shortcode of Hugo': { write: (it) => `Text\n\n{{< mermaid >}}\n${it}{{< /mermaid >}}\n` },
  'shortcode of Hugo for markdown': { write: (it) => `> {{% mermaid %}}\n${quoted(it)}> {{% /mermaid %}}\n` },
  'tag of Liquid': { write: (it) => `{% mermaid %}\n${it}{% endmermaid %}\n` },
  'fence of Kroki': { write: (it) => `\`\`\`kroki-mermaid\n${it}\`\`\`\n` },
  'fence of Kroki with an attribute': { write: (it) => `\`\`\`kroki {type=mermaid}\n${it}\`\`\`\n` },
  'directive of MyST': { write: (it) => `\`\`\`{mermaid}\n:name: a\n:caption: B (c)\n\n${it}\`\`\`\n` },
  'directive of MyST with YAML': { write: (it) => `\`\`\`{mermaid}\n---\nname: a\n---\n${it}\`\`\`\n` },
  'cell of Quarto': { write: (it) => `\`\`\`{mermaid}\n%%| label: fig-a\n%%| fig-cap: "B (c)"\n${it}\`\`\`\n` },
  'colons of MyST': { write: (it) => `:::{mermaid}\n:name: a\n${it}:::\n` },
  'colons of Azure DevOps': { write: (it) => `::: mermaid\n${it}:::\n` },
  'string of Python with a division': {
    name: 'a.py',
    write: (it) => `X = """\n    <div class="mermaid">\n${indented(it)}    </div>\n"""\n`,
  },
  'string of Python with an admonition': {
    name: 'a.py',
    write: (it) => `X = """\n# A\n\n!!! tip\n\n    \`\`\`mermaid\n${indented(it)}    \`\`\`\n"""\n`,
  },
};

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');
const quoted = (text: string): string => text.replace(/^(?=.)/gm, '> ');

const broken = 'graph LR\n  A[Plan (draft) & more] --> Bee[Second]\n  Bee --> C\n';
const mended = broken.replace('[Plan (draft) & more]', '["Plan (draft) & more"]');

describe('a diagram in a container', function () {
  this.timeout(120_000);
  let judge: MermaidJudge;
  before(async () => {
    judge = await mermaidJudge({ threads: 1 });
  });
  after(() => judge.dispose());

  const context = (text: string, name: string): FeatureContext => ({
    ...memoryCourse({ [name]: text }).context(name),
    judge,
  });

  for (const [container, { name = 'a.md', write }] of Object.entries(containers)) {
    it(`${container}: is marked and mended in place, and the mended one is silent`, async () => {
      const text = write(broken);
      const found = await diagnostics(context(text, name));
      assert.deepEqual(
        found.map(({ code }) => code),
        ['mermaid.unquoted-label'],
      );
      const { span } = found[0]!;
      assert.equal(text.slice(span.start, span.end).replace('&amp;', '&'), 'Plan (draft) & more');
      const { changes } = found[0]!.fixes[0]!;
      assert.equal(applyChanges(text, changes), write(mended));
      assert.deepEqual(await diagnostics(context(write(mended), name)), []);
    });

    it(`${container}: is known to hover, completion, rename, the outline and the panel`, async () => {
      const text = write(mended);
      const asked = context(text, name);
      const at = text.indexOf('Bee[');
      const said = await hover(asked, at + 1);
      assert.match(JSON.stringify(said), /\*\*Second\*\*/);
      const offered = await completion(asked, text.lastIndexOf('C'), { snippets: false });
      assert.ok(offered.items.some(({ label }) => label === 'Bee'));
      const edits = await rename(asked, at, 'Second');
      assert.equal(edits?.length, 2);
      const titles = JSON.stringify(documentSymbols(asked));
      assert.match(titles, /Flowchart/);
      const subject = panelSubject(asked.document, { offset: at }, symbolsOf);
      assert.equal(
        subject?.text
          .trim()
          .replaceAll(/^ {0,4}(?=\S)/gm, '')
          .replace(/^(?::|%%\||---\nname|---$).*\n/gm, ''),
        mended.trim().replaceAll(/^ +/gm, ''),
      );
    });
  }

  it('says that mermaid belongs behind the marks, where the rest is a diagram', async () => {
    const text = '> ```\n> mermaid\n> pie\n>   "A" : 1\n> ```\n';
    const found = await diagnostics(context(text, 'a.md'));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['mermaid.unfenced'],
    );
    const { changes } = found[0]!.fixes[0]!;
    assert.equal(applyChanges(text, changes), '> ```mermaid\n> pie\n>   "A" : 1\n> ```\n');
    for (const silent of [
      '```\nmermaid\n```\n',
      '```\nmermaid\nis a language\n```\n',
      '```text\nmermaid\npie\n"A" : 1\n```\n',
    ]) {
      assert.deepEqual(await diagnostics(context(silent, 'a.md')), []);
    }
  });

  it('says which arrow ends the comment around a diagram, and nothing else', async () => {
    const text = '<!--\n```mermaid\ngraph LR\n  A[x (y)] --> B\n```\n-->\n\n## Next\n';
    const found = await diagnostics(context(text, 'a.md'));
    assert.deepEqual(
      found.map(({ code, span }) => [code, span.start]),
      [['fence.unclosed', text.indexOf('-->')]],
    );
  });
});
