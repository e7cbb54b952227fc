// npm run pictures [-- name…]: takes the README's pictures anew, from the sample course in a real VS Code with the packaged extension.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode } from '../../tools/support/check-node.mjs';
import { main } from '../../tools/support/main.mjs';
import { packageExtension } from '../../tools/support/package-extension.mjs';
import { root } from '../../tools/support/paths.mjs';
import { say } from '../../tools/support/say.mjs';
import { serveVscode } from '../../tools/support/serve-vscode.mjs';
import { openBrowser } from '../support/browser';
import { copyFolder } from '../support/copy-folder';
import { Workbench } from '../support/workbench';

const images = join(root, 'docs', 'images');

interface Picture {
  readonly file: string;
  /** What the cursor's line holds; the cursor stands so far behind its first word's beginning. */
  readonly at: readonly [line: string, behind: number];
  /** Whether the panel stands beside. */
  readonly panel?: string;
  readonly pose?: (workbench: Workbench, line: number, column: number) => Promise<void>;
}

const pictures: Readonly<Record<string, Picture>> = {
  panel: { file: 'skills.md', at: ['-->', 1], panel: 'svg .node' },
  squiggle: {
    file: 'tour/broken-diagrams.md',
    at: ['flowchart', 0],
    async pose(workbench) {
      await workbench.squiggles().first().waitFor();
      await workbench.page.keyboard.press('F8');
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+.');
      await workbench.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    },
  },
  hover: {
    file: 'attention.md',
    at: ['SMX -->', 1],
    async pose(workbench, line, column) {
      await workbench.hover(line, column, 'Softmax');
    },
  },
  demo: { file: 'mixture-of-experts.md', at: ['```moe', 3], panel: '.demo .proof[data-ran="gpu"]' },
  suggestions: {
    file: 'mixture-of-experts.md',
    at: ['expect:', 7],
    async pose({ page }) {
      // The server has read the page: before, VS Code offers words of its own.
      await page.locator('.codelens-decoration', { hasText: 'Run beside' }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('  ');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').nth(1).waitFor();
      // Once more: what the first one is.
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-details').waitFor();
    },
  },
};

void main(async () => {
  checkNode();
  const { positionals } = parseArgs({ allowPositionals: true });
  const vscode = await serveVscode({ trusted: true, vsix: await packageExtension() });
  const browser = await openBrowser();
  for (const [name, picture] of Object.entries(pictures)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const folder = copyFolder(join(root, 'samples', 'course'));
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    writeFileSync(
      join(folder, '.vscode', 'settings.json'),
      JSON.stringify({ 'workbench.colorTheme': 'Default Light Modern' }),
    );
    const workbench = new Workbench(await browser.newPage(), folder);
    await workbench.page.setViewportSize({ width: 1200, height: 760 });
    await workbench.page.goto(vscode.address({ folder, file: join(folder, picture.file) }));
    await workbench.ready();
    await workbench.command('View: Close Primary Side Bar');
    const [holds, behind] = picture.at;
    const lines = readFileSync(join(folder, picture.file), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(holds));
    const column = lines[line]!.search(/\S/) + 1 + behind;
    await workbench.goTo(line + 1, column);
    if (picture.panel !== undefined) {
      await workbench.command('Coursewright: Open Panel');
      const page = await workbench.webview(picture.panel);
      await page.locator(picture.panel).first().waitFor();
    }
    await picture.pose?.(workbench, line + 1, column);
    await workbench.page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
    say(`docs/images/${name}.png`);
    await workbench.page.close();
  }
  await browser.close();
  await vscode.stop();
  return 0;
});
