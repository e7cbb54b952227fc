import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

describe('A demo, beside its fence', () => {
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    workbench = await openCourse(sample, 'attention.md');
    await workbench.goTo(83);
    await workbench.command('Coursewright: Open Panel');
    panel = await workbench.webview('.demo[data-demo="attention"]');
  });
  after(() => workbench.close());

  it('runs, and says what ran and how far it is from the reference', async () => {
    const proof = panel.locator('.demo .proof');
    await until(async () => /float64/.test((await proof.textContent()) ?? ''), 'the proof of the numbers');
    await panel.locator('.heat-map svg').first().waitFor();
    await workbench.screenshot('demo-attention');
  });

  it('writes a knob into the fence, and takes it back by undo', async () => {
    const line = (value: boolean) =>
      workbench
        .editor()
        .locator('.view-line')
        .filter({ hasText: new RegExp(`causal:\\s*${value}`) });
    await line(true).first().waitFor();
    const before = await workbench.save('attention.md', () => true);
    await panel.getByLabel('causal', { exact: true }).click();
    await line(false).first().waitFor();
    await workbench.goTo(83);
    await workbench.save('attention.md', (saved) => saved !== before);
    await workbench.page.keyboard.press('Control+z');
    await line(true).first().waitFor();
    await workbench.save('attention.md', (saved) => saved === before);
  });

  it('throws nothing at the reader', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
