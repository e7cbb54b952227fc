import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts } from '../../tools/support/paths.mjs';
import { type ServedVscode, serveVscode } from '../../tools/support/serve-vscode.mjs';
import { copyFolder } from '../support/copy-folder';
import { keepLog } from '../support/keep-log';
import { until } from '../support/until';
import { Workbench } from '../support/workbench';
import { fixture, laboratory, newPage } from './installed';

// The extension in VS Code's extension host of the browser, without Node: as vscode.dev runs it.
describe('The extension in a browser alone', function () {
  this.timeout(600_000);
  let vscode: ServedVscode;
  let workbench: Workbench;

  before(async () => {
    vscode = await serveVscode({
      vsix: join(artifacts, 'coursewright.vsix'),
      trusted: true,
      settings: { 'remote.extensionKind': { 'coursewright.coursewright': ['web'] } },
    });
    const folder = copyFolder(fixture);
    writeFileSync(
      join(folder, 'demo.md'),
      `${readFileSync(join(laboratory, 'demos.md'), 'utf8').split('```mla')[0]}\n[gone](nowhere.md), [there](Broken.md), $\\frac{1}{n}$\n`,
    );
    workbench = new Workbench(await newPage(), folder);
    await workbench.page.goto(vscode.address({ folder, file: join(folder, 'broken.md') }));
    await workbench.ready();
  });
  after(async () => {
    await workbench?.close();
    await vscode?.stop();
    keepLog('web-server', vscode.log());
  });

  it('marks a broken diagram and knows the glossary of a file that is not open', async () => {
    await workbench.squiggles().first().waitFor();
    await workbench.hover(5, 30, 'compressed form');
    await workbench.screenshot('web-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('draws in the panel, and runs a demo', async () => {
    await workbench.open('demo.md');
    await workbench.goTo(13);
    await workbench.command('Coursewright: Open Panel');
    const panel = await workbench.webview('.demo[data-demo="moe"] .demo-view > *');
    await panel.locator('.demo-view').first().waitFor();
    await workbench.screenshot('web-panel');
  });

  it('looks links up by the file system of the client', async () => {
    const rows = await workbench.problems();
    await until(async () => (await rows.allInnerTexts()).join('\n').includes('nowhere.md'), 'the broken link');
    const all = (await rows.allInnerTexts()).join('\n');
    assert.match(all, /broken\.md/);
    await workbench.screenshot('web-problems');
    assert.deepEqual(await workbench.complaints(), []);
  });
});
