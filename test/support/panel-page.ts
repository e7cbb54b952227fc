import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Language, sourceLanguage } from '../../src/core/l10n/say';
import { symbolsOf } from '../../src/core/mermaid/scan-diagram';
import { panelContents, panelSubject } from '../../src/core/panel/panel-subject';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { panelPage } from '../../src/extension/panel-page';
import type { FromPanel, Reply, ToPanel } from '../../src/protocol';
import { root } from '../../tools/support/paths.mjs';
import { type EditorTheme, themeAttributes } from './editor-themes';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Serves the built panel as VS Code would: its files from one place, its page under its own policy.
 * @param policy false for a page that nothing guards but its own code
 * @param language what the page speaks
 */
export async function servePanel(
  policy = true,
  language: Language = sourceLanguage,
): Promise<{ url(theme: EditorTheme): string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams, origin } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (pathname === '/') {
      const nonce = 'bm9uY2U';
      const page = panelPage({
        script: '/panel.js',
        style: '/panel.css',
        cspSource: origin,
        language,
        nonce,
      });
      const { style, kind } = themeAttributes((searchParams.get('theme') ?? 'dark') as EditorTheme);
      response.setHeader('content-type', 'text/html');
      response.end(
        (policy ? page : page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
          .replace('<html', `<html style="${style.replaceAll('"', '&quot;')}"`)
          .replace('<body', `<body class="${kind}"`),
      );
      return;
    }
    if (pathname === '/favicon.ico') {
      response.statusCode = 204;
      response.end();
      return;
    }
    try {
      const file = await readFile(join(root, 'dist', 'media', pathname));
      response.setHeader('content-type', types[extname(pathname)] ?? 'application/octet-stream');
      response.end(file);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: (theme) => `http://127.0.0.1:${port}/?theme=${theme}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** A panel in a browser page, and the extension's side of it in the test's hands. */
export class PanelPage {
  readonly page: Page;
  /** What the page has sent, requests among it. */
  readonly sent: FromPanel[] = [];
  /** What went wrong on the page: refused by its policy, thrown, or not found. */
  readonly complaints: string[] = [];
  answer: (message: FromPanel & { type: 'request' }) => Reply<unknown> | Promise<Reply<unknown>> = ({ method }) => ({
    ok: method === 'search' ? { hits: [], total: 0 } : method === 'explain' ? [] : true,
  });

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, url: string, state: unknown = null): Promise<PanelPage> {
    const panel = new PanelPage(page);
    page.on('pageerror', (error) => panel.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') panel.complaints.push(message.text());
    });
    await page.exposeFunction('sendToExtension', (message: FromPanel) => panel.#receive(message));
    // The test runner's compiler names functions by a helper that a page lacks.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript((saved) => {
      let kept: unknown = saved;
      const send = (window as unknown as { sendToExtension(message: unknown): void }).sendToExtension;
      Object.assign(window, {
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => send(JSON.parse(JSON.stringify(message))),
          getState: () => kept,
          setState: (value: unknown) => {
            kept = value;
            Object.assign(window, { keptState: value });
          },
        }),
      });
    }, state);
    await page.goto(url);
    await panel.until(() => panel.sent.some((message) => message.type === 'ready'));
    return panel;
  }

  async post(message: ToPanel): Promise<void> {
    // As a text: the driver's own way to hand over an object takes long over a large one.
    await this.page.evaluate((data) => window.postMessage(JSON.parse(data), '*'), JSON.stringify(message));
  }

  /** Shows the diagram or demo of a text, found as the server finds it. */
  async show(
    text: string,
    choice: { offset: number } | { index: number } = { index: 0 },
    version = 1,
    readOnly = false,
  ): Promise<void> {
    const document = parseCourseDocument({ uri: 'file:///course.md', text, version }, 'markdown');
    const subject = panelSubject(document, choice, symbolsOf) ?? null;
    const contents = panelContents(document);
    await this.post({ type: 'subject', subject, contents, unread: null, document: 'course.md', readOnly });
  }

  /** Waits until the picture on the stage has been drawn. */
  async drawn(): Promise<void> {
    await this.page.waitForSelector('.tree:not([aria-busy]) .canvas > svg:first-child:not(.marks)', {
      timeout: 60_000,
    });
    // The frame may have another size by now, into which the picture is fitted before it is painted.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The last message of a type that the page has sent. */
  last<T extends FromPanel['type']>(type: T): (FromPanel & { type: T }) | undefined {
    return this.sent.filter((message): message is FromPanel & { type: T } => message.type === type).at(-1);
  }

  async until(condition: () => boolean | Promise<boolean>, timeout = 60_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`waited in vain for ${condition}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async retheme(theme: EditorTheme): Promise<void> {
    await this.page.evaluate(({ style, kind }) => {
      document.documentElement.setAttribute('style', style);
      document.body.className = kind;
    }, themeAttributes(theme));
  }

  #receive(message: FromPanel): void {
    this.sent.push(message);
    if (message.type !== 'request') return;
    void this.#answer(message);
  }

  async #answer(message: FromPanel & { type: 'request' }): Promise<void> {
    await this.post({ type: 'reply', id: message.id, reply: await this.answer(message) });
  }
}
