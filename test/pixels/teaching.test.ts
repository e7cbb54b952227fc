import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

describe('The teaching kit', () => {
  let workbench: Workbench;
  let panel: Frame;
  const front = () => panel.locator('.card-front').innerText();

  before(async () => {
    workbench = await openCourse(sample, 'skills.md');
  });
  after(() => workbench.close());

  it('shows what the course teaches, and leads to the source of a line', async () => {
    await workbench.command('Coursewright: Show Teaching Overview');
    panel = await workbench.webview('.overview');
    await panel.locator('figure svg').waitFor();
    await workbench.screenshot('teaching-overview');
    await panel.getByRole('button', { name: 'Linear Algebra at Work (LW)', exact: false }).first().click();
    await workbench.activeTab('skills.md').waitFor();
  });

  it('asks cards by keyboard alone, and remembers what was known', async () => {
    await workbench.command('Coursewright: Learn by Flash Cards');
    panel = await workbench.webview('.cards');
    await panel.locator('.card-button[data-next]').focus();
    const first = await front();
    const all = await panel.locator('.cards-left').innerText();
    await workbench.page.keyboard.press('Space');
    await panel.locator('.card-back').waitFor();
    await workbench.screenshot('teaching-card');
    await workbench.page.keyboard.press('2');
    await until(async () => (await front()) !== first, 'the next card');
    await workbench.command('Coursewright: Learn by Flash Cards');
    await until(async () => (await panel.locator('.cards-left').innerText()) !== all, 'one card less to go');
    assert.notEqual(await front(), first);
  });

  it('says nothing on the way', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
