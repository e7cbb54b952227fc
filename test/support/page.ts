import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { type BrowserOptions, openBrowser } from './browser';

export interface PageOptions extends BrowserOptions {
  /** A bundled module that the page runs. */
  readonly script: string;
  /** Answers a request for any other path, or not. */
  readonly serve?: (path: string) => Uint8Array | undefined;
  /** What the page says on its console. */
  readonly onConsole?: (text: string) => void;
}

export interface OpenPage {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens an empty page in a headless browser, served from 127.0.0.1 and so a secure context, and runs a script in it. */
export async function openPage({ script, serve, onConsole, ...browserOptions }: PageOptions): Promise<OpenPage> {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const [type, body] =
      path === '/'
        ? ['text/html', '<!doctype html><meta charset="utf-8"><title>page</title>']
        : path === '/script.js'
          ? ['text/javascript', script]
          : [contentType(path), serve?.(path)];
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await openBrowser(browserOptions);
  const page = await browser.newPage();
  page.on('console', (message) => onConsole?.(message.text()));
  page.on('pageerror', (error) => onConsole?.(String(error)));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.addScriptTag({ url: '/script.js', type: 'module' });
  return {
    page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

const contentType = (path: string): string =>
  path.endsWith('js') ? 'text/javascript' : path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
