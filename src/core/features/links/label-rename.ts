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
  // A name that could not be given cannot be taken back either.
  if (!label || refusal(label.kind, label.name) !== undefined) return undefined;
  return { range: document.lines.rangeOf(label.span), placeholder: label.name };
}

/** Gives a reference or a footnote another label, where it is defined and wherever it is used. */
export async function renameLabel(
  { document, builtInMarkdown }: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const label = document.language === 'markdown' ? ownLabelAt(document, offset, builtInMarkdown) : undefined;
  if (!label) return undefined;
  const refused = refusal(label.kind, newName);
  if (refused !== undefined) throw new RenameRefused(refused);
  return [...label.definitions, ...label.uses].map((span) => ({
    uri: document.uri,
    range: document.lines.rangeOf(span),
    newText: newName,
  }));
}

/** Why a label may not be called so. */
function refusal(kind: 'footnote' | 'reference', name: string): string | undefined {
  const isFootnote = kind === 'footnote';
  if (!/[[\]\\]/.test(name) && !(isFootnote ? /[\s^]/.test(name) : name.startsWith('^'))) return undefined;
  return isFootnote
    ? say`A footnote’s label is one word without brackets.`
    : say`A reference’s label holds no brackets and does not begin with ^.`;
}
