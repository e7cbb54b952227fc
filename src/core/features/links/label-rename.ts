import type { CourseEdit } from '../../course/course-edit';
import { say } from '../../l10n/say';
import type { FeatureContext } from '../feature-context';
import { RenameRefused } from '../rename-refused';
import type { RenameSubject } from '../renamer';
import { ownLabelAt } from './link-at';

/** The label of a reference or a footnote at an offset. References of plain markdown are VS Code's own to rename. */
export function prepareLabelRename(
  { document, builtInMarkdown }: FeatureContext,
  offset: number,
): RenameSubject | undefined {
  const label = document.language === 'markdown' ? ownLabelAt(document, offset, builtInMarkdown) : undefined;
  return label && { range: document.lines.rangeOf(label.span), placeholder: label.name };
}

/** Gives a reference or a footnote another label, where it is defined and wherever it is used. */
export async function renameLabel(
  { document, builtInMarkdown }: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const label = document.language === 'markdown' ? ownLabelAt(document, offset, builtInMarkdown) : undefined;
  if (!label) return undefined;
  if (/[[\]\\]/.test(newName) || (label.kind === 'footnote' ? /[\s^]/.test(newName) : newName.startsWith('^'))) {
    throw new RenameRefused(
      label.kind === 'footnote'
        ? say`A footnote’s label is one word without brackets.`
        : say`A reference’s label holds no brackets and does not begin with ^.`,
    );
  }
  return [...label.definitions, ...label.uses].map((span) => ({
    uri: document.uri,
    range: document.lines.rangeOf(span),
    newText: newName,
  }));
}
