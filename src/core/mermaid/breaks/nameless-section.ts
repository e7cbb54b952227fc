import { say } from '../../l10n/say';
import { placeholder } from './placeholder';
import type { Slip } from './slip';

/** `section` alone: the line below it is taken for its name, or misses the section it is in. */
export const namelessSection: Slip = {
  line: /^\s*(?<here>section)(?<mend>\s*:?)\s*$/d,
  message: say`The name of the section is missing: without one the next line is taken for it.`,
  title: say`Put ${placeholder} for the name`,
  mend: ` ${placeholder}`,
  sure: true,
};
