import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Page } from 'playwright-core';
import { demosInPreview } from '../../src/extension/preview-demos';
import { artifacts, root } from '../../tools/support/paths.mjs';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { type EditorTheme, themeAttributes } from '../support/editor-themes';
import { until } from '../support/until';

const nonce = 'bm9uY2U';

/** The strict policy of VS Code 1.139's preview, where its files and an extension's come from one place. */
const policy = [
  "default-src 'none'",
  "img-src 'self' https: data:",
  "media-src 'self' https: data:",
  `script-src 'nonce-${nonce}'`,
  "style-src 'self' 'unsafe-inline' https: data:",
  "font-src 'self' https: data:",
].join('; ');

const md = demosInPreview(new MarkdownIt(), {
  isWanted: () => true,
  language: () =>
    JSON.stringify({
      name: 'de',
      sentences: {
        'Only this picture changes. In the Coursewright panel a knob is written into the text.': 'Nur dieses Bild.',
      },
    }),
  data: (demo) => (demo.includes('runs.csv') ? JSON.stringify({ 'runs.csv': { text: runs } }) : undefined),
});

const runs = ['N,D,L', ...[1e7, 1e8, 1e9].flatMap((n) => [1e9, 4e9, 1.6e10].map((d) => `${n},${d},${law(n, d)}`))].join(
  '\n',
);

function law(n: number, d: number): string {
  return (1.7 + 406 / n ** 0.34 + 410 / d ** 0.28).toFixed(5);
}

const moe = (title: string) =>
  `\`\`\`moe\ntitle: ${title}\nexperts: 8\ntop_k: 2\ntokens: 12\nseed: 3\nexpect:\n  active_fraction: 0.25\n\`\`\`\n`;
const lesson = (title: string) =>
  `# Caches\n\n${moe(title)}\nBetween.\n\n\`\`\`scaling-law\ntitle: Runs\ndata: { path: runs.csv, n: N, d: D, loss: L }\n\`\`\`\n`;

