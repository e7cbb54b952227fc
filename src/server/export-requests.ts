import { pictureColours } from '../core/export/picture-colours';
import { type PictureSource, planPictures } from '../core/export/plan-pictures';
import { ownMark, standalonePicture } from '../core/export/standalone-picture';
import type { PictureDrawer } from '../core/picture-drawer';
import type { CourseService } from '../core/service';
import type { Answers } from './answers';
import { canonicalUri } from './canonical-uri';

declare const COURSEWRIGHT_VERSION: string;

/** Answers what is asked to write the pictures of a course: the client writes them. */
export function answerExport(answers: Answers, service: CourseService, pictures: PictureDrawer): void {
  answers.own('coursewright/exportPlan', async ({ uri, out, theme }) => {
    const folder = canonicalUri(uri);
    const sources: PictureSource[] = [];
    for (const file of await service.courseFiles(folder)) {
      for (const { title, typeName, range, text } of (await service.panelDiagrams(file)) ?? []) {
        sources.push({ uri: file, folder, line: range.start.line, title, kind: typeName, text });
      }
    }
    const manner = { out: canonicalUri(out), colours: coloursOf(theme), version: COURSEWRIGHT_VERSION };
    return { pictures: planPictures(sources, manner), mark: ownMark };
  });

  answers.own('coursewright/exportPicture', async ({ picture: { text, stamp, caption }, theme }) => {
    const drawn = await pictures.draw({ text, colours: coloursOf(theme) });
    return 'why' in drawn
      ? { file: null, why: drawn.why }
      : { file: standalonePicture(drawn, stamp, caption), why: null };
  });
}

const coloursOf = (theme: unknown) => pictureColours[theme === 'dark' ? 'dark' : 'light'];
