import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { canonicalUri } from './canonical-uri';
import { isObject } from './sent-values';

/** The course folders of a client and those inside them that a settings file marks, as canonical URIs without a trailing slash. */
export class CourseFolders {
  #roots: readonly string[];
  #marked: readonly string[] = [];

  constructor({ workspaceFolders, rootUri, rootPath }: Partial<InitializeParams>) {
    const named = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
    this.#roots = workspaceFolders ? urisOf(workspaceFolders) : urisOf([{ uri: named }]);
  }

  get roots(): readonly string[] {
    return [...new Set([...this.#roots, ...this.#marked])];
  }

  /** Those that the client named. */
  get named(): readonly string[] {
    return this.#roots;
  }

  /** Takes in which folders are marked now. */
  mark(found: readonly string[]): void {
    this.#marked = found.map(canonicalUri);
  }

  /** Whether that would make others of them. */
  wouldMark(found: readonly string[]): boolean {
    return found.map(canonicalUri).join('\n') !== this.#marked.join('\n');
  }

  change({ added, removed }: Partial<WorkspaceFoldersChangeEvent>): void {
    const gone = urisOf(removed);
    this.#roots = [...new Set([...this.#roots.filter((root) => !gone.includes(root)), ...urisOf(added)])];
  }
}

const urisOf = (folders: unknown): string[] =>
  (Array.isArray(folders) ? folders : []).flatMap((folder: unknown) =>
    isObject(folder) && typeof folder.uri === 'string' ? canonicalUri(folder.uri).replace(/\/$/, '') : [],
  );
