import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../support/workbench';
import { fixture, openCourse } from './installed';

const hostile = `# Hostile

\`\`\`mermaid
flowchart TD
    A["<img src=x onerror='globalThis.taken = 1'> a"] --> B["<script>globalThis.taken = 2</script> b"]
    click A "javascript:globalThis.taken=3"
    click B call eval("globalThis.taken = 4")
\`\`\`

\`\`\`attention
title: <img src=x onerror='globalThis.taken = 5'>
text: <img/src=x/onerror=globalThis.taken=6> b
seed: 3
\`\`\`
`;

const words = `# Words

## Glossary

- **Compass 🧭 (CMP):** It points.

North is where a compass points.

\`\`\`mermaid
flowchart TD
    CMP[🧭 Compass] --> NTH[North]
\`\`\`
`;

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
    await rows.filter({ hasText: /^Coursewright$/ }).waitFor();
    await workbench.screenshot('outline');
  });

  it('explains a term', async () => {
    await workbench.hover(6, 44, 'MLA');
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

  it('previews a rename, and leaves an ordinary word alone until it is ticked', async () => {
    const { page } = workbench;
    writeFileSync(join(workbench.folder, 'words.md'), words);
    await workbench.goTo(1);
    await workbench.open('words.md');
    await workbench.goTo(5, 7);
    await workbench.previewRename('Needle');
    const preview = page.locator('.bulk-edit-panel');
    const ticked = (text: string) =>
      preview.locator('.monaco-list-row').filter({ hasText: text }).locator('.edit-checkbox').isChecked();
    await preview.locator('.monaco-list-row').filter({ hasText: 'North is where' }).waitFor();
    assert.equal(await ticked('North is where'), false);
    assert.equal(await ticked('It points'), true);
    await workbench.screenshot('rename-preview');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await preview.waitFor({ state: 'hidden' });
    const renamed = words.replace('Compass 🧭', 'Needle 🧭').replace('Compass]', 'Needle]');
    await workbench.goTo(5);
    await workbench.save('words.md', (saved) => saved === renamed);
    await page.keyboard.press('Control+z');
    await workbench.save('words.md', (saved) => saved === words);
  });

  it('runs no script that a diagram or a demo brings along', async () => {
    writeFileSync(join(workbench.folder, 'hostile.md'), hostile);
    // The keyboard is in the panel's group, where the file would open too.
    await workbench.goTo(1);
    await workbench.open('hostile.md');
    await workbench.goTo(5);
    const panel = await workbench.webview('.canvas [data-node="B"]');
    for (const node of ['A', 'B']) await panel.locator(`.canvas g.node[data-node="${node}"]`).click();
    await workbench.screenshot('hostile-diagram');
    const armed = '[onerror], [onclick], [src="x"], .canvas script, a[href^="javascript"], [*|href^="javascript"]';
    assert.equal(await panel.locator(armed).count(), 0);
    await workbench.goTo(11);
    await panel.locator('.demo h1', { hasText: "<img src=x onerror='globalThis.taken = 5'>" }).waitFor();
    await panel.locator('.demo .heat-map svg').first().waitFor();
    assert.equal(await panel.locator(armed).count(), 0);
    for (const frame of workbench.page.frames()) assert.equal(await frame.evaluate('globalThis.taken'), undefined);
  });

  it('lets knobs be turned beside a read-only editor, and says that nothing is saved', async () => {
    await workbench.command('File: Set Active Editor Read-only in Session');
    const panel = await workbench.webview('.demo [data-path="seed"]');
    const seed = panel.locator('[data-path="seed"] input[type="number"]');
    await seed.fill('5');
    await seed.press('Enter');
    await panel.locator('.notice', { hasText: 'nothing is saved' }).waitFor();
    assert.equal(await seed.inputValue(), '5');
    await workbench.screenshot('read-only');
    await workbench.goTo(13);
    assert.equal(
      await workbench
        .editor()
        .locator('.view-line', { hasText: /seed:\s3/ })
        .count(),
      1,
    );
    await workbench.command('File: Set Active Editor Writeable in Session');
    // Nothing tells that an editor may be written in again: who comes back to it may have made it so.
    await workbench.goTo(14);
    await panel.locator('.notice', { hasText: 'nothing is saved' }).waitFor({ state: 'hidden' });
    await seed.fill('7');
    await seed.press('Enter');
    await workbench
      .editor()
      .locator('.view-line', { hasText: /seed:\s7/ })
      .waitFor();
  });

  it('throws nothing at the reader', async () => {
    assert.deepEqual(await workbench.complaints(), []);
  });
});
