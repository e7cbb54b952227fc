import * as vscode from 'vscode';
import { writeEdits } from './write-edits';

/** The document that a panel follows, and whether it can be written. */
export class FollowedDocument {
  #document: vscode.TextDocument | undefined;
  #readOnly = false;
  /** An editor can be read-only although its file is not, and nothing but a refused edit tells. */
  #refused = false;

  get document(): vscode.TextDocument | undefined {
    return this.#document;
  }

  get uri(): string | undefined {
    return this.#document?.uri.toString();
  }

  /** Whether the file cannot be written, or an edit was refused. */
  get readOnly(): boolean {
    return this.#readOnly || this.#refused;
  }

  /** Follows a document from now on; whether its file is read-only is known when this is done. */
  async open(document: vscode.TextDocument): Promise<void> {
    this.#document = document;
    this.#refused = false;
    this.#readOnly = vscode.workspace.fs.isWritableFileSystem(document.uri.scheme) === false;
    try {
      const { permissions } = await vscode.workspace.fs.stat(document.uri);
      if (permissions === vscode.FilePermission.Readonly) this.#readOnly = true;
    } catch {
      // Not on a disk, as an untitled text is: it can be written.
    }
  }

  /** Follows nothing, until the next is opened. */
  leave(): void {
    this.#document = undefined;
  }

  /**
   * Forgets that an edit was refused: who comes back to an editor, or writes in it, may have made it writable.
   * @returns whether one was
   */
  forgive(): boolean {
    const refused = this.#refused;
    this.#refused = false;
    return refused;
  }

  /**
   * Writes edits of a version of the document.
   * @param edits asked for only where the file can be written
   * @returns whether they stand in the text: not in a read-only one, nor in one that has changed meanwhile
   */
  async write(uri: string, version: number, edits: () => Promise<readonly vscode.TextEdit[]>): Promise<boolean> {
    const document = this.#document;
    if (document?.uri.toString() !== uri || document.version !== version || this.#readOnly) return false;
    const changes = await edits();
    if (document.version !== version) return false;
    const outcome = await writeEdits(document, changes);
    if (outcome !== 'late') this.#refused = outcome === 'refused';
    return outcome === 'written';
  }
}
