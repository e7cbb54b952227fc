import type { Range } from 'vscode-languageserver-types';

/** One replacement in a file of the course. */
export interface CourseEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
  /** Why a person should look before it is done; it then arrives unticked where an editor can show that. */
  readonly confirm?: string;
}
