import type { Range } from 'vscode-languageserver-types';
import type { CourseEdit } from '../course/course-edit';
import type { FeatureContext } from './feature-context';

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
