import type { CourseDocument } from '../../course/course-document';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { inOneBranch } from '../../outline/branches';
import { numberBreaks } from '../../outline/numbering';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem } from '../../outline/outline-item';
import type { FeatureContext } from '../feature-context';
import { duplicateHeadings } from './duplicate-headings';

/** Numbers that jump or repeat among siblings, and sections of one parent whose title leads a reader to the wrong one. */
export function outlineFindings({ document, course }: FeatureContext): Finding[] {
  const items = outlineOf(document);
  return [...numberFindings(items, document), ...duplicateHeadings(items, document, course)];
}

function numberFindings(items: readonly OutlineItem[], document: CourseDocument): Finding[] {
  return numberBreaks(items, inOneBranch(document)).flatMap(({ kind, item, span, after, expected, changes }) => {
    if (kind === 'gap' && isWritten(expected, document.text.slice(after, item.span.start))) return [];
    const title = say`Renumber from here: ${item.written!.text} becomes ${expected}`;
    return [
      {
        code: kind === 'gap' ? 'outline.number-gap' : 'outline.number-duplicate',
        span,
        message:
          kind === 'gap'
            ? say`${item.written!.text} comes here where ${expected} would be next: was something left out?`
            : say`${item.written!.text} comes a second time here: ${expected} would be next`,
        fixes: changes.length > 0 ? [{ title, safe: false, changes }] : [],
      },
    ];
  });
}

/** Whether a number begins a line that is no entry of the series: `5.Mask`, a paragraph, a heading of another level. */
const isWritten = (number: string, between: string): boolean =>
  between.split('\n').some((line) => {
    const written = line.replace(/^[\s>#*_-]+/, '');
    const behind = written.slice(number.length);
    return written.startsWith(number) && (/^[.)、．:：]/.test(behind) || (/^[ \t]*#/.test(line) && /^\s/.test(behind)));
  });
