import type { CourseEdit } from '../course/course-edit';
import type { FeatureContext } from './feature-context';
import { prepareDiagramRename, renameInDiagrams } from './mermaid/rename';
import { prepareHeadingRename, renameHeading } from './outline/heading-rename';
import { RenameRefused } from './rename-refused';
import type { Renamer, RenameSubject } from './renamer';
import { prepareTermRename, renameTerm } from './terms/term-rename';

/** The first that knows the place renames it. */
const renamers: readonly Renamer[] = [
  { prepare: prepareDiagramRename, rename: renameInDiagrams },
  { prepare: prepareTermRename, rename: renameTerm },
  { prepare: prepareHeadingRename, rename: renameHeading },
];

export async function prepareRename(context: FeatureContext, offset: number): Promise<RenameSubject | undefined> {
  for (const { prepare } of renamers) {
    const subject = await prepare(context, offset);
    if (subject) return subject;
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
  if (name === '' || /[\r\n]/.test(name)) throw new RenameRefused('A name is one line with at least one character.');
  for (const { rename } of renamers) {
    const edits = await rename(context, offset, name);
    if (edits) return edits;
  }
  return undefined;
}
