import assert from 'node:assert/strict';
import type { Workbench } from '../support/workbench';
import { fixture, openCourse } from './installed';

describe('The source, on the screen', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openCourse(fixture, 'broken.md');
  });
  after(() => workbench.close());

  it('underlines a broken label', async () => {
    await workbench.squiggles().first().waitFor();
    await workbench.screenshot('squiggle');
  });

  it('mends it by one quick fix', async () => {
    await workbench.goTo(6, 20);
    await workbench.quickFix('Put the label in quotes');
    const text = await workbench.save('broken.md', (saved) => saved.includes('C["Multi-Head Latent Attention (MLA)"]'));
    assert.equal(text.split('"').length, 3);
    await workbench.screenshot('quick-fix');
  });

  it('lists headings in the outline', async () => {
    const rows = await workbench.outline();
    await rows.filter({ hasText: '🩹 Broken' }).first().waitFor();
    await workbench.screenshot('outline');
  });

  it('explains a term', async () => {
    const hover = await workbench.hover(6, 44);
    await hover.filter({ hasText: 'MLA' }).first().waitFor();
    await workbench.screenshot('hover');
  });

  it('lists problems', async () => {
    const rows = await workbench.problems();
    await rows.filter({ hasText: 'label' }).first().waitFor();
  });

  it('draws the panel, and a click on a node shows its line', async () => {
    await workbench.open('README.md');
    await workbench.command('Coursewright: Open Panel');
    const frame = await workbench.webview('.node');
    await frame.locator('.node').filter({ hasText: 'Next token' }).click();
    await workbench.cursorOn(13);
    await workbench.screenshot('panel');
  });

  it('throws nothing at the reader', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
