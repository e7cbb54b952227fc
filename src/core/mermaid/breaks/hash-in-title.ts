import { say } from '../../l10n/say';
import type { Slip } from './slip';

/** A `#` in a title, where the kind of diagram takes it for the beginning of a comment. */
export const hashInTitle: Slip = {
  line: /^\s*title\b(?:#\w+;|[^#])*(?<here>#)(?!\w+;)/d,
  message: say`A # begins a comment here. As a sign it is written #35;.`,
  title: say`Write #35; for #`,
  mend: '#35;',
  safe: true,
  sure: true,
};
