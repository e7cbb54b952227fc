import type { Range } from 'vscode-languageserver-types';
import type { CourseDocument } from '../course/course-document';
import { detached } from '../text/detached';
import { outlineOf } from './outline';
import { itemName, type OutlineItem } from './outline-item';

/** A numbered entry of a file's outline, an area with a mnemonic, or a section that holds some. */
export interface Skill {
  /** As a list shows it, number and title. */
  readonly name: string;
  readonly title: string;
  readonly number: string | null;
  readonly kind: 'heading' | 'skill' | 'mnemonic';
  /** More than the title says: a mnemonic. */
  readonly detail?: string;
  /** What names it. */
  readonly range: Range;
  readonly children: readonly Skill[];
}

/** A document's numbered outline; nothing in it keeps the document's text alive. */
export function skillsOf(document: CourseDocument): Skill[] {
  const skills = (items: readonly OutlineItem[]): Skill[] => items.flatMap((item) => skill(item) ?? []);
  const skill = (item: OutlineItem): Skill | undefined => {
    const { kind, title, number, detail, selectionSpan, children: items } = item;
    if (kind === 'diagram' || kind === 'demo') return undefined;
    const children = skills(items);
    if (kind === 'heading' && number === null && children.length === 0) return undefined;
    return {
      name: detached(itemName(item)),
      title: detached(title),
      number: number && detached(number),
      kind,
      ...(detail === undefined ? {} : { detail: detached(detail) }),
      range: document.lines.rangeOf(selectionSpan),
      children,
    };
  };
  return skills(outlineOf(document));
}
