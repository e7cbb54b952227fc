import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { fixture, openCourse } from './installed';

describe('The walkthrough, on the screen', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openCourse(fixture, 'README.md');
  });
  after(() => workbench.close());

  it('leads through five steps, each with its picture', async () => {
    await workbench.command('Welcome: Open Walkthrough...');
    const choice = workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Coursewright' });
    await choice.first().click();
    const page = workbench.page.locator('.gettingStartedContainer');
    for (const title of [
      'Check a lesson',
      'Have terms explained',
      'See the skill tree',
      'Run a demo in the text',
      'Check on the command line',
    ]) {
      await page.locator('.getting-started-step').filter({ hasText: title }).first().click();
      await page.locator('.getting-started-step.expanded').filter({ hasText: title }).waitFor();
      await until(async () => {
        const frames = await Promise.all(
          workbench.page.frames().map((frame) => frame.locator('svg[width="751"]').count()),
        );
        const pictures = await page.locator('.getting-started-media img').count();
        return pictures > 0 || frames.some((count) => count > 0);
      }, `the picture of ${title}`);
      await workbench.screenshot(`walkthrough-${title.replaceAll(' ', '-')}`);
    }
  });

  it('the language status says how many files the course has', async () => {
    await workbench.open('README.md');
    await workbench.page
      .locator('.statusbar-item [aria-label*="Editor Language Status"], #status\\.languageStatus')
      .first()
      .click();
    await workbench.page.getByText('files of the course').first().waitFor();
    await workbench.screenshot('language-status');
  });
});
