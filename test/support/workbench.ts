import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errors, type Frame, type Locator, type Page } from 'playwright-core';
import { artifacts } from '../../tools/support/paths.mjs';
import { keepLog } from './keep-log';
import { until } from './until';

/** How long a condition may take on a machine that is busy with other things. */
export const patience = 150_000;

/** After how long a step is tried once more, as a person does whose key was lost. */
const attempt = 8000;

/** A VS Code window as a person sees and uses it: by keyboard, by mouse, by what stands on the screen. */
export class Workbench {
  readonly page: Page;
  /** The folder that is open. */
  readonly folder: string;
  /** Errors that escaped from the extension. */
  readonly #escaped: string[] = [];
  #console = '';

  constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
    page.setDefaultTimeout(patience);
    page.on('console', (message) => {
      this.#console += `${message.text()}\n`;
      // So begins what the extension host says of an error that an extension let escape.
      if (message.text().startsWith('[coursewright.coursewright]')) this.#escaped.push(message.text());
    });
  }

  /** Waits until the window is up and its first editor shows text. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.page.locator('.editor-group-container .monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command of the command palette by its full title, such as `Coursewright: Open Panel`. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Opens a file of the folder by its name and waits until its tab is the active one. */
  async open(name: string): Promise<void> {
    await this.#pick('Control+P', name, name.split('/').at(-1)!);
    // The first: a preview of the file may be the active one of another group.
    await this.activeTab(name.split('/').at(-1)!).first().waitFor();
    await this.editor().locator('.view-line').first().waitFor();
  }

  /** The tab of this name, while it is the active one of its group. */
  activeTab(name: string): Locator {
    return this.page.locator('.tab.active').filter({ hasText: name });
  }

  /** The text editor on the left, where the source stands. */
  editor(): Locator {
    return this.page.locator('.editor-group-container .monaco-editor[role="code"]').first();
  }

  /** Puts the cursor into the open source. Both one-based, as VS Code shows them. */
  async goTo(line: number, column = 1): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input');
    const place = new RegExp(`Ln ${line}, Col ${column}\\b`);
    const there = this.page.locator('#status\\.editor\\.selection').filter({ hasText: place });
    // The box closes when something else takes the focus, even while it is being filled.
    await until(async () => {
      await this.#press(['Control+1', 'Control+G'], input, 'the line to go to asked for');
      return this.#tried(async () => {
        await input.fill(`:${line}:${column}`, { timeout: attempt });
        await input.press('Enter', { timeout: attempt });
        await there.waitFor({ timeout: attempt });
      });
    }, `the cursor at ${line}:${column}`);
  }

  /** Waits until the source's cursor is on this line, wherever the keyboard is. */
  async cursorOn(line: number): Promise<void> {
    await this.editor().locator('.active-line-number').getByText(String(line), { exact: true }).waitFor();
  }

  /** The marks under errors that are on the screen. */
  squiggles(): Locator {
    return this.editor().locator('.squiggly-error');
  }

  /**
   * Shows what hovering at a place says, by keyboard.
   * @param text what it says once the course is read; one that was shown before stays as it is, so it is asked for again
   */
  async hover(line: number, column: number, text: string): Promise<Locator> {
    await this.goTo(line, column);
    const hover = this.page.locator('.monaco-resizable-hover:visible').filter({ hasText: text });
    await this.#press(['Control+K', 'Control+I'], hover.first(), `a hover that says "${text}"`);
    return hover;
  }

  /** Applies the quick fix of this title at the cursor, by keyboard. */
  async quickFix(title: string): Promise<void> {
    const menu = this.page.locator('.action-widget');
    const row = menu.locator('.monaco-list-row.action').filter({ hasText: title });
    await this.#press(['Control+.'], row.first(), `the quick fix ${title}`);
    const focused = menu.locator('.monaco-list-row.action.focused').filter({ hasText: title });
    for (let step = 0; step < 20 && (await focused.count()) === 0; step++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await row.first().waitFor({ state: 'hidden' });
  }

  /** Renames what the cursor is on and asks to see the changes first. */
  async previewRename(name: string): Promise<void> {
    const box = this.page.locator('.rename-box .rename-input');
    await this.#press(['F2'], box, 'the new name asked for');
    await box.fill(name);
    await box.press('Control+Enter');
  }

  /** The rows of the Problems view, which this shows. */
  async problems(): Promise<Locator> {
    await this.command('View: Focus Problems');
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** The rows of the Outline view, which this shows. */
  async outline(): Promise<Locator> {
    await this.command('Explorer: Focus on Outline View');
    const rows = this.page.locator('.outline-pane .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  /** The inner frame of the webview that shows an element. */
  async webview(selector: string): Promise<Frame> {
    let found: Frame | undefined;
    await until(async () => {
      for (const frame of this.page.frames()) {
        // A frame may go away while it is asked.
        const shown = await frame
          .locator(selector)
          .count()
          .catch(() => 0);
        if (frame !== this.page.mainFrame() && shown > 0) found = frame;
      }
      return found !== undefined;
    }, `a webview with ${selector}`);
    return found!;
  }

  /** Hides a webview behind a new file in its group, which is unlocked for it, until its page is gone; shows it again. */
  async hideAndShow(webview: Frame, tab: string): Promise<void> {
    await this.page.locator('.tab', { hasText: tab }).click();
    const lock = this.page.getByRole('button', { name: /^Unlock Group/ });
    if ((await lock.count()) > 0) await lock.click();
    await lock.waitFor({ state: 'detached' });
    await this.page.keyboard.press('Control+2');
    await this.page.keyboard.press('Control+Alt+N');
    await until(() => webview.isDetached(), 'the hidden page gone');
    await this.page.locator('.tab', { hasText: tab }).click();
  }

  /** Reloads the window, which then shows again what it showed. */
  async reload(): Promise<void> {
    await this.page.evaluate(() => {
      // A window that is told which file to open restores no other.
      const address = new URL(location.href);
      address.searchParams.delete('payload');
      history.replaceState(null, '', address);
      Object.assign(window, { beforeReload: true });
    });
    await this.command('Developer: Reload Window');
    await until(() => this.page.evaluate(() => !('beforeReload' in window)).catch(() => false), 'a new window');
    await this.ready();
  }

  /** Saves the active editor and waits until the file on disk satisfies `holds`. */
  async save(name: string, holds: (text: string) => boolean): Promise<string> {
    await this.page.keyboard.press('Control+S');
    const read = () => readFileSync(join(this.folder, name), 'utf8');
    await until(() => holds(read()), `${name} on disk as expected`);
    return read();
  }

  /** Keeps a picture of the whole window in `artifacts/screenshots`. */
  async screenshot(name: string): Promise<void> {
    const path = join(artifacts, 'screenshots', `${name}.png`);
    // What fades in is shown as it will stand.
    await this.page.screenshot({ path, animations: 'disabled' });
  }

  /** What must stay empty whatever a test does: notifications thrown at the reader, and errors that escaped. */
  async complaints(): Promise<string[]> {
    const notifications = this.page.locator('.notifications-toasts .notification-list-item');
    return [...(await notifications.allInnerTexts()), ...this.#escaped];
  }

  /** Closes the window and keeps what its console said. */
  async close(): Promise<void> {
    await this.page.close();
    keepLog('console', this.#console);
  }

  /** Presses keys until something shows for it: a window that is busy loses keys, and knows no answer yet. */
  async #press(keys: readonly string[], answer: Locator, what: string): Promise<void> {
    await until(async () => {
      for (const key of keys) await this.page.keyboard.press(key);
      const shown = await this.#tried(() => answer.waitFor({ timeout: attempt }));
      if (!shown) await this.page.keyboard.press('Escape');
      return shown;
    }, what);
  }

  async #pick(key: string, text: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input');
    const first = this.page.locator('.quick-input-list .monaco-list-row').first().filter({ hasText: label });
    await this.#press([key], input, `a box for ${label}`);
    // A list that is open does not hear of commands and files that come later, and a box that loses the focus is gone.
    await until(async () => {
      if ((await input.count()) === 0) await this.page.keyboard.press(key);
      return this.#tried(async () => {
        await input.fill('', { timeout: attempt });
        await input.fill(text, { timeout: attempt });
        await first.waitFor({ timeout: attempt });
        await input.press('Enter', { timeout: attempt });
      });
    }, `${label} in the list`);
    // The list, not its box: a command may ask for a word in the same box at once.
    await first.waitFor({ state: 'hidden' });
  }

  /** Whether steps that a busy window may lose came to their end. */
  async #tried(steps: () => Promise<void>): Promise<boolean> {
    try {
      await steps();
      return true;
    } catch (failed) {
      if (!(failed instanceof errors.TimeoutError)) throw failed;
      return false;
    }
  }
}
