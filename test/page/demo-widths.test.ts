import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../support/audit';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { type EditorTheme, editorThemes } from '../support/editor-themes';
import { PanelPage, servePanel } from '../support/panel-page';

const fence = (kind: string, ...lines: string[]) => ['# Lesson', '', `\`\`\`${kind}`, ...lines, '```', ''].join('\n');

const demos: Readonly<Record<string, string>> = {
  'loss-curve': fence('loss-curve', 'steps: 300', 'bad_batches: [150]'),
  'sparse attention': fence('attention', 'tokens: 24', 'causal: true', 'sparse: { kind: selected, block: 4, keep: 2 }'),
  'model-size': fence('model-size', 'preset: deepseek-v3', 'devices: 64', 'zero: 1', 'tokens: 14.8e12'),
  'recorded routing': fence('moe', 'data: { path: course-nano-router.csv, layer: 1 }'),
  'recorded attention': fence('attention', 'data: { path: course-nano-attention.csv, layer: 1 }'),
  'a measured draft': fence('multi-token', 'measure: { text: attention is a weighted, tokens: 48 }', 'draft: 2'),
};

const widths = [320, 500, 800, 1400] as const;
/** A folder that pictures are put into, for whoever looks at them. */
const folder = process.env.COURSEWRIGHT_PICTURES;

describe('new views, from narrow to wide and in every kind of theme', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;
  let panel: PanelPage;

  before(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePanel()]);
    if (folder) mkdirSync(folder, { recursive: true });
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    await panel.page.close();
  });

  for (const theme of Object.keys(editorThemes) as EditorTheme[])
    for (const [name, text] of Object.entries(demos))
      it(`${name}, ${theme}: nothing is cut, and nothing for axe to find`, async () => {
        const page = await browser.newPage();
        await page.setViewportSize({ width: widths[0], height: 800 });
        panel = await PanelPage.open(page, served.url(theme));
        panel.answer = (message) => ({
          ok:
            message.method === 'readData'
              ? { text: readFileSync(join('samples/course/data', message.params.path), 'utf8') }
              : true,
        });
        await panel.show(text);
        await page.waitForSelector('.demo:not([aria-busy]) .demo-view > *', { timeout: 120_000 });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          // A picture is drawn anew when its room is another.
          await panel.until(async () => (await cut(page)).length === 0, 10_000).catch(() => undefined);
          assert.deepEqual(await cut(page), [], `at ${width}`);
          assert.deepEqual(await audit(page), [], `at ${width}`);
          if (folder) await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
        }
      });
});

/** What stands out of the page, or words of a plot that stand out of their picture. */
const cut = (page: PanelPage['page']): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page');
    for (const svg of document.querySelectorAll('.plot svg:not(.icon)')) {
      const box = svg.getBoundingClientRect();
      const field = svg.parentElement!.getBoundingClientRect();
      if (box.right > field.right + 1) found.push(`a plot of ${box.width} in ${field.width}`);
      for (const words of svg.querySelectorAll('text')) {
        const own = words.getBoundingClientRect();
        if (own.right > box.right + 1 || own.left < box.left - 1) found.push(`${words.textContent}`);
      }
    }
    return found;
  });
