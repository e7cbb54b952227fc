import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { canonicalUri } from './canonical-uri';
import { isObject } from './sent-values';

/** The course folders of a client, as canonical URIs without a trailing slash. */
export class CourseFolders {
  #roots: readonly string[];

  constructor({ workspaceFolders, rootUri, rootPath }: Partial<InitializeParams>) {
    const named = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
    this.#roots = workspaceFolders ? urisOf(workspaceFolders) : urisOf([{ uri: named }]);
  }

  get roots(): readonly string[] {
    return this.#roots;
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
