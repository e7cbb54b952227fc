import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  ClientCapabilities,
  CreateFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { CourseEdit } from '../core/course/course-edit';
import type { CourseAction } from '../core/features/course-action';
import { getOrSet } from '../core/get-or-set';

/**
 * Edits as a client can take them; those of an open file name the version that they are for, so that they are not made
 * in a later one. What a person is to look at first carries an annotation that asks for it, where the
 * client knows annotations. Undefined when a file would have to be made and the client cannot.
 */
export function toWorkspaceEdit(
  { edits, creates }: Pick<CourseAction, 'edits' | 'creates'>,
  client: ClientCapabilities,
  versionOf: (uri: string) => number | null,
): WorkspaceEdit | undefined {
  const can = client.workspace?.workspaceEdit;
  if (creates && !can?.resourceOperations?.includes('create')) return undefined;
  const byFile = new Map<string, CourseEdit[]>();
  for (const edit of edits) getOrSet(byFile, edit.uri, () => []).push(edit);
  if (!can?.documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([uri, own]) => [uri, own.map(toTextEdit)])) };
  }
  const annotations = can.changeAnnotationSupport ? annotationsOf(edits) : new Map<string, string>();
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [...byFile].map(([uri, own]) => ({
    textDocument: { uri, version: versionOf(uri) },
    edits: own.map((edit) => annotated(edit, annotations)),
  }));
  if (creates) {
    const start = { line: 0, character: 0 };
    documentChanges.push(
      { kind: 'create', uri: creates.uri, options: { ignoreIfExists: false, overwrite: false } },
      {
        textDocument: { uri: creates.uri, version: null },
        edits: [{ range: { start, end: start }, newText: creates.text }],
      },
    );
  }
  const changeAnnotations = Object.fromEntries(
    [...annotations].map(([label, id]): [string, ChangeAnnotation] => [id, { label, needsConfirmation: true }]),
  );
  return { documentChanges, ...(annotations.size > 0 ? { changeAnnotations } : {}) };
}

/** Identifiers for the reasons to look at an edit. */
function annotationsOf(edits: readonly CourseEdit[]): Map<string, string> {
  const reasons = new Set(edits.flatMap(({ confirm }) => confirm ?? []));
  return new Map([...reasons].map((reason, i) => [reason, `confirm-${i + 1}`]));
}

function annotated(edit: CourseEdit, annotations: ReadonlyMap<string, string>): TextEdit | AnnotatedTextEdit {
  const annotationId = edit.confirm && annotations.get(edit.confirm);
  return annotationId ? { ...toTextEdit(edit), annotationId } : toTextEdit(edit);
}

const toTextEdit = ({ range, newText }: CourseEdit): TextEdit => ({ range, newText });
