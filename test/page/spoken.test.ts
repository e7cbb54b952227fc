import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sentencesSaid } from '../../tools/support/sentences.mjs';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { demoTexts } from '../support/demo-texts';
import { PanelPage, servePanel } from '../support/panel-page';

/** Names of models, laws, methods, machines and formats, units, and what published growth calls its quantities. */
const names = new Set(
  `dgx gb nvl deepseek gemma gpt llama mixtral qwen hoffmann besiroglu kaplan approach unrounded early openwebtext
  DeepSeek Coder Instruct Zero bench Lite megatron transformers halving tree hierarchical softmax top loss nano float
  WebGPU bytes device memory interconnect bandwidth peak training compute one sms`.split(/\s+/),
);

/** Elements that show keys and values of the fence, names to choose from, and sources as they are cited. */
const asWritten = 'label, select, option, code, h1, .title, td.long, tr.below, script, style';

/** Every text of a page that a person sees or hears. */
const textsOf = (page: Page, skip: string): Promise<string[]> =>
  page.evaluate((without) => {
    const texts: string[] = [];
    for (const element of document.querySelectorAll('body, body *')) {
      if (element.closest(without)) continue;
      for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt']) {
        texts.push(element.getAttribute(name) ?? '');
      }
      for (const node of element.childNodes) if (node instanceof Text) texts.push(node.data);
    }
    return texts.filter((text) => text.trim());
  }, skip);

describe('what the panel says', function () {
  this.timeout(240_000);
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;

  // A language in which every sentence is known by its brackets.
  before(async () => {
    const sentences = Object.fromEntries([...sentencesSaid().keys()].map((key) => [key, `⟦${key}⟧`]));
    [browser, served] = await Promise.all([openBrowser(), servePanel(true, { name: 'qps', sentences })]);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });

  /** The words of texts that no table has given, nor the lesson. */
  const unsaid = (texts: readonly string[], lesson: string): string[] => {
    const ofLesson = new Set(lesson.match(/\p{L}+/gu));
    return texts.flatMap((text) => {
      let rest = text;
      for (let before = ''; rest !== before; ) {
        before = rest;
        rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
      }
      const words = rest.match(/\p{L}{3,}/gu)?.filter((word) => !/^\p{Lu}+$|^[KMGT]iB$/u.test(word)) ?? [];
      return words.some((word) => !names.has(word) && !ofLesson.has(word)) ? [text] : [];
    });
  };

  for (const [kind, lesson] of Object.entries(demoTexts)) {
    it(`of ${kind} is what the tables of its language give`, async () => {
      const page = await browser.newPage();
      const panel = await PanelPage.open(page, served.url('dark'));
      await panel.show(lesson);
      await page.waitForSelector('.demo:not([aria-busy]) .demo-view > *', { timeout: 60_000 });
      const texts = await textsOf(page, asWritten);
      assert.ok(texts.filter((text) => text.includes('⟦')).length > 3);
      assert.deepEqual(unsaid(texts, lesson), []);
      await page.close();
    });
  }

  it('of a diagram, too', async () => {
    const lesson =
      '# Tree\n\n```mermaid\nflowchart TD\n  subgraph Group\n    Alpha --> Beta\n  end\n  Beta -->|goes| Gamma\n```\n';
    const page = await browser.newPage();
    const panel = await PanelPage.open(page, served.url('dark'));
    await panel.show(lesson);
    await page.locator('svg .node').first().waitFor();
    assert.deepEqual(unsaid(await textsOf(page, asWritten), `${lesson} flowchart`), []);
    await page.close();
  });
});
