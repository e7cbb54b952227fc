import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

describe('The panel, beside its source', () => {
  let workbench: Workbench;
  let panel: Frame;

  const node = (id: string) => panel.locator(`.canvas [data-node="${id}"]`).first();
  const lit = () => panel.locator('.ring.lit');
  /** Which node's box the ring stands around. */
  const litNode = () =>
    panel.evaluate(() => {
      const ring = document.querySelector('.ring.lit')?.getBoundingClientRect();
      if (!ring) return undefined;
      const middle = { x: ring.x + ring.width / 2, y: ring.y + ring.height / 2 };
      return [...document.querySelectorAll<HTMLElement>('.canvas g.node[data-node]')].find((shape) => {
        const box = shape.getBoundingClientRect();
        return Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y) < 2;
      })?.dataset.node;
    });

  before(async () => {
    workbench = await openCourse(sample, 'skills.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Open Panel');
    panel = await workbench.webview('.canvas [data-node="LW"]');
  });
  after(() => workbench.close());

  it('draws the skill tree in the editor’s colours', async () => {
    await lit().waitFor();
    const [paper, editor] = await Promise.all([
      panel.evaluate(() => getComputedStyle(document.body).backgroundColor),
      workbench.editor().evaluate((element) => getComputedStyle(element).backgroundColor),
    ]);
    assert.equal(paper, editor);
    await workbench.screenshot('panel');
  });

  it('shows the line of a node that is clicked', async () => {
    await node('BP').click();
    await workbench.cursorOn(15);
    await until(async () => (await litNode()) === 'BP', 'the clicked node lit');
    await node('LC').click();
    await workbench.cursorOn(17);
  });

  it('lights the node that the cursor is on', async () => {
    await workbench.goTo(13, 6);
    await until(async () => (await litNode()) === 'LW', 'LW lit');
    await workbench.goTo(14, 21);
    await until(async () => (await litNode()) === 'SR', 'SR lit');
    await workbench.screenshot('panel-cursor');
  });

  it('collapses a branch by key, also while another file is read', async () => {
    const hidden = () => panel.locator('.canvas g.node.folded').count();
    await node('BP').click();
    await node('BP').press('c');
    await until(async () => (await hidden()) > 0, 'a branch that is collapsed');
    const count = await hidden();
    await workbench.screenshot('panel-collapsed');
    await workbench.open('attention.md');
    await workbench.open('skills.md');
    await workbench.goTo(14, 21);
    await until(async () => (await hidden()) === count, 'the branch collapsed as before');
    await node('BP').press('Shift+C');
    await until(async () => (await hidden()) === 0, 'everything expanded');
  });

  it('draws while one types, and keeps the last good picture while the text is broken', async () => {
    await workbench.goTo(14, 18);
    await workbench.page.keyboard.type(' (x)');
    await panel.locator('.note', { hasText: 'last good picture' }).waitFor();
    assert.equal(await node('LW').count(), 1);
    await panel.locator('.note button', { hasText: 'Go to line 14' }).waitFor();
    await workbench.screenshot('panel-broken');
    await panel.locator('.note button', { hasText: 'Quote' }).click();
    await panel.locator('.note:not([hidden])').waitFor({ state: 'hidden' });
    await panel.locator('.canvas .edgeLabel', { hasText: 'scores (x)' }).first().waitFor();
    await workbench.goTo(14, 1);
    await workbench.page.keyboard.press('Control+Z');
    await panel.locator('.note:not([hidden])').waitFor();
    for (let i = 0; i < 4; i++) await workbench.page.keyboard.press('Control+Z');
    await panel.locator('.note:not([hidden])').waitFor({ state: 'hidden' });
  });

  it('follows to another diagram, and to another file', async () => {
    await workbench.open('attention.md');
    await panel.locator('.canvas [data-node="LW"]').waitFor({ state: 'detached' });
    await panel.locator('.canvas > svg:first-child:not(.marks)').waitFor();
    await workbench.open('skills.md');
    await node('LW').waitFor();
  });

  it('keeps its place: a file opened with the keyboard in the panel stands beside it', async () => {
    await panel.locator('.stage').focus();
    await workbench.open('attention.md');
    const groups = workbench.page.locator('.editor-group-container');
    const names = () => groups.locator('.tab.active').allTextContents();
    await until(async () => (await names()).length === 2, 'a file and the panel side by side');
    assert.deepEqual((await names()).map((name) => name.trim()).sort(), ['Coursewright', 'attention.md'].sort());
    await panel.locator('.canvas [data-node="LW"]').waitFor({ state: 'detached' });
    await panel.locator('.stage').focus();
    await workbench.open('skills.md');
    await node('LW').waitFor();
  });

  it('lies as it was left after a hidden tab', async () => {
    const left = await moved();
    await workbench.hideAndShow(panel, 'Coursewright');
    panel = await workbench.webview('.canvas [data-node="LW"]');
    assert.equal(await placed(), left);
  });

  it('lies as it was left after a reload of the window', async () => {
    const left = await moved();
    await workbench.reload();
    panel = await workbench.webview('.canvas [data-node="LW"]');
    assert.equal(await placed(), left);
    await workbench.goTo(15, 6);
    await until(async () => (await litNode()) === 'AE', 'AE lit after the reload');
    await workbench.screenshot('panel-reloaded');
  });

  const placed = () => panel.locator('.canvas').evaluate((canvas) => (canvas as HTMLElement).style.transform);
  /** Zooms and pans by keyboard, and says where the picture lies then. */
  const moved = async () => {
    await panel.locator('.stage').focus();
    for (const key of ['+', '+', '+', 'ArrowLeft']) await workbench.page.keyboard.press(key);
    return placed();
  };
});
