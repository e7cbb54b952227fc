import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { artifacts } from '../../tools/support/paths.mjs';
import { type ServedVscode, serveVscode } from '../../tools/support/serve-vscode.mjs';
import { keepLog } from '../support/keep-log';
import { until } from '../support/until';
import { Workbench } from '../support/workbench';
import { newPage, openCourse } from './installed';

const lesson = [
  '# Caches',
  '',
  'A first look at the cache, and at nothing else.',
  '',
  '```moe',
  'title: Eight experts',
  'experts: 8',
  'top_k: 2',
  'tokens: 12',
  'seed: 3',
  'expect:',
  '  active_fraction: 0.25',
  '```',
  '',
  '- In a list:',
  '',
  '  ```yaml demo=compute',
  '  let:',
  '    - layers = 61',
  '    - cache = layers * 576 * 2 bytes',
  '  expect:',
  '    cache: 71 kB',
  '  ```',
  '',
  '```scaling-law',
  'title: Runs of our own',
  'data: { path: runs.csv, n: N, d: D, loss: L }',
  '```',
  '',
  '```python',
  'moe = 1',
  '```',
  '',
].join('\n');

const runs = [
  'N,D,L',
  ...[1e7, 1e8, 1e9].flatMap((n) =>
    [1e9, 4e9, 1.6e10].map((d) => `${n},${d},${(1.7 + 406 / n ** 0.34 + 410 / d ** 0.28).toFixed(5)}`),
  ),
  '',
].join('\n');

function course(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coursewright-preview-'));
  writeFileSync(join(folder, 'lesson.md'), lesson);
  writeFileSync(join(folder, 'plain.md'), '# Nothing to show\n\nJust words.\n\n```python\nmoe = 1\n```\n');
  writeFileSync(join(folder, 'glossary.md'), '# Glossary\n\n**Cache** (KVC): what is *kept* for later.\n');
  writeFileSync(join(folder, 'runs.csv'), runs);
  return folder;
}

/**
 * The page of the preview, which VS Code replaces by another one now and then (a file was read, terms became known): what is
 * looked for is looked for anew each time.
 */
const pageOf = (workbench: Workbench): FrameLocator =>
  workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');

/** Opens the preview of a file beside its source by its keys, and waits until it shows something. */
async function preview(workbench: Workbench, name: string, holding: string): Promise<FrameLocator> {
  const page = pageOf(workbench);
  await workbench.goTo(1);
  await until(async () => {
    // The keys are the preview's while a text of markdown is the one that is written in, and the preview takes the focus.
    for (const key of ['Control+1', 'Control+K', 'v']) await workbench.page.keyboard.press(key);
    return workbench.page
      .locator('.tab', { hasText: `Preview ${name}` })
      .waitFor({ timeout: 30_000 })
      .then(
        () => true,
        () => false,
      );
  }, 'a preview');
  await page.locator(holding).first().waitFor();
  return page;
}

/** Opens the page without demos beside the preview: not over it, as where the preview has the keys. */
async function openPlain(workbench: Workbench): Promise<void> {
  await workbench.goTo(1);
  await workbench.open('plain.md');
}

/** Which of our scripts the page has loaded. */
const scripts = (page: FrameLocator): Promise<string[]> =>
  page
    .locator('body')
    .evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)!));

