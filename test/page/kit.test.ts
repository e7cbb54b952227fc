import assert from 'node:assert/strict';
import { overviewSource } from '../../src/core/features/overview/course-overview';
import { teachingKit } from '../../src/core/overview/teaching-kit';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { readingOf } from '../../src/core/speech/reading';
import type { RecallStates, TeachingKit } from '../../src/protocol';
import { dayOf } from '../../webview/kit/recall';
import { audit } from '../support/audit';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { type EditorTheme, editorThemes } from '../support/editor-themes';
import { memoryCourse, memoryRoot } from '../support/memory-course';
import { PanelPage, servePanel } from '../support/panel-page';

const files = {
  'README.md': '# Weaving\n',
  'glossary.md': '# Glossary\n\n- **🎨 Dye (DY):** Gives *colour*.\n- **🪢 Knot (KN):** Holds.\n',
  'loom.md':
    '# The Loom\n\n## Parts\n\n1. Frame\n\n```mermaid\nflowchart LR\n A["Weft"] -->|on| B["Cloth and Colour"]\n```\n\n```python\nimport numpy\n```\n',
  'cloth.md': '# Cloth and Colour\n',
};

const lesson = '# A\n\n## Rows\n\nEach row sums to $x^2$. It is fast.\n\nLast.\n';

