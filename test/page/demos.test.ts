import assert from 'node:assert/strict';
import { tokenise } from '../../src/core/demos/model/language-model';
import { readDemo } from '../../src/core/demos/read-demo';
import { runDemo } from '../../src/core/demos/run-demo';
import { linkedPicture } from '../../src/core/export/linked-picture';
import { panelLesson } from '../../src/core/panel/panel-subject';
import { parseCourseDocument } from '../../src/core/parse-course-document';
import { Random } from '../../src/core/reference/random';
import { transformer } from '../../src/core/reference/transformer';
import type { FromPanel } from '../../src/protocol';
import { inWords } from '../../webview/demos/parts/in-words';
import { audit } from '../support/audit';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { demoTexts as demos, fence } from '../support/demo-texts';
import { type EditorTheme, editorThemes } from '../support/editor-themes';
import { shippedModel } from '../support/models';
import { PanelPage, servePanel } from '../support/panel-page';

const noModels = { load: () => Promise.reject(new Error('no model is needed')) };

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
    assert.equal(await panel.page.locator('.claims summary').textContent(), '✗ The claim does not hold');
    assert.ok(await claim.isVisible());
  });

  it('shows each formula with what it comes to', async () => {
    await open(demos.compute!);
    const rows = await panel.page.locator('.compute tbody tr').allTextContents();
    assert.deepEqual(rows, [
      'layers616161',
      'cachelayers * 576 * 2 bytes * 131_0729.211 GB9210691584',
      'sharelayers / 0no finite number',
    ]);
    assert.match((await panel.page.locator('.claims li').textContent())!, /✓.*cache/);
  });

  it('computes latent attention at full size with how much is done, and stops when told', async () => {
    await open(fence('mla', 'heads: 16', 'head_dim: 128', 'kv_rank: 512', 'rope_dim: 64'), 'dark', 1400);
    const { page } = panel;
    const section = page.locator('.full-size');
    const [start, stop] = [
      section.getByRole('button', { name: 'Compute' }),
      section.getByRole('button', { name: 'Stop' }),
    ];
    const state = section.locator('[role="status"]');
    assert.match((await section.textContent())!, /All 16 heads of 128 \+ 64 channels over 512 tokens/);
    await start.click();
    await stop.click();
    await panel.until(async () => /Stopped after \d+ of \d+ parts/.test((await state.textContent())!), 60_000);
    await start.click();
    await panel.until(async () => (await section.locator('progress').getAttribute('value')) === '8', 60_000);
    assert.match((await state.textContent())!, /8 of 16 parts are done. About \d+ s are left/);
    assert.deepEqual(await audit(page), []);
    await panel.until(async () => (await state.textContent())!.startsWith('Computed in'), 120_000);
    const [compared, between] = await section.locator('li').allTextContents();
    const [off, weights] = [...compared!.matchAll(/by ([\d.e-]+)/g)].map(([, number]) => Number(number));
    assert.ok(
      off! > 0 && off! < 4e-6 && weights! < 2e-6 && Number(/by ([\d.e-]+)/.exec(between!)![1]) < 6e-6,
      compared,
    );
  });

  it('says that it needs a GPU for what is at full size, where there is none', async () => {
    const without = await openBrowser({ gpu: false });
    try {
      const page = await without.newPage();
      panel = await PanelPage.open(page, served.url('light'));
      await panel.show(demos.mla!);
      await computed();
      const section = page.locator('.full-size');
      await section.getByRole('button', { name: 'Compute' }).click();
      const state = section.locator('[role="status"]');
      await panel.until(async () =>
        /^This is not computed here: it needs a GPU. WebGPU/.test((await state.textContent())!),
      );
      assert.ok(await section.getByRole('button', { name: 'Compute' }).isVisible());
    } finally {
      await without.close();
    }
  });

  it('offers a layer of experts at full size where it is a published one', async () => {
    await open(demos.moe!, 'dark', 1400);
    assert.match(
      (await panel.page.locator('.full-size').textContent())!,
      /512 tokens of 7168 channels through the router and all 256 experts of 2048 channels/,
    );
    await open(fence('moe', 'experts: 8'), 'dark', 1400);
    assert.equal(await panel.page.locator('.full-size').isVisible(), false);
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

  it('has the picture, its proof, the claims and the knobs that the fence names in sight, from narrow to wide', async () => {
    const { moe, mla, attention } = demos;
    for (const text of [moe!, mla!.replace('deepseek-v2', 'deepseek-v2\ncontext: 8192\nlayers: 30'), attention!]) {
      await open(text, 'dark', 1400);
      await panel.page.waitForSelector('.proof[data-ran="gpu"]', { timeout: 60_000 });
      for (const width of [500, 800, 1400]) {
        await panel.page.setViewportSize({ width, height: 750 });
        const shapes = await panel.page.evaluate(() => {
          const box = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
          const [picture, badge, side] = ['.demo-view .figure svg:not(.icon)', '.demo .badge', '.demo-side'].map(box);
          return { picture: picture!, badge: badge!, side: side!, height: innerHeight };
        });
        const { picture, badge, side, height } = shapes;
        assert.ok(badge.bottom < picture.top, `the badge above the picture at ${width}`);
        assert.ok(picture.top < height / 2, `the picture in the upper half at ${width}: ${picture.top}`);
        assert.ok(side.bottom <= height, `the knobs in sight at ${width}`);
        // Whatever one scrolls to, the knobs stay.
        await panel.page.evaluate(() => {
          const demo = document.querySelector('.demo')!;
          demo.scrollTo(0, demo.scrollHeight / 2);
        });
        const scrolled = await panel.page.evaluate(() => {
          const { top, bottom } = document.querySelector('.named-knobs')!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
        assert.ok(scrolled, `the knobs in sight after scrolling at ${width}`);
        await panel.page.evaluate(() => document.querySelector('.demo')!.scrollTo(0, 0));
      }
      const named = await panel.page.locator('.named-knobs .knob:visible').count();
      const folded = await panel.page.locator('.other-knobs .knob:visible').count();
      assert.ok(named > 0 && folded === 0, `${named} named, ${folded} folded`);
      if (text !== attention) await panel.page.close();
    }
  });

  it('draws pictures as wide as their place', async () => {
    await open(demos.mla!, 'dark', 1000);
    const widths = () =>
      panel.page.locator('.demo-view .bars').evaluate((bars) => {
        const svg = bars.querySelector('svg')!.getBoundingClientRect();
        return Math.abs(svg.width - bars.getBoundingClientRect().width);
      });
    await panel.until(async () => (await widths()) < 2);
    await panel.page.setViewportSize({ width: 540, height: 800 });
    await panel.until(async () => (await widths()) < 2);
  });

  it('moves a knob among the named ones once it is let go', async () => {
    await open(demos.moe!);
    await panel.page.locator('.more-knobs > summary').click();
    const box = panel.page.locator('[data-path="skew"] input[type="number"]');
    await box.fill('3');
    await computed();
    assert.equal(await panel.page.locator('.other-knobs [data-path="skew"]').count(), 1);
    await box.press('Tab');
    await panel.show(demos.moe!.replace('tokens: 8', 'tokens: 8\nskew: 3'), { index: 0 }, 2);
    await panel.page.locator('[data-path="seed"] input').focus();
    await panel.show(demos.moe!.replace('tokens: 8', 'tokens: 9\nskew: 3'), { index: 0 }, 3);
    await panel.page.locator('.named-knobs [data-path="skew"]').waitFor();
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
    const field = panel.page.locator('.attention .picture-field');
    await field.focus();
    await field.press('ArrowRight');
    // softmax of (1/√2, 0): 0.66976…, 0.33023…
    assert.equal(await panel.page.locator('.attention .cell-words').textContent(), '“t0” (0) → “t1” (1): 0.3302');
    await panel.page.getByRole('button', { name: '5 mixed' }).click();
    await field.press('Home');
    assert.equal(await panel.page.locator('.attention .cell-words').textContent(), '“t0” (0), channel 0: 1.66');
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
    const said = await panel.page.locator('section.conventions > p').textContent();
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
    const { params } = panel.last('request') as { params: { source?: unknown } };
    assert.deepEqual(params.source, { uri: 'file:///course.md', line: 2 });
    assert.match(linkedPicture(saved['lesson.svg']!, 'course.md#L3', 'course.md, line 3'), /<a href="course\.md#L3">/);
  });

  it('saves every picture of a demo, its legend with it, and the numbers behind it', async () => {
    await open(fence('moe', 'experts: 4', 'top_k: 1', 'tokens: 32', 'steps: 5', 'balance: bias', 'devices: 2'));
    const saved: Record<string, string> = {};
    panel.answer = (message) => {
      const { params } = message as { params: { name: string; base64: string } };
      saved[params.name] = Buffer.from(params.base64, 'base64').toString('latin1');
      return { ok: true };
    };
    const menus = panel.page.getByRole('button', { name: /^Save: / });
    const titles = await menus.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!.slice(6)));
    assert.deepEqual(titles, [
      ...['The way of one token', 'Load', 'Load of each device', 'MaxVio over the training steps', 'Load at step 5'],
      'Conventions',
    ]);
    for (const [index, title] of titles.entries()) {
      const endings = title === 'Conventions' ? ['csv'] : ['svg', 'png', 'csv'];
      for (const ending of endings) {
        await menus.nth(index).click();
        await panel.page.getByRole('menuitem', { name: ending.toUpperCase() }).click();
        const name = `lesson-${title.toLowerCase().replaceAll(' ', '-')}.${ending}`;
        await panel.until(() => name in saved);
        const starts = { svg: '<svg ', png: '\x89PNG', csv: '' }[ending]!;
        assert.ok(saved[name]!.startsWith(starts) && saved[name]!.length > 20, name);
      }
    }
    assert.match(saved['lesson-maxvio-over-the-training-steps.svg']!, />noise floor<\/text>/);
    assert.match(saved['lesson-load.csv']!, /^expert,asked,kept,bias\r\n0,\d+,/);
  });

  it('draws all three methods of balancing against the noise floor, the lesson’s own as its results have it', async () => {
    await open(fence('moe', 'experts: 8', 'top_k: 2', 'tokens: 64', 'steps: 20', 'balance: bias'));
    const legend = panel.page.locator('.training .legend li');
    await panel.until(async () => (await legend.count()) === 4);
    assert.deepEqual(await legend.allTextContents(), [
      ...['none', 'auxiliary loss, α = 0.01, rate 100', 'bias, u = 0.001, this lesson', 'noise floor'],
    ]);
    const training = panel.page.locator('.training .figure').first();
    await training.locator('summary').click();
    const last = training.locator('tbody tr').last().locator('th, td');
    await panel.until(async () => (await last.count()) === 5);
    const cells = await last.allTextContents();
    // Each column as the reference trains it, on the same tokens.
    for (const [column, method] of [
      [1, 'none'],
      [2, 'aux-loss'],
      [3, 'bias'],
    ] as const) {
      const text = `experts: 8\ntop_k: 2\ntokens: 64\nsteps: 20\nbalance: ${method}`;
      const run = await runDemo(readDemo('moe', text), { models: noModels, readData: async () => undefined });
      assert.equal(cells[column], inWords(run!.results!.max_vio as number), method);
    }
  });

  it('plays, pauses and steps by keyboard, and stands still where motion is not wanted', async () => {
    await open(fence('moe', 'experts: 4', 'top_k: 1', 'tokens: 32', 'steps: 100'));
    const words = panel.page.locator('.training .bar-rows .cell-words');
    const slider = panel.page.getByRole('slider', { name: 'Step that is shown' });
    await slider.focus();
    await slider.press(' ');
    await panel.page.getByRole('button', { name: 'Pause' }).waitFor();
    await panel.until(async () => !(await words.textContent())!.startsWith('step 100,'));
    await slider.press(' ');
    await panel.page.getByRole('button', { name: 'Play' }).waitFor();
    const before = Number(await slider.inputValue());
    await panel.page.getByRole('button', { name: 'Previous step' }).press('Enter');
    assert.equal(Number(await slider.inputValue()), Math.max(0, before - 1));
    await panel.page.emulateMedia({ reducedMotion: 'reduce' });
    await slider.press('Home');
    await panel.page.getByRole('button', { name: 'Play' }).click();
    assert.match((await words.textContent())!, /^step 100,/);
  });

  it('says which tokens the conventions part for, side by side', async () => {
    await open(
      fence(
        'moe',
        ...['score: sigmoid', 'groups: {count: 2, keep: 1}', 'top_k: 2'],
        ...['logits: [[2, 2, -9, -9], [2, 2, -1, -1]]', 'bias: [-0.5, -0.5, -3, -3]'],
      ),
    );
    await panel.show(
      fence(
        'moe',
        ...['score: sigmoid', 'groups: {count: 2, keep: 1}', 'top_k: 2'],
        ...['logits: [[2, 2, -1, -1], [9, 9, -1, -1]]', 'bias: [-0.9, -0.9, -3, -3]'],
      ),
      { index: 0 },
      2,
    );
    const section = panel.page.locator('.conventions');
    await panel.until(async () => (await section.locator('tr.marked').count()) === 1);
    assert.deepEqual(await section.locator('thead th').allTextContents(), [
      ...['token', 'deepseek', 'transformers', 'megatron'],
    ]);
    assert.match((await section.locator('tr.marked').textContent())!, /^0 · t0first to part0 \(0\.5\), 1 \(0\.5\)2 \(/);
  });

  it('computes both forms of latent attention, and the losses of a law, on the adapter too', async () => {
    await open(demos.mla!);
    const proof = panel.page.locator('.proof[data-ran="gpu"]');
    await proof.waitFor({ timeout: 60_000 });
    const [, apart, forms] = /at most (\S+) from the float64 reference.*differ by at most ([\d.e-]+)\. /.exec(
      (await proof.textContent())!,
    )!;
    assert.ok(Number(apart) < 1e-4 && Number(forms) < 1e-4);
    await panel.show(demos['scaling-law']!, { index: 0 }, 2);
    await panel.page.waitForSelector('.scaling-law');
    await panel.until(async () =>
      (await panel.page.locator('.proof[data-ran="gpu"]').allTextContents()).join().includes('4096'),
    );
    await panel.show(fence('scaling-law', 'fit: kaplan-2020'), { index: 0 }, 3);
    await panel.page.waitForSelector('.proof[data-ran="cpu"]');
    assert.match((await panel.page.locator('.proof p').textContent())!, /^Ran on the CPU: /);
    assert.equal(await panel.page.locator('.proof .badge').textContent(), 'CPU, float64');
  });

  it('reads its file again when that is another, and leaves demos alone that read none', async () => {
    const page = await browser.newPage();
    panel = await PanelPage.open(page, served.url('light'));
    let rows = ['1e7,1e9,4.8', '1e8,1e10,3.5', '1e9,1e11,2.8'];
    panel.answer = (message) => ({
      ok: message.method === 'readData' ? { text: `N,D,loss\n${rows.join('\n')}\n` } : true,
    });
    await panel.show(
      fence(
        'scaling-law',
        'data: {path: runs.csv, n: N, d: D, loss: loss}',
        'objective: log-linear',
        'expect: {runs: 4}',
      ),
    );
    const claim = page.locator('.claims li');
    await panel.until(async () => /✗/.test((await claim.textContent()) ?? ''));
    rows = [...rows, '1e10,1e12,2.3'];
    await panel.post({ type: 'data' });
    await panel.until(async () => /✓/.test((await claim.textContent()) ?? ''));
    await panel.show(demos.mla!, { index: 0 }, 2);
    await page.waitForSelector('.mla');
    const reads = () => panel.sent.filter((message) => 'method' in message && message.method === 'readData').length;
    const before = reads();
    await panel.post({ type: 'data' });
    await page.waitForSelector('.demo:not([aria-busy]) .mla');
    assert.equal(reads(), before);
  });

  it('fits the runs of a table, says how sure the fit is, and leaves out a run that is chosen', async () => {
    const random = new Random(7);
    const rows = Array.from({ length: 20 }, (_, i) => {
      const [n, d] = [10 ** (7 + (i % 5) / 2), 10 ** (9 + Math.floor(i / 5) / 2)];
      return `${n},${d},${(1.7 + 400 / n ** 0.34 + 410 / d ** 0.28) * (1 + 0.01 * random.gaussian())}`;
    });
    const text = fence(
      'scaling-law',
      'data: {path: runs.csv, n: N, d: D, loss: loss}',
      'objective: log-linear',
      'exclude: {highest_loss: 1}',
      'compute: 1e21',
    );
    const page = await browser.newPage();
    panel = await PanelPage.open(page, served.url('light'));
    panel.answer = (message) => ({
      ok: message.method === 'readData' ? { text: `N,D,loss\n${rows.join('\n')}\n` } : true,
    });
    await panel.show(text);
    await panel.until(async () => (await page.locator('.scaling-law .hint').textContent())!.startsWith('Bands'));
    assert.ok(
      (await page.locator('.scaling-law .legend').first().textContent())!.includes('90% of the resampled fits'),
    );
    const table = page.locator('.scaling-law .numbers').last();
    const column = (row: number) => table.locator(`tbody tr:nth-child(${row}) td:nth-child(7)`).textContent();
    const [own, low, high] = (await Promise.all([1, 2, 3].map(column))).map(Number) as [number, number, number];
    assert.ok(low <= own && own <= high && low < high, `${low} ${own} ${high}`);
    const field = page.locator('.scaling-law .picture-field').first();
    await field.focus();
    await field.press('Home');
    await field.press('Enter');
    await panel.until(() => edits().length > 0);
    const { set } = edits()[0]!.params;
    const named = Object.fromEntries(set.map(({ path, value }) => [path.join('.'), value]));
    assert.ok('exclude.highest_loss' in named && named['exclude.highest_loss'] === undefined);
    assert.equal((named['exclude.rows'] as number[]).length, 2);
  });

  it('gives no constants that the runs leave open, but the reason and wide bands', async () => {
    const points = [1e9, 2e9, 4e9, 8e9, 16e9, 64e9].map((d) => `[1e8, ${d}, ${2.5 + 410 / d ** 0.28}]`);
    await open(fence('scaling-law', `points: [${points.join(', ')}]`, 'compute: 1e19', 'expect: { alpha: 0.34 }'));
    const { page } = panel;
    await panel.until(async () => (await page.locator('.scaling-law .hint').textContent())!.startsWith('Bands'));
    assert.match((await page.locator('.problems').textContent())!, /the runs have one size/);
    assert.match((await page.locator('.claims').textContent())!, /alpha has no value here/);
    const own = page.locator('.scaling-law .numbers').last().locator('tbody tr').first();
    const [, E, A, B, alpha] = await own.locator('td, th').allTextContents();
    assert.deepEqual([E, A, alpha].map((cell) => Number.parseFloat(cell!)).filter(Number.isFinite), []);
    assert.ok(Number.parseFloat(B!) > 0, B);
  });

  it('walks the transformer from stage to stage, the fence choosing the first', async () => {
    await open(fence('transformer', 'text: A C B', 'stage: attention', 'layer: 1', 'head: 2'));
    const pressed = panel.page.locator('.transformer [aria-pressed="true"]');
    assert.deepEqual(await pressed.allTextContents(), ['4 attention', 'Layer 1', '2']);
    const field = panel.page.locator('.picture-field').first();
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

  it('shows where the router of a layer sends a token and how full its experts are, proven on the adapter', async () => {
    const model = shippedModel('course-nano');
    const read = tokenise(model, 'each token is sent to two experts');
    assert.ok('ids' in read);
    const { blocks } = transformer(model.network, read.ids);
    await open(
      fence('transformer', 'model: course-nano', 'text: each token is sent to two experts', 'stage: feed-forward'),
    );
    const { page } = panel;
    const sections = page.locator('.transformer .figure');
    const choice = sections.filter({ hasText: 'sends a token' });
    const load = sections.filter({ hasText: 'that each expert gets' });
    for (const [layer, { routing }] of blocks.entries()) {
      await page.getByRole('button', { name: `Layer ${layer}`, exact: true }).click();
      for (const token of [read.ids.length - 1, 2]) {
        await choice.locator('select').selectOption({ index: token });
        const [first, second] = [...routing!.experts.subarray(2 * token, 2 * token + 2)];
        const weights = routing!.weights.row(token);
        assert.match(
          (await choice.locator('p').textContent())!,
          new RegExp(
            `goes to expert ${first} with a weight of ${inWords(weights[0], 3)} and expert ${second} with a weight of ${inWords(weights[1], 3)}:`,
          ),
        );
        const bars = choice.locator('.picture-field');
        await bars.focus();
        await bars.press('Home');
        for (let step = 0; step < second!; step++) await bars.press('ArrowRight');
        const said = (await choice.locator('.cell-words').textContent())!;
        assert.ok(said.startsWith(`expert ${second}: `) && said.endsWith(`, weight ${inWords(weights[1])}`), said);
      }
      assert.deepEqual(await audit(page), []);
    }
    await load.locator('.picture-field').focus();
    await load.locator('.picture-field').press('Home');
    const [first, second] = blocks.map(({ routing }) => routing!.experts.filter((expert) => expert === 0).length);
    const tokens = (count: number) => (count === 1 ? '1 token' : `${count} tokens`);
    assert.ok(
      (await load.locator('.cell-words').textContent())!.startsWith(
        `expert 0: ${tokens(first!)} in layer 0 and ${tokens(second!)} in layer 1;`,
      ),
    );
    await page.waitForSelector('.proof[data-ran="gpu"]', { timeout: 60_000 });
    const [, apart] = /at most (\S+) from the float64 reference/.exec((await page.locator('.proof').textContent())!)!;
    assert.ok(Number(apart) < 1e-4, apart);
    await page.setViewportSize({ width: 300, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  });

  it('shows the whole lesson in order, each demo computed when it comes into view, and goes where the cursor goes', async () => {
    const text = ['# One', demos.moe!.slice(9), '# Two', demos.moe!.slice(9), '# Three', demos.mla!.slice(9)].join(
      '\n',
    );
    await open(text);
    const { page } = panel;
    const document = parseCourseDocument({ uri: 'file:///course.md', text, version: 1 }, 'markdown');
    panel.answer = ({ method }) => ({ ok: method === 'lesson' ? panelLesson(document) : true });
    await page.getByRole('button', { name: 'Whole lesson' }).click();
    const parts = page.locator('.lesson-part');
    await panel.until(async () => (await parts.count()) === 3);
    assert.deepEqual(await parts.locator('h1').allTextContents(), ['One', 'Two', 'Three']);
    await parts.first().locator('.demo:not([aria-busy]) .demo-view > *').waitFor({ timeout: 60_000 });
    assert.equal(await parts.nth(2).locator('.demo-view > *').count(), 0);
    await panel.show(text, { index: 2 });
    await parts.nth(2).locator('.mla').waitFor({ timeout: 60_000 });
    await panel.until(() =>
      parts.nth(2).evaluate((part) => Math.abs(part.getBoundingClientRect().bottom - innerHeight) < 400),
    );
    assert.deepEqual(await audit(page), []);
    await parts.nth(2).locator('.more-knobs > summary').click();
    const box = parts.nth(2).locator('[data-path="layers"] input[type="number"]');
    await box.fill('30');
    await box.press('Enter');
    await panel.until(() => edits().length > 0);
    assert.deepEqual([edits()[0]!.params.index, edits()[0]!.params.set], [2, [{ path: ['layers'], value: 30 }]]);
    await page.getByRole('button', { name: 'Whole lesson' }).click();
    await panel.until(async () => (await page.locator('.lesson').count()) === 0);
    assert.equal(await page.locator('.demo').count(), 1);
  });

  it('says in words why a demo cannot be run', async () => {
    await open(demos.moe!);
    await panel.show(fence('moe', 'experts: 8', 'top_k: 9'), { index: 0 }, 2);
    await panel.page.waitForSelector('.problems li');
    assert.match((await panel.page.locator('.problems li').textContent())!, /top-9 is asked for/);
  });

  for (const theme of Object.keys(editorThemes) as EditorTheme[]) {
    it(`shows every stage of the transformer in ${theme}, numbers legible and signs told apart`, async () => {
      await open(demos.transformer!, theme);
      for (const name of ['1 tokens', '2 embedding', '4 attention', '6 output']) {
        await panel.page.getByRole('button', { name }).click();
        assert.deepEqual(await audit(panel.page), [], name);
      }
      await panel.page.getByRole('button', { name: '2 embedding' }).click();
      const { signs, alike } = await panel.page.evaluate(async () => {
        const image = new Image();
        image.src = document.querySelector('.transformer .picture-field image')!.getAttribute('href')!;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const hues = Array.from({ length: data.length / 4 }, (_, i) => Math.sign(data[4 * i]! - data[4 * i + 2]!));
        return { signs: new Set(hues).size, alike: hues.length };
      });
      assert.ok(alike > 10 && signs > 1, 'above and below zero look alike');
    });

    it(`has nothing for axe to find in ${theme}`, async () => {
      await open(demos.attention!, theme);
      assert.deepEqual(await audit(panel.page), []);
    });
  }
});
