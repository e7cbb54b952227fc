import type { Range } from 'vscode-languageserver-types';
import type { CourseDocument } from '../../course/course-document';
import { outlineOf } from '../../outline/outline';
import type { OutlineItem, OutlineKind } from '../../outline/outline-item';

/** An outline entry as `coursewright outline --format json` prints it. */
export interface ListedItem {
  readonly title: string;
  readonly number: string | null;
  readonly kind: OutlineKind;
  readonly range: Range;
  readonly children: readonly ListedItem[];
}

/** A document's outline for scripts. */
export function listOutline(document: CourseDocument): ListedItem[] {
  const listed = ({ title, number, kind, span, children }: OutlineItem): ListedItem => ({
    title,
    number,
    kind,
    range: document.lines.rangeOf(span),
    children: children.map(listed),
  });
  return outlineOf(document).map(listed);
}