describe('the teaching kit on its page', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;
  let panel: PanelPage;
  let kit: TeachingKit;

  /** A voice that says what it is given when the test has it finish, and nothing else. */
  const withVoice = (voices: number) => `
    const said = [];
    let current;
    Object.defineProperty(window, 'speechSynthesis', { value: {
      getVoices: () => Array(${voices}).fill({}),
      addEventListener: () => {},
      speak: (utterance) => { current = utterance; said.push([utterance.text, utterance.rate]); },
      cancel: () => { current = undefined; },
    } });
    window.said = said;
    window.finish = () => current.onend();
  `;
  const read = async (theme: EditorTheme = 'dark', voices = 1) => {
    const tab = await browser.newPage();
    await tab.setViewportSize({ width: 700, height: 600 });
    await tab.addInitScript(withVoice(voices));
    panel = await PanelPage.open(tab, served.url(theme));
    const document = parseCourseDocument({ uri: 'file:///a.md', text: lesson, version: 1 }, 'markdown');
    await panel.post({ type: 'reading', reading: readingOf(document, lesson.length) });
    await panel.page.locator('.reading').waitFor();
  };
  const said = () => panel.page.evaluate(() => (window as unknown as { said: [string, number][] }).said);
  const finish = () => panel.page.evaluate(() => (window as unknown as { finish(): void }).finish());
  const current = () => panel.page.locator('[aria-current]').allTextContents();

  const open = async (page: 'overview' | 'cards', theme: EditorTheme = 'dark', recall: RecallStates = {}) => {
    const tab = await browser.newPage();
    await tab.setViewportSize({ width: 700, height: 600 });
    panel = await PanelPage.open(tab, served.url(theme));
    panel.answer = () => ({ ok: null });
    await panel.post({ type: 'kit', kit, page, recall });
    await panel.page.locator(page === 'cards' ? '.cards' : '.overview').waitFor();
  };
  const keys = async (...pressed: string[]) => {
    for (const key of pressed) await panel.page.keyboard.press(key);
  };
  const front = () => panel.page.locator('.card-front').textContent();

  before(async () => {
    browser = await openBrowser({ gpu: false });
    served = await servePanel();
    kit = teachingKit((await overviewSource(memoryCourse(files).course, `${memoryRoot}/OVERVIEW.md`))!);
  });
  afterEach(async () => {
    const complaints = panel.complaints.splice(0);
    await panel.page.close();
    assert.deepEqual(complaints, []);
  });
  after(async () => {
    await browser.close();
    await served.close();
  });

  it('shows every part, leads from a line to its source, draws the diagram and says what is left out', async () => {
    await open('overview');
    assert.deepEqual(
      await panel.page.locator('.overview h2').allTextContents(),
      kit.parts.map(({ title }) => title),
    );
    await panel.page.locator('figure svg').waitFor();
    await panel.page.getByRole('button', { name: '1 Frame' }).click();
    await panel.until(() => panel.last('reveal') !== undefined);
    assert.deepEqual([panel.last('reveal')?.uri, panel.last('reveal')?.range.start.line], [`${memoryRoot}/loom.md`, 4]);
    assert.match((await panel.page.locator('.overview-missing').textContent())!, /JavaScript libraries/);
    await panel.page.getByRole('button', { name: 'Copy' }).click();
    await panel.until(() => panel.last('request')?.method === 'copyText');
  });

  it('draws its diagram although the document’s own was being drawn', async () => {
    const tab = await browser.newPage();
    panel = await PanelPage.open(tab, served.url('dark'));
    await panel.show('# A\n\n```mermaid\nflowchart TD\n LW[Linear] -->|projects| AE[Attention]\n```\n');
    // A page that has just said that it listens can be told twice.
    for (let i = 0; i < 2; i++) await panel.post({ type: 'kit', kit, page: 'overview', recall: {} });
    await panel.page.locator('figure svg').waitFor();
  });

  it('stays while the cursor moves, and goes back to the document', async () => {
    await open('overview');
    await panel.show('```mermaid\ngraph TD\n A --> B\n```\n');
    assert.equal(await panel.page.locator('.overview').count(), 1);
    await panel.page.getByRole('button', { name: 'Back to the document' }).click();
    await panel.drawn();
    assert.deepEqual(panel.last('closeInPlace'), { type: 'closeInPlace' });
  });

  it('follows the course when it is made anew, on the page that a person has gone to', async () => {
    await open('overview');
    const edited = { ...kit, parts: kit.parts.slice(0, 1) };
    await panel.post({ type: 'kit', kit: edited, page: 'overview', recall: {}, again: true });
    await panel.until(async () => (await panel.page.locator('.overview h2').count()) === 1);
    await panel.page.getByRole('button', { name: 'Flash cards' }).click();
    await panel.post({ type: 'kit', kit, page: 'overview', recall: {}, again: true });
    assert.equal(await panel.page.locator('.cards').count(), 1);
    await panel.page.getByRole('button', { name: 'Overview' }).click();
    await panel.until(async () => (await panel.page.locator('.overview h2').count()) === kit.parts.length);
  });

  it('asks cards by keyboard alone, and keeps what was known', async () => {
    await open('cards', 'dark', { knot: { box: 2, due: dayOf(new Date()) } });
    assert.equal(await front(), '🪢 KN', 'what is due comes before what is new');
    assert.equal(await panel.page.locator('.card-back').count(), 0);
    await keys('Space');
    assert.match((await panel.page.locator('.card-back').textContent())!, /Knot.*Holds/);
    await keys('2');
    await panel.until(() => panel.last('request')?.method === 'keepRecall');
    assert.deepEqual(panel.last('request')?.params, { id: 'knot', box: 3, due: dayOf(new Date()) + 4 });
    assert.equal(await front(), '🎨 DY');
    await keys('Space', '1');
    assert.equal(await front(), '🎨 DY', 'what was not known comes again');
    await keys('Space', '2');
    await panel.page.locator('.cards-done').waitFor();
    await keys('Enter');
    await panel.page.locator('.card-front').waitFor();
  });

  it('reads a section aloud, marks the sentence, and stops, goes on and changes its speed', async () => {
    await read();
    await keys('Enter');
    assert.deepEqual(await said(), [['Rows', 1]]);
    await finish();
    assert.deepEqual((await said()).at(-1), ['Each row sums to x squared.', 1]);
    assert.deepEqual(await current(), ['Each row sums to $x^2$.']);
    await panel.page.getByLabel('Speed').selectOption('1.5');
    assert.deepEqual((await said()).at(-1), ['Each row sums to x squared.', 1.5]);
    await keys('Escape');
    assert.deepEqual(await current(), []);
    assert.equal(await panel.page.getByRole('button', { name: 'Read aloud' }).count(), 1);
    await panel.page.getByRole('button', { name: 'Last.' }).click();
    assert.deepEqual((await said()).at(-1), ['Last.', 1.5]);
    await panel.until(() => panel.last('reveal')?.range.start.line === 6);
    await finish();
    assert.deepEqual(await current(), []);
  });

  it('reads the terms of the overview aloud, and falls silent when it is left', async () => {
    const tab = await browser.newPage();
    await tab.addInitScript(withVoice(1));
    panel = await PanelPage.open(tab, served.url('dark'));
    await panel.post({ type: 'kit', kit, page: 'overview', recall: {} });
    await panel.page.getByRole('button', { name: 'Read aloud: Terms' }).click();
    await panel.page.getByRole('button', { name: 'Read aloud', exact: true }).click();
    assert.deepEqual((await said()).at(-1), ['Dye. Gives colour.', 1]);
    await panel.page.getByRole('button', { name: 'Back to the overview' }).click();
    assert.equal(await panel.page.locator('.overview').count(), 1);
    assert.deepEqual(await current(), []);
  });

  it('says where there is no voice', async () => {
    await read('dark', 0);
    assert.match((await panel.page.locator('.reading [role=status]').textContent())!, /no voice to read with/);
    assert.equal(await panel.page.getByRole('button', { name: 'Read aloud' }).isDisabled(), true);
  });

  for (const theme of Object.keys(editorThemes) as EditorTheme[]) {
    for (const page of ['overview', 'cards'] as const) {
      it(`leaves axe nothing to say of ${page} in ${theme}`, async () => {
        await open(page, theme);
        if (page === 'overview') await panel.page.locator('figure svg').waitFor();
        else await keys('Space');
        assert.deepEqual(await audit(panel.page), []);
      });
    }

    it(`leaves axe nothing to say of what is read in ${theme}`, async () => {
      await read(theme);
      await keys('Enter');
      assert.deepEqual(await audit(panel.page), []);
    });
  }
});
