import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { PreviewData } from '../../src/extension/preview-data';
import { demosInPreview } from '../../src/extension/preview-demos';
import type { Ask } from '../../src/protocol';
import { until } from '../support/until';

const shown = (markdown: string, wanted = true, data?: string, language?: string): string =>
  demosInPreview(new MarkdownIt(), { isWanted: () => wanted, data: () => data, language: () => language })
    .render(markdown)
    .trim();

const block = (kind: string, text: string) =>
  `<div class="coursewright-demo" data-demo="${kind}"><pre><code>${text}</code></pre></div>`;

describe('demos in the preview', () => {
  for (const [markdown, html] of [
    ['```moe\ntop_k: 2\n```', block('moe', 'top_k: 2\n')],
    ['```{moe}\n```', block('moe', '')],
    ['```Moe\n```', block('moe', '')],
    ['~~~ scaling-law title\n~~~', block('scaling-law', '')],
    ['```yaml demo=mla\n<&">: 1\n```', block('mla', '&lt;&amp;&quot;&gt;: 1\n')],
    ['```yaml\ndemo: mla\n```', '<pre><code class="language-yaml">demo: mla\n</code></pre>'],
    ['```moes\n```', '<pre><code class="language-moes"></code></pre>'],
    ['```\nmoe\n```', '<pre><code>moe\n</code></pre>'],
    ['    moe', '<pre><code>moe\n</code></pre>'],
    ['````md\n```moe\n```\n````', '<pre><code class="language-md">```moe\n```\n</code></pre>'],
  ] as const) {
    it(JSON.stringify(markdown), () => assert.equal(shown(markdown), html));
  }

  it('are code where they are not wanted', () => {
    assert.equal(shown('```moe\ntop_k: 2\n```', false), '<pre><code class="language-moe">top_k: 2\n</code></pre>');
  });

  it('bring their data with them', () => {
    assert.match(shown('```moe\n```', true, '{"a.csv":{"text":"<1>"}}'), /data-files="{&quot;a.csv&quot;:.*&lt;1&gt;/);
  });

  it('bring the language once', () => {
    const html = shown('```moe\n```\n\n```mla\n```', true, undefined, '{"name":"de"}');
    assert.equal(html.match(/data-language="{&quot;name&quot;:&quot;de&quot;}"/g)?.length, 1);
    assert.match(html, /data-demo="moe" data-language/);
  });

  it('stand inside of lists and quotes', () => {
    assert.match(shown('> - one\n>\n>   ```mla\n>   layers: 6\n>   ```'), /<li>.*<div class="coursewright-demo"/s);
  });
});

describe('data files of demos in the preview', () => {
  const asked: string[] = [];
  let come = 0;
  const files: Record<string, unknown> = {
    'runs.csv': { text: 'n,d' },
    'big.csv': { text: 'x'.repeat(600_000) },
    '../out.csv': { refused: 'is outside the course.' },
  };
  const ask = (async (_method: string, { path }: { path: string }) => {
    asked.push(path);
    return { file: files[path] ?? null };
  }) as unknown as Ask;
  const data = new PreviewData(ask, () => come++);
  const of = async (text: string) => {
    const before = come;
    const asking = data.of(text, 'file:///a.md');
    if (asking !== undefined) await until(() => come > before, 'the file');
    return data.of(text, 'file:///a.md');
  };

  it('are none where none is named', () => assert.equal(data.of('experts: 8', 'file:///a.md'), undefined));
  for (const [text, json] of [
    ['data: { path: runs.csv, n: N }', '{"runs.csv":{"text":"n,d"}}'],
    ["path: 'gone.tsv'", '{"gone.tsv":null}'],
    ['path: ../out.csv', '{"../out.csv":{"refused":"is outside the course."}}'],
    ['path: big.csv', '{"big.csv":{"refused":"is too large for a preview: the Coursewright panel reads it."}}'],
  ] as const) {
    it(text, async () => assert.equal(await of(text), json));
  }

  it('are asked for again where no answer came', async () => {
    let asks = 0;
    const silent = new PreviewData(
      (async () => {
        asks++;
        throw new Error('stopped');
      }) as unknown as Ask,
      () => assert.fail('nothing came'),
    );
    silent.of('path: runs.csv', 'file:///a.md');
    await until(() => asks === 1, 'the first question');
    await until(() => silent.of('path: runs.csv', 'file:///a.md') && asks > 1, 'another question');
  });

  it('are asked for once, and once more when they may be others; what was read stands until then', async () => {
    asked.length = 0;
    const before = come;
    data.of('path: runs.csv', 'file:///a.md');
    assert.equal(asked.length, 0);
    data.readAgain();
    await until(() => asked.includes('runs.csv'), 'the question');
    assert.equal(come, before);
    files['runs.csv'] = { text: 'n,d,l' };
    data.readAgain();
    assert.equal(data.of('path: runs.csv', 'file:///a.md'), '{"runs.csv":{"text":"n,d"}}');
    await until(() => come > before, 'the other file');
    assert.equal(come, before + 1);
    assert.equal(data.of('path: runs.csv', 'file:///a.md'), '{"runs.csv":{"text":"n,d,l"}}');
  });
});
