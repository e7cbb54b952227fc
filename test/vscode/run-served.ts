import { format } from 'node:util';
import { root } from '../../tools/support/paths.mjs';
import { say } from '../../tools/support/say.mjs';
import { serveVscode } from '../../tools/support/serve-vscode.mjs';
import { openBrowser } from '../support/browser';
import { keepLog } from '../support/keep-log';
import { mark } from './mark';

/** All suggestions that are listed take longer than everything else. */
const longestMinutes = process.env.COURSEWRIGHT_SUGGESTIONS === 'all' ? 120 : 15;

/**
 * Runs the suite inside the extension host of the served VS Code, by way of a browser that shows its workbench.
 * @param suite the script whose `run` VS Code calls
 * @param folder what to open: a folder or a workspace file
 * @returns the exit status that the workbench reports
 */
export async function runServed(suite: string, folder: string, env: Record<string, string>): Promise<number> {
  say('In the served VS Code:');
  const [vscode, browser] = await Promise.all([serveVscode({ testDriver: true, trusted: true, env }), openBrowser()]);
  const page = await browser.newPage();
  let timer: NodeJS.Timeout | undefined;
  let workbenchLog = '';
  const log = (_type: string, args: unknown[]) => {
    const line = format(...args);
    if (line.includes(mark)) console.log(line.slice(line.indexOf(mark) + mark.length));
    else workbenchLog += `${line}\n`;
  };
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (what: string) => reject(new Error(`${what} See artifacts/logs.`));
      timer = setTimeout(
        () => fail(`The suite did not end within ${longestMinutes} minutes.`),
        longestMinutes * 60_000,
      );
      vscode.ended.then(() => fail("VS Code's server ended before the suite did."));
      page.once('crash', () => fail('The browser page crashed.'));
      page.once('close', () => fail('The browser page closed before the suite ended.'));
      // The workbench calls these two; it looks for them when it starts.
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', log);
        await page.exposeFunction('codeAutomationExit', resolve);
        const paths = { extensionDevelopmentPath: root, extensionTestsPath: suite };
        await page.goto(vscode.address({ folder, paths }), { timeout: 120_000 });
      };
      open().catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await browser.close();
    await vscode.stop();
    keepLog('vscode-server', vscode.log());
    keepLog('vscode-workbench', workbenchLog);
  }
}
