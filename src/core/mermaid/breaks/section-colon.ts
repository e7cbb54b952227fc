import { say } from '../../l10n/say';
import type { Slip } from './slip';

/** `section: Early` is read as a part of the picture that is called section. */
export const sectionColon: Slip = {
  line: /^\s*section(?<mend>\s*(?<here>:)\s*)(?=[^\s:])(?![1-5]\s*(?::|$))/d,
  message: say`The colon must go: none belongs after this word.`,
  title: say`Remove the colon`,
  mend: ' ',
};
