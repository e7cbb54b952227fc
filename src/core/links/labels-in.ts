import type { CourseDocument } from '../course/course-document';
import { detached } from '../text/detached';
import type { Anchor } from './file-links';

/**
 * `(label)=` before what it names, `:label:` and `:name:` in a directive, `#| label:` in a cell or behind its language,
 * `{#…}` behind anything.
 */
const label =
  /^[ \t>]*\(([^()\s]{1,200})\)=[ \t]*$|^[ \t>]*:(?:label|name):[ \t]*(\S{1,200})[ \t]*$|^[ \t]*#\|[ \t]*label:[ \t]*["']?([\w:.-]{1,200})|\{#([\w:.-]{1,200})|^[ \t>]*`{3,}\{\w+[ ,]+(?:label *= *["']?)?((?:fig|tbl|lst)-[\w:.-]{1,200})|\\label\{([^{}\s]{1,200})\}/gm;

/** The labels that a file gives its places, where they stand. */
export function labelsIn({ text, language }: CourseDocument): Anchor[] {
  if (language !== 'markdown') return [];
  return [...text.matchAll(label)].map(({ 0: found, 1: a, 2: b, 3: c, 4: d, 5: e, 6: f, index }) => {
    const name = (a ?? b ?? c ?? d ?? e ?? f)!;
    const start = index + found.lastIndexOf(name);
    return { slug: detached(name), span: { start, end: start + name.length } };
  });
}
