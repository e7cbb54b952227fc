import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../until';
import type { Workbench } from '../workbench';

/** How keys follow each other, in milliseconds. */
export interface Pace {
  /** From key to key. */
  readonly key: number;
  /** Before the key that ends a line: where a suggestion that opened meanwhile would take it. */
  readonly lineEnd: number;
}

/** A pace of this many milliseconds a key, with the moment that people take before they end a line. */
export const paceOf = (key: number): Pace => ({ key, lineEnd: key * 4 });

/** Only suggestions can change a text that is typed under these; saving is the typist's own. */
export const bareEditor: Readonly<Record<string, unknown>> = {
  'files.autoSave': 'off',
  'editor.autoIndent': 'none',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoSurround': 'never',
};

/** Types into one file of an open window as a person would, key by key, and reads what became of it. */
export class Typist {
  readonly #workbench: Workbench;
  readonly #file: string;
  #signs = 0;

  constructor(workbench: Workbench, file: string) {
    this.#workbench = workbench;
    this.#file = file;
  }

  /** Makes the file this text, at once, and puts the cursor at its end. */
  async begin(text: string): Promise<void> {
    const { keyboard } = this.#workbench.page;
    for (const key of ['Escape', 'Control+a', 'Delete']) await keyboard.press(key);
    if (text !== '') await keyboard.insertText(text);
    await keyboard.press('Control+End');
  }

  async type(text: string, pace: Pace): Promise<void> {
    const { keyboard } = this.#workbench.page;
    let due = performance.now();
    for (const sign of text) {
      due = Math.max(due, performance.now()) + (sign === '\n' ? pace.lineEnd : pace.key);
      await rest(due - performance.now());
      if (sign === '\n') await keyboard.press('Enter');
      else await keyboard.type(sign);
    }
  }

  /** The file's text once all keys so far have been worked off. */
  async saved(): Promise<string> {
    const { keyboard } = this.#workbench.page;
    // Keys are worked off in their order, so that what is on the disk with this sign in it holds all that came before.
    const sign = `§${++this.#signs}§`;
    await keyboard.press('Escape');
    await keyboard.insertText(sign);
    const read = () => readFileSync(join(this.#workbench.folder, this.#file), 'utf8');
    await until(async () => {
      await keyboard.press('Control+s');
      return until(() => read().includes(sign), `${sign} saved`, 4000).then(
        () => true,
        () => false,
      );
    }, `${this.#file} saved`);
    return read().replace(sign, '');
  }

  /** Types a text behind another one and says where it was changed. */
  async changes(head: string, text: string, pace: Pace): Promise<string | undefined> {
    await this.begin(head);
    await this.type(text, pace);
    const saved = await this.saved();
    if (saved === head + text) return undefined;
    const [wanted, found] = [(head + text).split('\n'), saved.split('\n')];
    const line = wanted.findIndex((one, index) => one !== found[index]);
    return `line ${line + 1}: ${JSON.stringify(wanted[line])} became ${JSON.stringify(found[line])}`;
  }
}

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
