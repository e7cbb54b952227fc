import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { until } from '../support/until';
import type { Workbench } from '../support/workbench';
import { fixture, openCourse } from './installed';

const names = (letter: string): string => Array.from({ length: 76 }, (_, i) => `${letter}${i}`).join(' & ');
/** Some hundred characters, over which Mermaid takes a minute and more: it must not be done before Cancel is pressed. */
const large = `# Large\n\n\`\`\`mermaid\nflowchart TD\n  ${names('A')} --> ${names('B')}\n\`\`\`\n`;
const small = '# Small\n\n```mermaid\nflowchart TD\n  North --> South\n```\n';

describe('A drawing that takes long', () => {
  let workbench: Workbench;
  let panel: Frame;
  const note = () => panel.locator('.note', { hasText: 'This diagram is large' });

  before(async () => {
    workbench = await openCourse(fixture, 'broken.md');
    writeFileSync(join(workbench.folder, 'large.md'), large);
    writeFileSync(join(workbench.folder, 'small.md'), small);
    await workbench.open('large.md');
    await workbench.goTo(5);
    await workbench.command('Coursewright: Open Panel');
    panel = await workbench.webview('.note:has-text("This diagram is large") button');
  });
  after(() => workbench.close());

  it('is given up in the editor, which has another panel in its place that lives', async () => {
    await workbench.screenshot('large-counted');
    const drawing = workbench.page.locator('.notification-list-item', { hasText: 'Drawing 152 nodes' });
    // The page is busy from here on and never answers the click.
    void note()
      .getByRole('button')
      .click({ noWaitAfter: true })
      .catch(() => {});
    await drawing.waitFor();
    await drawing.getByRole('button', { name: 'Cancel' }).click();
    await drawing.waitFor({ state: 'detached' });
    await until(() => panel.isDetached(), 'the page that draws gone');
    panel = await workbench.webview('.note:has-text("This diagram is large") button');
    assert.equal(await panel.locator('.canvas').count(), 1);
    await workbench.screenshot('large-given-up');
  });

  it('leaves a panel that follows to the next file', async () => {
    await workbench.open('small.md');
    await panel.locator('.canvas [data-node="North"]').first().waitFor();
    await workbench.screenshot('large-left');
    assert.deepEqual(await workbench.complaints(), []);
  });
});
