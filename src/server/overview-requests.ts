import { withOverview } from '../core/overview/with-overview';
import type { CourseService } from '../core/service';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';

/** Answers what is asked for a course's overview. */
export function answerOverview(answers: Answers, service: CourseService): void {
  answers.own('coursewright/overview', async ({ uri: sent, before }) => {
    const uri = canonicalUri(sent);
    // Of a course that is still being read the files that come would be missing.
    await service.courseFiles(uri);
    const overview = await service.overview(uri);
    return { text: overview === undefined ? before : withOverview(before, overview) };
  });
}
