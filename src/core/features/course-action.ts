import type { CodeActionKind } from 'vscode-languageserver-types';
import type { CourseEdit } from '../course/course-edit';

/** Something that can be done at a place, as edits that an editor may preview and undo. */
export interface CourseAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly edits: readonly CourseEdit[];
  /** A file to make, with its whole text. */
  readonly creates?: { readonly uri: string; readonly text: string };
}
