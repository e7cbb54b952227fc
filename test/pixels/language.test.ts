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

// VS Code's display language, without its own translations: what is not English here is ours.
for (const [name, locale] of [
  ['German', 'de'],
  ['Simplified Chinese', 'zh-cn'],
] as const) {
  describe(`The extension where VS Code speaks ${name}`, function () {
    this.timeout(480_000);
    const said: Readonly<Record<string, string>> = JSON.parse(
      readFileSync(join(root, 'l10n', `bundle.l10n.${locale}.json`), 'utf8'),
    );
    let vscode: ServedVscode;
    let workbench: Workbench;

    before(async () => {
      vscode = await serveVscode({ vsix: join(artifacts, 'coursewright.vsix'), trusted: true, locale });
      const folder = copyFolder(fixture);
      workbench = new Workbench(await newPage(), folder);
      await workbench.page.goto(vscode.address({ folder, file: join(folder, 'broken.md') }));
      await workbench.ready();
    });
    afterEach(async function () {
      const test = this.currentTest?.title.replace(/[^\p{L}]+/gu, '-');
      if (this.currentTest?.state === 'failed') await workbench.screenshot(`failed-${locale}-${test}`);
    });
    after(async () => {
      await workbench?.close();
      await vscode?.stop();
      keepLog(`${locale}-server`, vscode.log());
    });

    it('marks and mends in it', async () => {
      await workbench.squiggles().first().waitFor();
      await workbench.hover(6, 20, said['A label that holds {0} must stand in quotes.']!.split('{0}')[1]!);
      await workbench.screenshot(`${locale}-hover`);
      await workbench.page.keyboard.press('Escape');
      await workbench.quickFix(said['Put the label in quotes']!);
    });

    it('lists its commands in it, and shows the panel so', async () => {
      await workbench.command(`Coursewright: ${textsOfPackage(locale)['command.openPanel']}`);
      const panel = await workbench.webview('svg .node');
      assert.equal(await panel.locator('html').getAttribute('lang'), locale);
      await panel.getByRole('button', { name: said['Save or copy']!, exact: true }).click();
      await panel.getByText(said['Save as SVG…']!).waitFor();
      await workbench.screenshot(`${locale}-panel`);
      await until(async () => (await workbench.complaints()).length === 0, 'no complaint');
    });
  });
}
