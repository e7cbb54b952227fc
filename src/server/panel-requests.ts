import type { PictureDrawer } from '../core/picture-drawer';
import type { CourseService } from '../core/service';
import type { ServerRequests } from '../protocol';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';
import type { OpenTexts } from './open-texts';

/** Answers what the panel asks beyond the protocol's own requests. */
export function answerPanel(
  answers: Answers,
  service: CourseService,
  pictures: PictureDrawer,
  texts: Pick<OpenTexts, 'unread'>,
): void {
  answers.own('coursewright/picture', async (request) => {
    const drawn = await pictures.draw(request);
    return 'why' in drawn ? { picture: null, why: drawn.why } : { picture: drawn, why: null };
  });

  answers.own('coursewright/demoData', async ({ uri, path }) => ({
    file: (await service.demoData(canonicalUri(uri), path)) ?? null,
  }));

  answers.own('coursewright/demoEdit', async ({ uri, version, index, set }) => ({
    edits: (await service.demoEdit(canonicalUri(uri), version, index, set)) ?? [],
  }));

  answers.own('coursewright/search', ({ uri, query }) => service.search(canonicalUri(uri), String(query ?? '')));

  answers.own('coursewright/explain', async ({ uri, ranges }) => ({
    terms: (await service.explainWords(canonicalUri(uri), ranges)) ?? [],
  }));

  answers.own('coursewright/panelLesson', async ({ uri }) => {
    const demos = (await service.panelLesson(canonicalUri(uri))) ?? [];
    return { demos: demos.map((demo) => ({ ...demo, uri })) };
  });

  const isHurried = ({ uri, patient }: ServerRequests['coursewright/panelSubject']['params']) =>
    patient !== true && typeof uri === 'string' && texts.unread(canonicalUri(uri)) === 'reading';

  answers.own('coursewright/panelSubject', panelSubject, isHurried);

  async function panelSubject(params: ServerRequests['coursewright/panelSubject']['params']) {
    const uri = canonicalUri(params.uri);
    const nothing = () => ({ subject: null, contents: [], unread: texts.unread(uri) });
    if (texts.unread(uri)) return nothing();
    const document = await service.document(uri);
    // It may be another text by now, and not read yet.
    if (!document) return nothing();
    const choice =
      'position' in params ? { offset: document.lines.offsetAt(params.position) } : { index: params.index };
    const subject = (await service.panelSubject(uri, choice)) ?? null;
    const contents = (await service.panelContents(uri)) ?? [];
    return { subject: subject && { ...subject, uri: params.uri }, contents, unread: null };
  }
}
