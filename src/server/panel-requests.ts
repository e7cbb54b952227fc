import type { PictureDrawer } from '../core/picture-drawer';
import type { CourseService } from '../core/service';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';

/** Answers what the panel asks beyond the protocol's own requests. */
export function answerPanel(answers: Answers, service: CourseService, pictures: PictureDrawer): void {
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

  answers.own('coursewright/panelSubject', async (params) => {
    const uri = canonicalUri(params.uri);
    const document = await service.document(uri);
    if (!document) return { subject: null, contents: [] };
    const choice =
      'position' in params ? { offset: document.lines.offsetAt(params.position) } : { index: params.index };
    const subject = (await service.panelSubject(uri, choice)) ?? null;
    return { subject: subject && { ...subject, uri: params.uri }, contents: (await service.panelContents(uri)) ?? [] };
  });
}
