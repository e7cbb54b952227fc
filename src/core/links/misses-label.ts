import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import { labelsOf } from './labels';
import { siteOf } from './site-of';

/** What takes in labels that no text of the course shows: shortcodes, cells that write markdown, LaTeX of one's own. */
const unseen = /\{\{<|\boutput:\s*asis|\bresults\s*[:=]\s*["']?asis|\.ipynb\b/;

/**
 * Whether a label is surely nowhere: in a text of a Quarto site, whose pages are all texts of the course. MyST looks in
 * notebooks and in other books too, which are not read here.
 */
export async function missesLabel(course: Course, label: string, document: CourseDocument): Promise<boolean> {
  if (!/\.qmd$/i.test(document.uri) || !/^(?:fig|tbl|sec|eq|lst)-/.test(label) || unseen.test(document.text))
    return false;
  const site = await siteOf(course, document.uri);
  if (site?.kind.name !== 'Quarto') return false;
  const configuration = (await course.text(`${site.folder}/_quarto.yml`)) ?? '.ipynb';
  if (unseen.test(configuration)) return false;
  // Where a chapter is not there, as in a part of a book, its labels cannot be known.
  for (const [chapter] of configuration.matchAll(/[\w./-]+\.qmd\b/g)) {
    if (!(await course.exists(`${site.folder}/${chapter}`))) return false;
  }
  const labels = labelsOf(course);
  // The parts of a figure are numbered behind its label.
  return !labels.has(label.toLowerCase()) && !labels.has(label.toLowerCase().replace(/-\d+$/, ''));
}
