import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { hostileDiagrams, hostileMarkup } from '../support/hostile-diagrams';
import { PanelPage, servePanel } from '../support/panel-page';

/** What the page has asked for beyond its own files, and what has run in it that is not its own. */
async function watched(browser: OpenBrowser, url: string) {
  const page: Page = await browser.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    const address = route.request().url();
    if (/^(?:data|blob):/.test(address) || /\/(?:\?theme=\w+|favicon\.ico|[\w.-]+\.(?:js|css))$/.test(address)) {
      await route.continue();
      return;
    }
    asked.push(address);
    await route.abort();
  });
  await page.addInitScript(() => Object.assign(window, { hacked: 0 }));
  const panel = await PanelPage.open(page, url);
  return { page, panel, asked };
}

/** Milliseconds for hundreds of diagrams, on a machine that is busy with other things. */
const patience = 480_000;

/** What a saved picture would load from elsewhere; a link is followed by a person alone. */
const remoteIn = (page: Page, saved: string) =>
  page.evaluate((text) => {
    const all = [...new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('*')];
    const remote = (value: string) => /url\(\s*["']?(?!["']?(?:#|data:))|@import/i.test(value);
    return all.flatMap((one) => [
      ...(one.localName === 'style' && remote(one.textContent ?? '') ? ['styles'] : []),
      ...[...one.attributes].flatMap(({ name, value }) => {
        const loads = /(?:href|src|srcset|data|poster|background)$/.test(name) && one.localName !== 'a';
        return remote(value) || (loads && !/^(?:#|data:)/.test(value)) ? [`${one.localName} ${name}=${value}`] : [];
      }),
    ]);
  }, saved);

/** What a saved picture asks for, or runs, where a browser opens it as a document that no policy guards. */
async function opened(browser: OpenBrowser, svg: string): Promise<string[]> {
  const page = await browser.newPage();
  const address = 'http://picture.example/saved.svg';
  const done: string[] = [];
  page.on('dialog', (dialog) => {
    done.push(dialog.message());
    void dialog.dismiss();
  });
  await page.route('**/*', async (route) => {
    const asked = route.request().url();
    if (asked === address) return route.fulfill({ contentType: 'image/svg+xml', body: svg });
    if (!/^data:/.test(asked)) done.push(asked);
    return route.abort();
  });
  await page.goto(address);
  const scripts = await page.evaluate(() => document.querySelectorAll('script').length);
  if (scripts > 0) done.push(`${scripts} scripts`);
  await page.close();
  return done;
}

/** What is no message, and messages with junk inside. */
const junk: readonly unknown[] = [
  null,
  undefined,
  7,
  'subject',
  [],
  {},
  ...[
    'subject',
    'problems',
    'light',
    'progress',
    'command',
    'kit',
    'reading',
    'reply',
    'constructor',
    '__proto__',
  ].flatMap((type) => [
    { type },
    ...[null, 7, 'x', [], {}, [null], { length: 3 }].map((one) => ({ type, ...filledWith(one) })),
  ]),
  { type: 'light', part: { node: '"]</style><img src=x onerror="hacked=1">' } },
  { type: 'progress', states: { '"] , *': 'done', __proto__: 'doing' } },
];

/** Every field that a message may have, with the same value. */
function filledWith(value: unknown): Record<string, unknown> {
  const fields = [
    'subject',
    'contents',
    'document',
    'readOnly',
    'problems',
    'part',
    'states',
    'command',
    'kit',
    'page',
  ];
  return Object.fromEntries([...fields, 'recall', 'reading', 'id', 'reply'].map((name) => [name, value]));
}

describe('messages that are none', () => {
  it('change nothing on the page, and are no error', async () => {
    const browser = await openBrowser({ gpu: false });
    const served = await servePanel();
    const panel = await PanelPage.open(await browser.newPage(), served.url('dark'));
    const shown = async (id: string) => panel.page.locator(`.canvas [data-node="${id}"]`).first().waitFor();
    await panel.show('# A\n\n```mermaid\nflowchart TD\n  Gate --> Latch\n```\n');
    await shown('Gate');
    for (const one of junk) await panel.page.evaluate((data) => window.postMessage(data, '*'), one);
    await panel.page.evaluate(() => new Promise((done) => setTimeout(done)));
    await shown('Gate');
    await panel.show('# B\n\n```mermaid\nflowchart TD\n  Router\n```\n', { index: 0 }, 2);
    await shown('Router');
    assert.deepEqual(panel.complaints, []);
    await browser.close();
    await served.close();
  }).timeout(patience);
});

describe('hostile diagrams on a page without a policy', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;

  before(async () => {
    browser = await openBrowser({ gpu: false });
    served = await servePanel(false);
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  it('knows a request when one is made', async () => {
    const { page, asked } = await watched(browser, served.url('dark'));
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('img'), { src: 'https://evil.example/x.png' }));
    });
    for (let i = 0; i < 100 && asked.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(asked, ['https://evil.example/x.png']);
    await page.close();
    const picture = '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/x.png"/><script/></svg>';
    assert.deepEqual(await opened(browser, picture), ['https://evil.example/x.png', '1 scripts']);
  });

  for (const [kind, diagrams] of Object.entries(hostileDiagrams)) {
    it(`ask for nothing and run nothing: ${kind} (${diagrams.length})`, async () => {
      const { page, panel, asked } = await watched(browser, served.url('dark'));
      for (const [index, text] of diagrams.entries()) {
        await panel.show(`# ${index}\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`, { index: 0 }, index + 1);
        await page.waitForSelector('.tree:not([aria-busy])', { timeout: 60_000 });
        // Two frames, in which whatever was to be loaded would have begun.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        assert.deepEqual(asked, [], text);
        assert.equal(await page.evaluate(() => (window as unknown as { hacked: number }).hacked), 0, text);
      }
      await page.close();
    }).timeout(patience);
  }

  it('ask for nothing and run nothing where Mermaid does not draw, whatever the picture that comes', async () => {
    const { page, panel, asked } = await watched(browser, served.url('dark'));
    const many = (letter: string) => Array.from({ length: 31 }, (_, i) => `${letter}${i}`).join(' & ');
    const pictures = hostileMarkup.flatMap((text) => [text, `<foreignObject>${text}</foreignObject>`]);
    for (const [index, text] of pictures.entries()) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" id="p${index}" viewBox="0 0 9 9">${text}</svg>`;
      panel.answer = ({ method }) => ({ ok: method === 'picture' ? { svg } : true });
      await panel.show(
        `\`\`\`mermaid\ngraph TD\n${many('A')} --> ${many('B')}\n%% ${index}\n\`\`\`\n`,
        { index: 0 },
        index + 1,
      );
      await page.locator(`.canvas #p${index}`).waitFor({ state: 'attached' });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(asked, [], text);
      assert.equal(await page.evaluate(() => (window as unknown as { hacked: number }).hacked), 0, text);
    }
    await page.close();
  }).timeout(patience);

  it('leave nothing remote in a saved picture', async () => {
    const { page, panel, asked } = await watched(browser, served.url('dark'));
    let saved = '';
    panel.answer = (message) => {
      if (message.method === 'saveFile') saved = Buffer.from(message.params.base64, 'base64').toString();
      return { ok: true };
    };
    const { styles, 'pictures and links': pictures } = hostileDiagrams;
    const labels = hostileDiagrams['labels of a flowchart']!;
    for (const [index, text] of [
      ...labels.slice(0, 30),
      ...styles!.slice(0, 20),
      ...pictures!.slice(0, 10),
    ].entries()) {
      saved = '';
      await panel.show(`# ${index}\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`, { index: 0 }, index + 1);
      await page.waitForSelector('.tree:not([aria-busy])', { timeout: 60_000 });
      if ((await page.locator('.note:not([hidden])').count()) > 0) continue;
      await page.getByRole('button', { name: 'Save or copy' }).click();
      await page.getByRole('menuitem', { name: 'Save as SVG…' }).click();
      await panel.until(() => saved !== '');
      assert.deepEqual(await remoteIn(page, saved), [], text);
      assert.deepEqual(asked, [], text);
      assert.deepEqual(await opened(browser, saved), [], text);
    }
    await page.close();
  }).timeout(patience);
});
