import type { CourseEdit } from '../course/course-edit';
import { say } from '../l10n/say';
import { wellFormed } from '../text/well-formed';
import { prepareDemoRename, renameDemo } from './demos/binding-rename';
import type { FeatureContext } from './feature-context';
import { prepareLabelRename, renameLabel } from './links/label-rename';
import { preparePlaceLabelRename, renamePlaceLabel } from './links/place-label-rename';
import { prepareDiagramRename, renameInDiagrams } from './mermaid/rename';
import { prepareHeadingRename, renameHeading } from './outline/heading-rename';
import { holdsHidden, proveReversible } from './prove-reversible';
import { RenameRefused } from './rename-refused';
import type { Renamer, RenameSubject } from './renamer';
import { prepareTermRename, renameTerm } from './terms/term-rename';

/** The first that knows the place renames it. */
const renamers: readonly Renamer[] = [
  { prepare: prepareDemoRename, rename: renameDemo },
  { prepare: prepareDiagramRename, rename: renameInDiagrams },
  { prepare: prepareTermRename, rename: renameTerm },
  { prepare: prepareLabelRename, rename: renameLabel },
  { prepare: preparePlaceLabelRename, rename: renamePlaceLabel },
  { prepare: prepareHeadingRename, rename: renameHeading },
];

export async function prepareRename(context: FeatureContext, offset: number): Promise<RenameSubject | undefined> {
  for (const { prepare } of renamers) {
    const subject = await prepare(context, offset);
    if (subject) return isPlain(subject.placeholder) ? subject : undefined;
  }
  return undefined;
}

/** All edits of a rename, in every file of the course. Throws `RenameRefused`. */
export async function rename(
  context: FeatureContext,
  offset: number,
  newName: string,
): Promise<readonly CourseEdit[] | undefined> {
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name)) throw new RenameRefused(say`A name is one line with at least one character.`);
  if (!isPlain(name)) throw new RenameRefused(say`This name holds a control character, which nobody could see.`);
  for (const renamer of renamers) {
    const subject = await renamer.prepare(context, offset);
    const edits = await renamer.rename(context, offset, name);
    if (!edits) continue;
    if (subject && edits.length > 0) await proveReversible(context, renamer, subject, edits, name);
    return edits;
  }
  return undefined;
}

/** Whether a name can be written again as it stands: without what a field for names drops, hides or changes. */
const isPlain = (name: string): boolean =>
  name === name.trim() && wellFormed(name) === name && !/[\r\n]/.test(name) && !holdsHidden(name);
