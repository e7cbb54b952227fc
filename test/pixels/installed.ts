import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageExtension } from '../../tools/support/package-extension.mjs';
import { root } from '../../tools/support/paths.mjs';
import { type ServedVscode, serveVscode } from '../../tools/support/serve-vscode.mjs';
import { type OpenBrowser, openBrowser } from '../support/browser';
import { copyFolder } from '../support/copy-folder';
import { keepLog } from '../support/keep-log';
import { Workbench } from '../support/workbench';

let vscode: ServedVscode | undefined;
let browser: OpenBrowser | undefined;
let browserWithoutGpu: OpenBrowser | undefined;
let current: Workbench | undefined;

/** The fixture course, whose files every test may break. */
export const fixture = join(root, 'test', 'support', 'workspace');

/** One file with every demo. */
export const laboratory = join(root, 'test', 'support', 'laboratory');

/** The course that ships with the extension. */
export const sample = join(root, 'samples', 'course');

export interface Opening {
  /** A colour theme by its id. */
  readonly theme?: string;
  /** Settings of the folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False for a browser that has no WebGPU adapter. */
  readonly gpu?: boolean;
  /** Runs in the window and in every frame of it before anything else does. */
  readonly script?: string;
}

/**
 * Opens a copy of a course in VS Code with the packaged extension installed, as a user has it.
 * @param file what to show first, relative to the folder
 */
export async function openCourse(
  folder: string,
  file: string,
  { theme, settings, gpu = true, script }: Opening = {},
): Promise<Workbench> {
  if (!vscode || !browser) throw new Error('The VS Code of this layer is not up.');
  if (!gpu) browserWithoutGpu ??= await openBrowser({ gpu });
  const copy = copyFolder(folder);
  if (theme || settings) {
    mkdirSync(join(copy, '.vscode'), { recursive: true });
    const all = { ...(theme ? { 'workbench.colorTheme': theme } : {}), ...settings };
    writeFileSync(join(copy, '.vscode', 'settings.json'), JSON.stringify(all));
  }
  const workbench = new Workbench(await (gpu ? browser : browserWithoutGpu)!.newPage(), copy);
  current = workbench;
  if (script) await workbench.page.addInitScript(script);
  await workbench.page.goto(vscode.address({ folder: copy, file: join(copy, file) }));
  await workbench.ready();
  return workbench;
}

// One server and one browser for all files of this layer: they take longest to start.
before(async function () {
  this.timeout(300_000);
  const vsix = await packageExtension();
  [vscode, browser] = await Promise.all([serveVscode({ vsix, trusted: true }), openBrowser()]);
});

afterEach(async function () {
  const name = this.currentTest?.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
  if (this.currentTest?.state === 'failed' && current && !current.page.isClosed()) {
    await current.screenshot(`failed-${name}`);
  }
});

after(async () => {
  await Promise.all([browser?.close(), browserWithoutGpu?.close()]);
  await vscode?.stop();
  if (vscode) keepLog('pixels-server', vscode.log());
});

/** A page of this layer's browser, for another VS Code than this layer's. */
export function newPage() {
  if (!browser) throw new Error('The browser of this layer is not up.');
  return browser.newPage();
}
