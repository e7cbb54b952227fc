import { forTerminal, withoutControls } from '../host/for-terminal';
import { HumanError, systemReason } from '../host/human-error';

/**
 * Writes an answer to standard output, fit for a terminal. One that is the text of a file, a picture or a deck of cards,
 * goes out as it is where no terminal reads it; commands for GitHub Actions stay commands. Rejects with a {@link HumanError} when it does not arrive there.
 */
export const say = (text: string, what: 'words' | 'file' | 'commands' = 'words'): Promise<void> =>
  new Promise((resolve, reject) => {
    const isPlain = what === 'file' && !process.stdout.isTTY;
    const cleaned = what === 'commands' ? withoutControls : forTerminal;
    process.stdout.write(isPlain ? text : cleaned(text), (error) => {
      if (error) reject(new HumanError(`the answer could not be written: ${systemReason(error)}`));
      else resolve();
    });
  });
