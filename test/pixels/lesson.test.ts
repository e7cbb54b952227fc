import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { laboratory, openCourse } from './installed';

const file = 'demos.md';
const source = readFileSync(join(laboratory, file), 'utf8');
const titles = [...source.matchAll(/^title: (.+)$/gm)].map(([, title]) => title!);
const knob = { key: 'top_k', value: 2, turnedTo: 4 };
const lineOf = (text: string): number => source.slice(0, source.indexOf(text)).split('\n').length;

describe('A lesson with several demos, in the panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  const parts = () => panel.locator('.lesson > .lesson-part');
  const whole = () => panel.getByRole('button', { name: 'Whole lesson' });
  const topK = () => panel.locator(`[data-path="${knob.key}"] input[type="number"]`);
  const showsDemo = async (kind: string) => {
    panel = await workbench.webview(`.demo[data-demo="${kind}"] .demo-view > *`);
  };
  /** Waits until a demo of the lesson stands at the top of the page. */
  const atTop = (index: number) =>
    until(
      () =>
        parts()
          .nth(index)
          .evaluate((part) => {
            const top = part.parentElement!.getBoundingClientRect().top;
            return Math.abs(part.getBoundingClientRect().top - top) < 24;
          }),
      `${titles[index]} at the top`,
    );
  /** Turns the knob, finds it in its fence and nothing else changed, and takes it back. */
  const turnsAndUndoes = async () => {
    await topK().fill(`${knob.turnedTo}`);
    await topK().press('Enter');
    await inSource(knob.turnedTo);
    await workbench.goTo(lineOf(`${knob.key}:`));
    const turned = source.replace(`${knob.key}: ${knob.value}`, `${knob.key}: ${knob.turnedTo}`);
    await workbench.save(file, (saved) => saved === turned);
    await workbench.page.keyboard.press('Control+Z');
    await inSource(knob.value);
    await workbench.save(file, (saved) => saved === source);
    await until(async () => (await topK().inputValue()) === `${knob.value}`, 'the knob as it was');
  };
  const inSource = (value: number) =>
    workbench
      .editor()
      .locator('.view-line')
      .filter({ hasText: new RegExp(`${knob.key}:\\s${value}(\\s|$)`) })
      .waitFor();

  before(async () => {
    workbench = await openCourse(laboratory, file);
    await workbench.goTo(lineOf(`${knob.key}:`));
    await workbench.command('Coursewright: Open Panel');
    await showsDemo('moe');
  });
  after(() => workbench?.close());

  it('shows the same demo after a hidden tab, and its knob writes', async () => {
    await workbench.hideAndShow(panel, 'Coursewright');
    await showsDemo('moe');
    await turnsAndUndoes();
  });

  it('shows the same demo after a reload of the window, and its knob writes', async () => {
    await workbench.reload();
    await showsDemo('moe');
    await turnsAndUndoes();
  });

  it('stacks all its demos in order', async () => {
    await whole().click();
    await parts()
      .nth(titles.length - 1)
      .waitFor({ state: 'attached' });
    assert.deepEqual(await panel.locator('.lesson-part h1').allTextContents(), titles);
    assert.equal(await whole().getAttribute('aria-pressed'), 'true');
    await atTop(1);
    await workbench.screenshot('lesson');
  });

  it('writes a knob of the second demo into the second fence', async () => {
    await turnsAndUndoes();
  });

  it('scrolls to the demo that the cursor is in', async () => {
    await workbench.goTo(lineOf('```scaling-law') + 1);
    await atTop(3);
    await parts().nth(3).locator('.demo-view > *').first().waitFor();
    await workbench.goTo(lineOf('```attention') + 1);
    await atTop(0);
  });

  it('is whole after a hidden tab, and one demo again where that is wanted', async () => {
    await workbench.goTo(lineOf(`${knob.key}:`));
    await atTop(1);
    await workbench.hideAndShow(panel, 'Coursewright');
    panel = await workbench.webview('.lesson-part .demo[data-demo="moe"] .demo-view > *');
    await atTop(1);
    await whole().click();
    await panel.locator('.lesson').waitFor({ state: 'detached' });
    await showsDemo('moe');
    assert.equal(await panel.locator('.demo').count(), 1);
  });

  it('throws nothing at the reader', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
