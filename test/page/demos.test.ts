import assert from 'node:assert/strict';
import type { FromPanel } from '../../src/protocol';
import { audit } from '../support/audit';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { type EditorTheme, editorThemes } from '../support/editor-themes';
import { PanelPage, servePanel } from '../support/panel-page';

const fence = (kind: string, ...lines: string[]) => ['# Lesson', '', `\`\`\`${kind}`, ...lines, '```', ''].join('\n');

const demos: Readonly<Record<string, string>> = {
  attention: fence('attention', 'text: the cat sat', 'temperature: 1 # warm', 'expect:', '  row_sum_error: "< 1e-12"'),
  moe: fence('moe', 'preset: deepseek-v3', 'tokens: 8', 'expect:', '  drop_rate: 0.5'),
  mla: fence('mla', 'preset: deepseek-v2'),
  'scaling-law': fence('scaling-law', 'fit: hoffmann-2022', 'compute: 5.76e23'),
  transformer: fence('transformer', 'text: A C B'),
};

describe('the demos on their page', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof servePanel>>;
  let panel: PanelPage;

  const open = async (text: string, theme: EditorTheme = 'dark', width = 900) => {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height: 800 });
    panel = await PanelPage.open(page, served.url(theme));
    await panel.show(text);
    await computed();
  };
  const computed = () => panel.page.waitForSelector('.demo:not([aria-busy]) .demo-view > *', { timeout: 60_000 });
  const edits = () =>
    panel.sent.filter(
      (message): message is FromPanel & { type: 'request'; method: 'editDemo' } =>
        message.type === 'request' && message.method === 'editDemo',
    );

  before(async () => {
    [browser, served] = await Promise.all([openBrowser(), servePanel()]);
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    assert.deepEqual(panel.complaints, []);
    await panel.page.close();
  });

  for (const [kind, text] of Object.entries(demos)) {
    it(`shows ${kind} with nothing for axe to find, from narrow to wide`, async () => {
      await open(text);
      assert.deepEqual(await audit(panel.page), []);
      for (const width of [300, 2000]) {
        await panel.page.setViewportSize({ width, height: 800 });
        const beyond = await panel.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(beyond, false, `at ${width}`);
      }
    });
  }

  it('says of each claim whether it holds and what was found', async () => {
    await open(demos.moe!);
    const claim = panel.page.locator('.claims li');
    assert.match((await claim.textContent())!, /✗.*drop_rate 0\.5.*found 0\b/);
    assert.ok(await claim.isVisible());
  });

  it('tries a knob while it moves and writes the fence once when it is let go', async () => {
    await open(demos.moe!);
    const box = panel.page.locator('[data-path="top_k"] input[type="number"]');
    if (!(await box.isVisible())) await panel.page.locator('.more-knobs > summary').click();
    await box.fill('4');
    assert.equal(edits().length, 0);
    await box.press('Enter');
    await panel.until(() => edits().length > 0);
    const [first] = edits();
    const { uri, version, index, set } = first!.params;
    assert.deepEqual([uri, version, index, set], ['file:///course.md', 1, 0, [{ path: ['top_k'], value: 4 }]]);
  });

  it('moves the knobs when the fence is typed in', async () => {
    await open(demos.moe!);
    await panel.show(demos.moe!.replace('tokens: 8', 'tokens: 12'), { index: 0 }, 2);
    const box = panel.page.locator('[data-path="tokens"] input');
    await panel.until(async () => (await box.inputValue()) === '12');
  });

  it('says that a read-only document is not written, and writes nothing', async () => {
    await open(demos.moe!);
    await panel.show(demos.moe!, { index: 0 }, 2, true);
    const box = panel.page.locator('[data-path="top_k"] input[type="number"]');
    if (!(await box.isVisible())) await panel.page.locator('.more-knobs > summary').click();
    await panel.until(async () =>
      ((await panel.page.locator('.notice').textContent()) ?? '').includes('nothing is saved'),
    );
    await box.fill('4');
    await box.press('Enter');
    await computed();
    assert.equal(await box.inputValue(), '4');
    assert.deepEqual(edits(), []);
  });

  it('reads attention cell by cell with the arrow keys, as the reference has it', async () => {
    await open(fence('attention', 'q: [[1, 0], [0, 1]]', 'k: [[1, 0], [0, 1]]', 'v: [[1, 2], [3, 4]]'));
    const field = panel.page.locator('.heat-field');
    await field.focus();
    await field.press('ArrowRight');
    // softmax of (1/√2, 0): 0.66976…, 0.33023…
    assert.equal(await panel.page.locator('.cell-words').textContent(), '“t0” (0) → “t1” (1): 0.3302');
    await panel.page.getByRole('button', { name: '5 mixed' }).click();
    await field.press('Home');
    assert.equal(await panel.page.locator('.cell-words').textContent(), '“t0” (0), channel 0: 1.66');
  });

  it('proves attention on the adapter, from a temperature of 0.01 to one of 100', async () => {
    for (const temperature of [0.01, 100]) {
      await open(fence('attention', `temperature: ${temperature}`));
      await panel.page.waitForSelector('.proof[data-ran="gpu"]', { timeout: 60_000 });
      const [, apart] = /at most (\S+) from the float64 reference/.exec(
        (await panel.page.locator('.proof').textContent())!,
      )!;
      assert.ok(Number(apart) < 1e-4, apart);
      if (temperature === 0.01) await panel.page.close();
    }
  });

  it('plays training forward step by step, down to the load that the reference has', async () => {
    await open(fence('moe', 'experts: 4', 'top_k: 1', 'tokens: 32', 'steps: 5', 'balance: bias'));
    const words = panel.page.locator('.training .bar-rows .cell-words');
    assert.match((await words.textContent())!, /^step 5, expert 0/);
    const slider = panel.page.getByRole('slider', { name: 'Step that is shown' });
    await slider.focus();
    await slider.press('Home');
    assert.match((await words.textContent())!, /^step 1, expert 0/);
    await panel.page.getByRole('button', { name: 'Next step' }).click();
    assert.match((await words.textContent())!, /^step 2, expert 0/);
  });

  it('names the first token where published conventions part', async () => {
    await open(
      fence(
        'moe',
        'score: sigmoid',
        'groups: {count: 2, keep: 1}',
        'top_k: 2',
        'logits: [[2, 2, -1, -1]]',
        'bias: [-2, -2, -3, -3]',
      ),
    );
    const said = await panel.page.locator('section[aria-label="Conventions"] p').textContent();
    assert.match(said!, /first parts at token 0 .*deepseek chooses 0, 1; transformers chooses 2, 3/);
  });

  it('saves the numbers as CSV and the picture as SVG', async () => {
    await open(fence('attention', 'text: the cat sat'));
    const saved: Record<string, string> = {};
    panel.answer = (message) => {
      const { params } = message as { params: { name: string; base64: string } };
      saved[params.name] = Buffer.from(params.base64, 'base64').toString();
      return { ok: true };
    };
    const save = async (name: string) => {
      await panel.page.getByRole('button', { name: 'Save or copy' }).click();
      await panel.page.getByRole('menuitem', { name }).click();
    };
    await save('Save Numbers as CSV…');
    await panel.until(() => 'lesson.csv' in saved);
    assert.match(saved['lesson.csv']!, /^,the,cat,sat\r\nthe,0\.\d+,/);
    await save('Save Picture as SVG…');
    await panel.until(() => 'lesson.svg' in saved);
    assert.match(saved['lesson.svg']!, /^<svg [^>]*viewBox[\s\S]*<title>Lesson<\/title>[\s\S]*>cat<\/text>/);
  });

  it('walks the transformer from stage to stage, the fence choosing the first', async () => {
    await open(fence('transformer', 'text: A C B', 'stage: attention', 'layer: 1', 'head: 2'));
    const pressed = panel.page.locator('.transformer [aria-pressed="true"]');
    assert.deepEqual(await pressed.allTextContents(), ['4 attention', 'Layer 1', '2']);
    const field = panel.page.locator('.heat-field').first();
    await field.focus();
    await field.press('ArrowRight');
    assert.match((await panel.page.locator('.cell-words').first().textContent())!, /“A” \(0\) → “C” \(1\): 0 \(hidden/);
    for (const name of ['1 tokens', '2 embedding', '3 position', '4 attention', '5 feed-forward', '6 output']) {
      await panel.page.getByRole('button', { name }).click();
      assert.deepEqual(await audit(panel.page), [], name);
    }
    const bars = panel.page.locator('.transformer svg[aria-label="Probabilities of the next token"] rect');
    assert.equal(await bars.count(), 3);
    assert.match((await panel.page.locator('.next-token').textContent())!, /^Next token: [ABC] \([\d.]+ %\)$/);
  });

  it('says in words why a demo cannot be run', async () => {
    await open(demos.moe!);
    await panel.show(fence('moe', 'experts: 8', 'top_k: 9'), { index: 0 }, 2);
    await panel.page.waitForSelector('.problems li');
    assert.match((await panel.page.locator('.problems li').textContent())!, /top-9 is asked for/);
  });

  for (const theme of Object.keys(editorThemes) as EditorTheme[]) {
    it(`has nothing for axe to find in ${theme}`, async () => {
      await open(demos.attention!, theme);
      assert.deepEqual(await audit(panel.page), []);
    });
  }
});
