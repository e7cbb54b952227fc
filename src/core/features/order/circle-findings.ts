import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { fileLesson } from '../../order/file-lesson';
import { statedNeeds } from '../../order/stated-needs';
import { tableOfContents } from '../../order/table-of-contents';
import type { FeatureContext } from '../feature-context';

/** `order.circle`: a need that comes back to its own lesson, or that the table of contents puts after it. */
export async function circleFindings({ document: { uri }, course, settings }: FeatureContext): Promise<Finding[]> {
  if (settings.severity['order.circle'] === 'off') return [];
  const needs = statedNeeds(course);
  const own = needs.of(uri);
  if (own.length === 0) return [];
  const contents = await tableOfContents(course, uri);
  const titleOf = (lesson: string): string => `“${course.fact(fileLesson, lesson)?.title ?? fileName(lesson)}”`;
  return own.flatMap((need) => {
    const message = circle(need.uri) ?? against(need.uri);
    return message === undefined ? [] : [{ code: 'order.circle' as const, span: need.span, message, fixes: [] }];
  });

  function circle(needed: string): string | undefined {
    if (needed === uri) return say`A lesson cannot need itself.`;
    const back = needs.chain(needed, uri);
    if (!back) return undefined;
    const steps = back.slice(1).map((lesson) => (lesson === uri ? say`this lesson` : titleOf(lesson)));
    return say`The needs go in a circle: ${titleOf(needed)} needs ${steps.join(', which needs ')}.`;
  }

  function against(needed: string): string | undefined {
    const [place, other] = [contents?.places.get(uri), contents?.places.get(needed)];
    if (place === undefined || other === undefined || other < place) return undefined;
    return say`${contents!.source} puts ${titleOf(needed)} after this lesson, which needs it.`;
  }
}

const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
