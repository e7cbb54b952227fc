import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

/** A course's tree as a learner walks it. The page goes with a hidden tab, so its frame is taken anew behind each. */
describe('A skill tree, walked in the panel', () => {
  let workbench: Workbench;
  let panel: Frame;

  const ids = ['LW', 'AE', 'SR', 'BP', 'LC'];
  const node = (id: string) => panel.locator(`.canvas g.node[data-node="${id}"]`);
  const inSight = async () => {
    const seen = await Promise.all(ids.map((id) => node(id).isVisible()));
    return ids.filter((_, i) => seen[i]).join(' ');
  };
  const sees = (these: string) => until(async () => (await inSight()) === these, `${these} in sight`);
  const says = (words: string) => panel.locator('.announcement', { hasText: words }).waitFor();
  const marks = () =>
    panel.locator('.skill').evaluateAll((all) => all.map((one) => one.getAttribute('class')?.split(' ')[1]).sort());
  const takeFrame = async () => {
    panel = await workbench.webview('.canvas g.node[data-node="LW"]');
  };

  before(async () => {
    workbench = await openCourse(sample, 'skills.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Open Panel');
    await takeFrame();
  });
  after(() => workbench.close());

  it('finds nodes here and names elsewhere, and goes to a term’s definition by keyboard', async () => {
    await node('LW').click();
    await node('LW').press('Control+f');
    const box = panel.locator('.find-bar input');
    await box.fill('rout');
    const found = panel.locator('.find-bar [role="option"]');
    await found.filter({ hasText: 'Router (RTR)' }).waitFor();
    await workbench.screenshot('studio-find');
    await box.press('Escape');
    await until(() => node('SR').evaluate((shape) => shape === document.activeElement), 'the node that was found');
    await node('SR').press('Control+f');
    await box.fill('router rtr');
    await found.filter({ hasText: 'Router (RTR)' }).waitFor();
    await box.press('Enter');
    await workbench.activeTab('glossary.md').waitFor();
    await workbench.open('skills.md');
    await workbench.goTo(13);
    await takeFrame();
  });

  it('leaves in sight what is near a node, then the way between two, by pointer and keyboard', async () => {
    await node('BP').click();
    await node('BP').press('n');
    await sees('AE SR BP LC');
    await node('BP').press('Escape');
    await sees(ids.join(' '));
    await node('LW').click();
    await node('LC').click({ modifiers: ['Shift'] });
    await sees('LW AE BP LC');
    await says('4 nodes');
    await workbench.screenshot('studio-way');
    await node('LC').press('Escape');
    await node('SR').focus();
    await node('SR').press('p');
    await node('LC').focus();
    await node('LC').press('p');
    await sees('SR BP LC');
    await node('LC').press('Escape');
    await sees(ids.join(' '));
  });

  it('collapses a branch and marks skills, which the list of skills bears too', async () => {
    await node('LW').focus();
    for (const key of ['d', 'd']) await node('LW').press(key);
    await node('AE').focus();
    await node('AE').press('d');
    await until(async () => (await marks()).join() === 'doing,done,next', 'done, doing and next');
    await node('BP').focus();
    await node('BP').press('c');
    await sees('LW AE SR BP');
    await workbench.screenshot('studio-marks');
    await workbench.command('Coursewright: Focus on Skills View');
    const skills = workbench.page.locator('.monaco-list-row').filter({ hasText: 'Attention Engineering' });
    await skills.filter({ hasText: 'doing' }).first().waitFor();
    await workbench.screenshot('studio-skills');
  });

  it('is as it was after another file and a hidden tab', async () => {
    await workbench.open('attention.md');
    await node('LW').waitFor({ state: 'detached' });
    await workbench.open('skills.md');
    await workbench.goTo(13);
    await takeFrame();
    await sees('LW AE SR BP');
    await workbench.hideAndShow(panel, 'Coursewright');
    await takeFrame();
    await sees('LW AE SR BP');
    await until(async () => (await marks()).join() === 'doing,done,next', 'the marks as before');
  });

  it('says nothing else on the way', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
