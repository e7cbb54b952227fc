import type { Cancellation } from '../../cancellation';
import { overviewMarkers, overviewPart } from '../../course/overview-part';
import type { Finding } from '../../diagnostics/course-diagnostic';
import { say } from '../../l10n/say';
import { withOverview } from '../../overview/with-overview';
import type { FeatureContext } from '../feature-context';
import { courseOverview } from './course-overview';

/** `overview.stale`: the course says something else by now than the overview that was written into this file. */
export async function overviewFindings(
  { document, course, settings }: FeatureContext,
  cancellation?: Cancellation,
): Promise<Finding[]> {
  const part = overviewPart(document.text);
  // Before all is read, what is missing may only be unread.
  if (!part || !course.isLoaded || settings.severity['overview.stale'] === 'off') return [];
  const overview = await courseOverview(course, document.uri, cancellation);
  if (overview === undefined) return [];
  const written = document.text.slice(part.start, part.end);
  const newText = withOverview(written, overview);
  if (newText === written) return [];
  return [
    {
      code: 'overview.stale',
      span: { start: part.start, end: part.start + overviewMarkers.begin.length },
      message: say`The course has changed since this overview was written.`,
      fixes: [{ title: say`Write the overview anew`, safe: false, changes: [{ span: part, newText }] }],
    },
  ];
}
