import { HumanError, systemReason } from '../host/human-error';

/** Writes an answer to standard output. Rejects with a {@link HumanError} when it does not arrive there. */
export const say = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(new HumanError(`the answer could not be written: ${systemReason(error)}`));
      else resolve();
    });
  });
