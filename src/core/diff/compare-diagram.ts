import type { CourseDocument } from '../course/course-document';
import { contains } from '../text/span';
import { type ComparedDiagram, comparedDiagram } from './compared-diagram';
import { pairDiagrams } from './diagram-parts';

/**
 * The diagram around an offset, else the first one behind it, else the last, drawn together with what it was in another
 * state of its file, or with the diagram of its kind in another file. Undefined where either has none.
 */
export function compareDiagram(
  after: CourseDocument,
  before: CourseDocument,
  offset: number,
): ComparedDiagram | undefined {
  const { diagrams } = after;
  const chosen =
    diagrams.find(({ span }) => contains(span, offset)) ??
    diagrams.find(({ span }) => span.start > offset) ??
    diagrams.at(-1);
  if (!chosen) return undefined;
  const pair = pairDiagrams({ before, after }).pairs.find(([, { diagram }]) => diagram === chosen);
  return pair && comparedDiagram(...pair);
}
