import { conceptDiagram } from '../core/concepts/concept-text';
import { cardFormats, cardText } from '../core/overview/card-text';
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

  answers.own('coursewright/teachingKit', async ({ uri: sent }) => {
    const uri = canonicalUri(sent);
    await service.courseFiles(uri);
    return { kit: (await service.teachingKit(uri)) ?? null };
  });

  answers.own('coursewright/keyConcepts', async ({ uri: sent, range }) => {
    const uri = canonicalUri(sent);
    await service.courseFiles(uri);
    const document = await service.document(uri);
    if (!document) return { diagram: null };
    const [start, end] = [document.lines.offsetAt(range.start), document.lines.offsetAt(range.end)];
    const found = await service.sectionConcepts(uri, start === end ? { offset: start } : { span: { start, end } });
    return { diagram: found && found.concepts.length > 0 ? conceptDiagram(found, found.title) : null };
  });

  answers.own('coursewright/reading', async ({ uri, position }) => {
    const reading = await service.reading(canonicalUri(uri), position);
    return { reading: reading ? { ...reading, uri } : null };
  });

  answers.own('coursewright/cards', async ({ uri: sent, format }) => {
    const uri = canonicalUri(sent);
    await service.courseFiles(uri);
    const kit = await service.teachingKit(uri);
    const known = cardFormats.find((one) => one === format) ?? 'anki';
    return { text: kit ? cardText(kit.cards, known, kit.title) : '', count: kit?.cards.length ?? 0 };
  });
}
