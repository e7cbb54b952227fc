import type { Finding, Fix } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { fileLesson, type WrittenNeed } from '../../order/file-lesson';
import { statedNeeds } from '../../order/stated-needs';
import type { FeatureContext } from '../feature-context';

/**
 * `order.unknown-lesson`: a name in `needs` that means no lesson, or several. Told only where some need of the course does
 * mean one: elsewhere the word may be another tool's. Addresses of other sites are no names.
 */
export function unknownLessonFindings({ document: { uri }, course, settings }: FeatureContext): Finding[] {
  const written = course.fact(fileLesson, uri)?.needs ?? [];
  if (settings.severity['order.unknown-lesson'] === 'off' || written.length === 0 || !course.isLoaded) return [];
  const needs = statedNeeds(course);
  if (needs.isEmpty) return [];
  return written.flatMap((need): Finding[] => {
    if (/^[a-z][\w+.-]*:\/\//i.test(need.name) || needs.lesson(need.name, uri) !== undefined) return [];
    const count = needs.called(need.name);
    const near = count > 1 ? undefined : needs.near(need.name);
    const why =
      count > 1
        ? say`${count} lessons are called “${need.name}”; its path says which is meant.`
        : say`No lesson of the course is called “${need.name}”${near === undefined ? '.' : say`; one is called “${near}”.`}`;
    const fixes = near === undefined ? [] : [renamed(need, near)];
    return [{ code: 'order.unknown-lesson', span: need.span, message: why, fixes }];
  });
}

const renamed = ({ span }: WrittenNeed, name: string): Fix => ({
  title: say`Replace by “${name}”`,
  safe: false,
  // A name with signs of YAML, or one that reads as a number, stands in quotes.
  changes: [{ span, newText: /^\p{L}[\p{L}\p{N} _-]*$/u.test(name) ? name : JSON.stringify(name) }],
});
