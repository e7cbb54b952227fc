import type { Course } from '../../course/course';
import type { CourseEdit } from '../../course/course-edit';
import { courseLanguageOf } from '../../course/course-language';
import { demoChange, demoFences } from '../../demos/demo-fence';
import { dataUri } from '../../demos/demo-host';
import { setDemoKey } from '../../demos/set-demo-key';
import { type FileMove, movedTo } from '../../links/file-move';
import { relativeTarget } from '../../links/link-target';

const key = 'data.path';

/** What YAML reads as a text without quotes. */
const plain = /^(?:\.{0,2}\/)*[a-z_][\w./-]*(?: [\w./-]+)*\.[a-z]+$/i;

/** The edits that let demos read the data files that they read now, once files and folders have moved. */
export async function movedData(course: Course, moves: readonly FileMove[]): Promise<CourseEdit[]> {
  const plainMoves = moves.map(({ from, to }) => ({ from: decodeURIComponent(from), to: decodeURIComponent(to) }));
  const edits: CourseEdit[] = [];
  for (const uri of course.uris) {
    if (courseLanguageOf(uri) !== 'markdown') continue;
    const lesson = movedTo(decodeURIComponent(uri), plainMoves);
    const text = await course.text(uri);
    const document = text && /\bpath["']?[ \t]*:/.test(text) ? await course.document(uri) : undefined;
    for (const { fence, demo } of document ? demoFences(document) : []) {
      const place = demo.places.get(key)?.value;
      const path = place && demo.text.slice(place.start, place.end).replace(/^(["'])(.*)\1$/s, '$2');
      const data = path === undefined ? undefined : dataUri(uri, course.root, path);
      if (!document || !place || data === undefined) continue;
      const after = movedTo(decodeURIComponent(data), plainMoves);
      const newPath = decodeURIComponent(relativeTarget(encodeURI(lesson), encodeURI(after)));
      if (newPath === path || decodeURIComponent(relativeTarget(uri, data)) === newPath) continue;
      // Where the author wrote no quotes and none are needed, none are put.
      const isBare = plain.test(newPath) && demo.text.slice(place.start, place.end) === path;
      const set = isBare ? { span: place, newText: newPath } : setDemoKey(demo.kind, demo.text, key, newPath);
      const change = demoChange(set, fence);
      if (change) edits.push({ uri, range: document.lines.rangeOf(change.span), newText: change.newText });
    }
  }
  return edits;
}
