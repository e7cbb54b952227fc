import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { openCourse, sample } from './installed';

describe('The side bar', () => {
  let workbench: Workbench;

  const view = (name: string): Locator =>
    workbench.page.locator('.split-view-view').filter({
      has: workbench.page.locator(`:scope > .pane > .pane-header[aria-label^="${name}"]`),
    });
  const row = (name: string, text: string) => view(name).locator('.monaco-list-row').filter({ hasText: text }).first();
  const search = async (words: string) => {
    const input = workbench.page.locator('.quick-input-widget input[type="text"]');
    await input.fill(words);
  };

  before(async () => {
    workbench = await openCourse(sample, 'skills.md');
    await workbench.command('Coursewright: Focus on Glossary View');
  });
  after(() => workbench.close());

  it('lists terms and skills of files that are not open', async () => {
    await row('Glossary', 'Attention').waitFor();
    await row('Skills', 'skills.md').waitFor();
    await row('Skills', '1 🧮 Linear Algebra at Work').waitFor();
    await workbench.screenshot('views');
  });

  it('searches the glossary while one writes', async () => {
    await workbench.command('Coursewright: Search the Glossary…');
    await search('latent cache');
    await view('Glossary').locator('.message', { hasText: '“latent cache”' }).waitFor();
    await workbench.screenshot('views-search');
    await workbench.page.keyboard.press('Enter');
    await workbench.command('Coursewright: Show All Terms');
    await view('Glossary').locator('.message', { hasText: '“latent cache”' }).waitFor({ state: 'hidden' });
  });

  it('opens the definition of a term that is clicked', async () => {
    await row('Glossary', 'Attention').click();
    await workbench.activeTab('glossary.md').waitFor();
  });

  it('keeps check marks', async () => {
    const skill = row('Skills', '2 🎯 Attention Engineering');
    await skill.getByRole('checkbox').click();
    await until(async () => (await skill.innerText()).includes('3 of 3'), 'all below done');
    await workbench.screenshot('views-progress');
  });

  it('says nothing on the way', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
