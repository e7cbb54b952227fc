import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, root } from '../../tools/support/paths.mjs';
import { type ServedVscode, serveVscode } from '../../tools/support/serve-vscode.mjs';
import { copyFolder } from '../support/copy-folder';
import { keepLog } from '../support/keep-log';
import { textsOfPackage } from '../support/localized';
import { until } from '../support/until';
import { Workbench } from '../support/workbench';
import { fixture, newPage } from './installed';

const german: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8'),
);

// VS Code's display language, without its own translations: what is German here is ours.
describe('The extension where VS Code speaks German', function () {
  this.timeout(480_000);
  let vscode: ServedVscode;
  let workbench: Workbench;

  before(async () => {
    vscode = await serveVscode({ vsix: join(artifacts, 'coursewright.vsix'), trusted: true, locale: 'de' });
    const folder = copyFolder(fixture);
    workbench = new Workbench(await newPage(), folder);
    await workbench.page.goto(vscode.address({ folder, file: join(folder, 'broken.md') }));
    await workbench.ready();
  });
  afterEach(async function () {
    const name = this.currentTest?.title.replace(/[^\p{L}]+/gu, '-');
    if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-german-${name}`);
  });
  after(async () => {
    await workbench?.close();
    await vscode?.stop();
    keepLog('german-server', vscode.log());
  });

  it('marks and mends in German', async () => {
    await workbench.squiggles().first().waitFor();
    const hover = await workbench.hover(6, 20);
    await hover.getByText(german['A label that holds {0} must stand in quotes.']!.split('{0}')[1]!).first().waitFor();
    await workbench.screenshot('german-hover');
    await workbench.page.keyboard.press('Escape');
    await workbench.quickFix(german['Put the label in quotes']!);
  });

  it('lists its commands in German, and shows the panel so', async () => {
    await workbench.command(`Coursewright: ${textsOfPackage('de')['command.openPanel']}`);
    const panel = await workbench.webview('svg .node');
    assert.equal(await panel.locator('html').getAttribute('lang'), 'de');
    await workbench.screenshot('german-panel');
    await until(async () => (await workbench.complaints()).length === 0, 'no complaint');
  });
});