describe('the page of VS Code’s preview', function () {
  this.timeout(240_000);
  let server: Server;
  let browser: OpenBrowser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
    server = createServer(async ({ url = '' }, response) => {
      const { pathname, searchParams } = new URL(url, 'http://localhost');
      if (pathname === '/favicon.ico') response.writeHead(204).end();
      else if (pathname === '/never.png') return;
      else if (pathname !== '/') {
        response.setHeader('content-type', types[extname(pathname)] ?? 'application/octet-stream');
        response.end(await readFile(join(root, 'dist', 'media', pathname)));
      } else {
        const { style, kind } = themeAttributes((searchParams.get('theme') ?? 'dark') as EditorTheme);
        // The page is filled by a script of its own, after the extension's has begun.
        response.setHeader('content-type', 'text/html').end(`<!DOCTYPE html>
          <html style="${style.replaceAll('"', '&quot;')}"><head>
          <meta http-equiv="Content-Security-Policy" content="${policy}">
          <style>body { background: var(--vscode-editor-background); color: var(--vscode-editor-foreground) }</style></head>
          <body class="vscode-body ${kind}">${searchParams.has('never') ? '<img src="/never.png">' : ''}
          <script async nonce="${nonce}" src="/preview-loader.js"></script></body></html>`);
      }
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  /** What VS Code does with a page: it fills it once, then makes it like the new one, and tells of that. */
  const show = (markdown: string) =>
    page.evaluate((html) => {
      const filled = document.querySelector('.markdown-body');
      const next = document.createElement('div');
      next.className = 'markdown-body';
      next.innerHTML = html;
      if (!filled) {
        document.body.append(next);
        return;
      }
      const [old, now] = [[...filled.children], [...next.children]];
      for (const [i, after] of now.entries()) {
        const before = old[i];
        if (!before || before.tagName !== after.tagName) {
          if (before) before.replaceWith(after);
          else filled.append(after);
          continue;
        }
        for (const { name, value } of after.attributes) before.setAttribute(name, value);
        for (const { name } of [...before.attributes]) if (!after.hasAttribute(name)) before.removeAttribute(name);
        before.replaceChildren(...after.childNodes);
      }
      for (const gone of old.slice(now.length)) gone.remove();
      dispatchEvent(new CustomEvent('vscode.markdown.updateContent'));
    }, md.render(markdown));

  const open = async (theme: EditorTheme, markdown: string, never = '') => {
    page = await browser.newPage();
    page.setDefaultTimeout(100_000);
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?theme=${theme}${never}`, {
      waitUntil: never ? 'domcontentloaded' : 'load',
    });
    await show(markdown);
  };
  const demo = (kind: string) => page.locator(`.coursewright-demo[data-demo="${kind}"]`);
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)!));

  for (const theme of ['dark', 'light'] as const) {
    it(`shows a demo under the preview's policy, in ${theme} colours`, async () => {
      await open(theme, lesson('Eight experts'));
      await demo('moe').getByRole('heading', { name: 'Eight experts' }).waitFor();
      await demo('moe').getByText('The claim holds').waitFor();
      await demo('moe').locator('.proof[data-ran="gpu"]').waitFor();
      await page.screenshot({ path: join(artifacts, 'screenshots', `preview-page-${theme}.png`), fullPage: true });
    });
  }

  it('shows a demo where a picture of the page never comes', async () => {
    await open('dark', lesson('Eight experts'), '&never');
    await demo('moe').getByText('The claim holds').waitFor();
    assert.equal(await page.evaluate(() => document.readyState), 'interactive');
    await page.close();
    await open('light', lesson('Eight experts'));
  });

  it('has the numbers of a file that stands in the page', async () => {
    await demo('scaling-law').scrollIntoViewIfNeeded();
    await demo('scaling-law').locator('.demo-view svg:not(.icon)').first().waitFor();
    assert.equal(await demo('scaling-law').locator('.problems li').count(), 0);
  });

  it('changes the picture alone when a knob is turned, and says so in the language of the page', async () => {
    const experts = demo('moe').locator('[data-path="experts"] input[type="number"]');
    await experts.fill('16');
    await experts.press('Enter');
    await demo('moe').getByText('Nur dieses Bild.').waitFor();
    await demo('moe').getByText('The claim does not hold').waitFor();
  });

  it('follows the text, and keeps what the reader has opened', async () => {
    await demo('moe').getByText('More knobs').click();
    await show(lesson('Nine lives'));
    await demo('moe').getByRole('heading', { name: 'Nine lives' }).waitFor();
    assert.equal(await demo('moe').locator('.more-knobs[open]').count(), 1);
    await demo('moe').getByText('The claim holds').waitFor();
  });

  it('gives a block another demo when the text does, and lets go of one that is gone', async () => {
    await show('# Caches\n\n```mla\nlayers: 6\n```\n');
    await demo('mla').locator('.demo-view > *').first().waitFor();
    assert.equal(await page.locator('.coursewright-demo').count(), 1);
    await until(
      async () => (await demo('mla').locator('.demo[data-demo="mla"]').count()) === 1,
      'the view of its kind',
    );
  });

  it('loads nothing where there are no demos, and all that is needed when one comes', async () => {
    await open('dark', '# Words\n\n```python\nmoe = 1\n```\n');
    await until(async () => (await loaded()).includes('preview-loader.js'), 'the loader');
    await show('# More words\n');
    assert.deepEqual(
      (await loaded()).filter((name) => name.startsWith('preview')),
      ['preview-loader.js'],
    );
    await show(`# Words\n\n${moe('Late')}`);
    await demo('moe').getByRole('heading', { name: 'Late' }).waitFor();
  });

  it('asks for nothing that the policy forbids, and fails in nothing', () => assert.deepEqual(complaints, []));
});
