import type { Range } from 'vscode-languageserver-types';
import type { CourseEdit } from '../course/course-edit';
import type { FeatureContext } from './feature-context';
import { prepareDiagramRename, renameInDiagrams } from './mermaid/rename';
import { prepareHeadingRename, renameHeading } from './outline/heading-rename';
import { RenameRefused } from './rename-refused';
import { prepareTermRename, renameTerm } from './terms/term-rename';

/** What would be renamed at a place, and its present name. */
export interface RenameSubject {
  readonly range: Range;
  readonly placeholder: string;
}

/** Renames one kind of thing. Both answer undefined where no such thing stands. */
export interface Renamer {
  prepare(context: FeatureContext, offset: number): RenameSubject | undefined | Promise<RenameSubject | undefined>;
  rename(context: FeatureContext, offset: number, newName: string): Promise<readonly CourseEdit[] | undefined>;
}

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
