import { say } from '../l10n/say';
import type { CheckedDemo } from './check-demo';

/** What computing a demo costs each time it or its claims are checked, where that is more than a second: `takes 5.3 s`. */
export const costWords = (checked: Pick<CheckedDemo, 'milliseconds'> | undefined): string[] =>
  checked?.milliseconds !== undefined && checked.milliseconds > 1000
    ? [say`takes ${(checked.milliseconds / 1000).toFixed(1)} s`]
    : [];
