import { forTerminal } from '../host/for-terminal';
import { HumanError, systemReason } from '../host/human-error';

/**
 * Writes an answer to standard output, fit for a terminal. One that is the text of a file, a picture or a deck of cards,
 * goes out as it is where no terminal reads it. Rejects with a {@link HumanError} when it does not arrive there.
 */
export const say = (text: string, what: 'words' | 'file' = 'words'): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(what === 'file' && !process.stdout.isTTY ? text : forTerminal(text), (error) => {
      if (error) reject(new HumanError(`the answer could not be written: ${systemReason(error)}`));
      else resolve();
    });
  });
