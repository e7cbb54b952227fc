import { say } from '../core/l10n/say';

/** The sentence for a file above the limit, whose setting it names. */
export const tooLarge = (path: string, limit: number): string =>
  say`${path}: larger than ${limit / 2 ** 20} MB, the most that is read of one file; left out (the setting coursewright.files.maxSize allows more)`;
