import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../../tools/support/paths.mjs';
import { copyFolder } from '../support/copy-folder';
import { newPage, sample } from './installed';

/** What every process of this machine was started with: arguments and, of our own ones, the environment. */
function processList(): string {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return ''; // It ended meanwhile, or is not ours to read.
    }
  };
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map((id) => read(`/proc/${id}/cmdline`) + read(`/proc/${id}/environ`)).join('\n');
}

describe('npm start in a browser', function () {
  this.timeout(300_000);
  let end: (() => Promise<unknown>) | undefined;
  afterEach(() => end?.());

  /** Starts it as a person does, and gives the address that it prints. */
  const start = async (...args: string[]): Promise<URL> => {
    const child = spawn(process.execPath, ['tools/start.mjs', '--served', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    end = () => {
      child.kill('SIGINT');
      return ended;
    };
    let out = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      out += chunk;
      const address = /http:\S+/.exec(out)?.[0];
      if (address) return new URL(address);
    }
    throw new Error(`npm start ended: ${out}`);
  };
  const restricted = 'Restricted Mode is intended for safe code browsing.';

  it('trusts no folder unasked but the sample, and keeps its token to itself', async () => {
    const address = await start(copyFolder(sample));
    const token = address.searchParams.get('tkn')!;
    assert.ok(token.length >= 32);
    assert.ok(!processList().includes(token), 'the token stands in the list of processes');
    const page = await newPage();
    await page.goto(String(address));
    await page.getByText(restricted).waitFor({ timeout: 120_000 });
    await page.close();
  });

  it('opens the sample trusted, its panel beside it', async () => {
    const page = await newPage();
    await page.goto(String(await start()));
    await page.locator('iframe.webview.ready').first().waitFor({ timeout: 120_000 });
    assert.equal(await page.getByText(restricted).count(), 0);
    await page.close();
  });
});
