import { say } from '../../../l10n/say';
import { spokenLines } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';
import { ganttTags } from './gantt-words';

const tags = `(?:(?:${ganttTags.join('|')})\\s*,\\s*)*`;
const task = new RegExp(`^\\s*[^:]+:\\s*${tags}(?<id>[\\p{L}_][\\w-]*)\\s*,[^,]+,[^,]+$`, 'u');
const afterNothing = new RegExp(`^\\s*[^:]+:\\s*${tags}(?:[\\w-]+\\s*,\\s*)?(?<here>after)\\s*(?:,|$)`, 'd');

/** `Test :after, 3d`: the task to follow is not named. It may be the one above, where that has an id. */
export const afterNothings: Finder = function* (broken) {
  let above: string | undefined;
  for (const line of spokenLines(broken)) {
    const match = afterNothing.exec(line.text);
    if (match) {
      const [start, end] = match.indices!.groups!.here!;
      const span = { start: line.start + start, end: line.start + end };
      yield {
        code: 'mermaid.syntax',
        span,
        message: say`The id of the task to follow is missing: after a1.`,
        sure: true,
        ...(above !== undefined && {
          fix: { title: say`Write ${`after ${above}`}`, safe: false, changes: [{ span, newText: `after ${above}` }] },
        }),
      };
    }
    if (line.text.includes(':')) above = task.exec(line.text)?.groups?.id;
  }
};
