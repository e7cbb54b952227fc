import type { CourseDocument } from '../course/course-document';
import type { Span } from '../text/span';

/** What stands between two `%%`, which Obsidian shows to nobody; in code they are signs like others. */
export function vaultComments({ text, fences }: CourseDocument): readonly Span[] {
  const comments: Span[] = [];
  let open: number | undefined;
  let fence = 0;
  for (let at = text.indexOf('%%'); at >= 0; at = text.indexOf('%%', at + 2)) {
    while (fence < fences.length && fences[fence]!.span.end <= at) fence++;
    if (fence < fences.length && fences[fence]!.span.start <= at) continue;
    if (open === undefined) open = at;
    else {
      comments.push({ start: open, end: at + 2 });
      open = undefined;
    }
  }
  // One that nothing closes goes on to the end.
  return open === undefined ? comments : [...comments, { start: open, end: text.length }];
}
