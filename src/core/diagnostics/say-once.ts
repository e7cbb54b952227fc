import { getOrSet } from '../get-or-set';
import { say } from '../l10n/say';
import type { CourseDiagnostic } from './course-diagnostic';

/** How often an information or a hint may say the same thing in one file. */
const mostTimes = 10;

/**
 * Says what an information or a hint would say more than ten times in a file once, at the first place, with the count.
 * Names and numbers apart, the same words are the same thing. Errors and warnings all stand.
 */
export function sayOnce(found: readonly CourseDiagnostic[]): CourseDiagnostic[] {
  const groups = new Map<string, CourseDiagnostic[]>();
  for (const one of found) {
    if (one.severity === 'error' || one.severity === 'warning') continue;
    getOrSet(groups, `${one.code} ${one.message.replace(/[“‘"'][^”’"']*[”’"']|\d+/g, '…')}`, () => []).push(one);
  }
  const instead = new Map<CourseDiagnostic, CourseDiagnostic | undefined>();
  for (const group of groups.values()) {
    if (group.length <= mostTimes) continue;
    const first = group.reduce((a, b) => (b.span.start < a.span.start ? b : a));
    for (const one of group) instead.set(one, undefined);
    instead.set(first, {
      ...first,
      message: say`${first.message} (and ${group.length - 1} more like this in the file)`,
    });
  }
  return found.flatMap((one) => (instead.has(one) ? (instead.get(one) ?? []) : one));
}