describe('VS Code’s own preview of markdown', function () {
  this.timeout(480_000);
  let workbench: Workbench;
  let page: FrameLocator;

  const demo = (kind: string) => page.locator(`.coursewright-demo[data-demo="${kind}"]`);
  const experts = () => demo('moe').locator('[data-path="experts"] input[type="number"]');

  before(async () => {
    workbench = await openCourse(course(), 'lesson.md', { theme: 'Default Dark Modern' });
    page = await preview(workbench, 'lesson.md', '.coursewright-demo .demo-view > *');
  });
  after(() => workbench?.close());

  it('shows a demo with its picture, its claims and the proof of its numbers', async () => {
    await demo('moe').getByRole('heading', { name: 'Eight experts' }).waitFor();
    await demo('moe').getByText('The claim holds').waitFor();
    await demo('moe').locator('.proof[data-ran="gpu"]').waitFor();
    await demo('moe').locator('.demo-view svg:not(.icon)').first().waitFor();
    await workbench.screenshot('preview-dark');
    assert.equal(await page.locator('#code-csp-warning').count(), 0);
  });

  it('underlines a term of the glossary and tells what it means', async () => {
    const term = page.locator('dfn.coursewright-term');
    await term.first().waitFor();
    assert.deepEqual(await term.allInnerTexts(), ['cache']);
    assert.equal(await term.getAttribute('title'), 'what is kept for later.');
    const line = await term.evaluate((word) => getComputedStyle(word).textDecoration);
    assert.match(line, /underline dotted/);
  });

  it('shows one in a list, and leaves other code as it is', async () => {
    await demo('compute').scrollIntoViewIfNeeded();
    await demo('compute')
      .getByText('The claim does not hold')
      .or(demo('compute').getByText('The claim holds'))
      .waitFor();
    assert.equal(await page.locator('.coursewright-demo').count(), 3);
    assert.match(await page.locator('pre code.language-python').innerText(), /moe = 1/);
  });

  it('shows one that reads a file of the course, and follows the file', async () => {
    await demo('scaling-law').scrollIntoViewIfNeeded();
    const text = () => demo('scaling-law').locator('.demo-view').innerText();
    await demo('scaling-law').locator('.demo-view svg:not(.icon)').first().waitFor();
    assert.equal(await demo('scaling-law').locator('.problems li').count(), 0);
    await until(async () => /\d/.test(await text()), 'numbers');
    const before = await text();
    writeFileSync(
      join(workbench.folder, 'runs.csv'),
      runs.replace('1000000000,1000000000,', '1000000000,1000000000,9'),
    );
    await until(async () => (await text().catch(() => before)) !== before, 'other numbers');
    assert.equal(await demo('scaling-law').locator('.problems li').count(), 0);
  });

  it('lets knobs be turned without a change of the text, and says so', async () => {
    await demo('moe').scrollIntoViewIfNeeded();
    await experts().fill('16');
    await experts().press('Enter');
    await demo('moe').getByText('Only this picture changes.').waitFor();
    await demo('moe').getByText('The claim does not hold').waitFor();
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
  });

  it('follows what is typed, and keeps what the reader has opened', async () => {
    await demo('moe').getByText('More knobs').click();
    await demo('moe').evaluate((block) => Object.assign(block.shadowRoot!, { before: true }));
    await workbench.goTo(3, 1);
    await workbench.page.keyboard.type('Now: ');
    await page.getByText('Now: A first look').waitFor();
    await workbench.goTo(6, 8);
    await workbench.page.keyboard.type('Only ');
    await demo('moe').getByRole('heading', { name: 'Only Eight experts' }).waitFor();
    assert.ok(await demo('moe').evaluate((block) => 'before' in block.shadowRoot!), 'the same demo');
    assert.equal(await demo('moe').locator('.more-knobs[open]').count(), 1);
    await until(async () => (await experts().inputValue()) === '8', 'the knob as the text has it');
  });

  it('shows a fence that is being written, and one that is gone no more', async () => {
    const { keyboard } = workbench.page;
    await workbench.goTo(5, 1);
    for (let line = 0; line < 9; line++) await keyboard.press('Control+Shift+K');
    await until(async () => (await page.locator('.coursewright-demo').count()) === 2, 'two demos');
    await keyboard.press('Control+Z');
    for (let line = 0; line < 8; line++) await keyboard.press('Control+Z');
    await until(async () => (await demo('moe').count()) === 1, 'the demo again');
    await demo('moe').locator('.demo-view svg:not(.icon)').first().waitFor();
  });

  it('follows the theme', async () => {
    const ink = () =>
      demo('moe')
        .locator('.demo h1')
        .evaluate((title) => getComputedStyle(title).color);
    const dark = await ink();
    await workbench.command('Preferences: Toggle between Light/Dark Themes');
    await until(async () => (await ink()) !== dark, 'other colours');
    await workbench.screenshot('preview-light');
  });

  it('loads nothing for a page without demos', async () => {
    await openPlain(workbench);
    const plain = await preview(workbench, 'plain.md', 'p:has-text("Just words.")');
    const loaded = await scripts(plain);
    assert.ok(loaded.includes('preview-loader.js'), loaded.join(' '));
    assert.deepEqual(await workbench.complaints(), []);
  });
});

describe('VS Code’s own preview of markdown, where the workspace is not trusted', function () {
  this.timeout(480_000);
  let vscode: ServedVscode;
  let workbench: Workbench;

  before(async () => {
    vscode = await serveVscode({
      vsix: join(artifacts, 'coursewright.vsix'),
      trusted: false,
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    const folder = course();
    workbench = new Workbench(await newPage(), folder);
    await workbench.page.goto(vscode.address({ folder, file: join(folder, 'lesson.md') }));
    await workbench.ready();
  });
  after(async () => {
    await workbench?.close();
    await vscode?.stop();
    keepLog('untrusted-server', vscode.log());
  });

  it('shows demos as code, and terms as words', async () => {
    const page = await preview(workbench, 'lesson.md', 'pre code:has-text("experts: 8")');
    assert.equal(await page.locator('.coursewright-demo, .coursewright-term').count(), 0);
    const loaded = await scripts(page);
    assert.ok(loaded.includes('preview-loader.js') && !loaded.includes('preview.js'), loaded.join(' '));
    await workbench.screenshot('preview-untrusted');
  });
});
