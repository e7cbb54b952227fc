import { say } from '../../l10n/say';
import { sayings } from './saying';

/** A class of a style whose name the picture's style sheet cannot hold: nothing is drawn then. */
export const classNames = sayings([
  {
    message: /^no style sheet holds a class named (.+)$/,
    line: '^\\s*classDef\\s+(?:\\S*,)?(?<here>$1)(?=[,\\s])',
    says: (name) =>
      say`Mermaid draws nothing with a class called ‘${name}’: a name begins with a letter and goes on with letters, digits, - and _.`,
    stays: true,
  },
]);
