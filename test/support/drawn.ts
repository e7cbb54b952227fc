import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from './browser';

/** What Mermaid made of a diagram in a browser: the texts of the picture in document order, or why there is none. */
export type Drawn = { readonly texts: readonly string[] } | { readonly error: string };

interface DrawingPage {
  readonly mermaid: {
    initialize(options: Record<string, unknown>): void;
    render(id: string, text: string): Promise<{ svg: string }>;
  };
}

/** Mermaid as it is released, on an empty page. */
export async function openDrawing(): Promise<{ draw(text: string): Promise<Drawn>; close(): Promise<void> }> {
  const browser = await openBrowser({ gpu: false });
  let page = await openPage(browser);
  let count = 0;
  return {
    async draw(text) {
      const id = `drawn-${count++}`;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Drawn>((resolve) => {
        timer = setTimeout(() => resolve({ error: 'it comes to no end' }), patience);
      });
      const drawn = await Promise.race([drawOn(page, text, id), late]);
      clearTimeout(timer);
      if ('error' in drawn && drawn.error === 'it comes to no end') page = await openPage(browser);
      return drawn;
    },
    close: () => browser.close(),
  };
}

/** Milliseconds for one picture, on a machine that does much else. */
const patience = 20_000;

async function openPage(browser: OpenBrowser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html><body></body></html>');
  await page.addScriptTag({ path: resolve('node_modules/mermaid/dist/mermaid.min.js') });
  await page.evaluate(() => (globalThis as unknown as DrawingPage).mermaid.initialize({ startOnLoad: false }));
  return page;
}

const drawOn = (page: Page, text: string, id: string): Promise<Drawn> =>
  page.evaluate(
    async ({ text, id }): Promise<Drawn> => {
      try {
        const { svg } = await (globalThis as unknown as DrawingPage).mermaid.render(id, text);
        const holder = document.createElement('div');
        holder.innerHTML = svg;
        const leaves = [...holder.querySelectorAll('svg text, svg foreignObject')];
        const outer = leaves.filter((leaf) => !leaf.parentElement?.closest('text, foreignObject'));
        return { texts: outer.map((leaf) => leaf.textContent ?? '') };
      } catch (error) {
        return { error: String((error as Error)?.message ?? error) };
      } finally {
        document.body.replaceChildren();
      }
    },
    { text, id },
  );
