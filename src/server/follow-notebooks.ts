import {
  type Connection,
  DidChangeNotebookDocumentNotification,
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  type NotebookDocumentSyncOptions,
} from 'vscode-languageserver';
import { forgetCell, nameCell } from './canonical-uri';
import { isObject } from './sent-values';

/** What a client that synchronizes notebooks is asked for: the markdown in Jupyter's. */
export const notebookSync: NotebookDocumentSyncOptions = {
  notebookSelector: [{ notebook: { notebookType: 'jupyter-notebook' }, cells: [{ language: 'markdown' }] }],
};

/** What follows the texts of cells. A document and its changes are as the client sent them, and may be anything. */
export interface CellFollower {
  opened(document: unknown): void;
  edited(document: unknown, changes: unknown): void;
  closed(uri: string): void;
}

/** Follows the cells of the notebooks that a client opens: each is a text of its own, and a part of its notebook's file. */
export function followNotebooks(connection: Connection, follower: CellFollower): void {
  /** The cells that are open, by notebook: a client may close one without naming them. */
  const open = new Map<string, Set<string>>();
  const enter = (notebook: string, cells: unknown) => {
    for (const cell of listOf(cells)) {
      if (typeof cell.uri === 'string') {
        nameCell(cell.uri, notebook);
        const known = open.get(notebook);
        if (known) known.add(cell.uri);
        else open.set(notebook, new Set([cell.uri]));
      }
      follower.opened(cell);
    }
  };
  const leave = (notebook: string, uris: Iterable<string>) => {
    for (const uri of uris) {
      open.get(notebook)?.delete(uri);
      follower.closed(uri);
      forgetCell(uri);
    }
  };

  connection.onNotification(DidOpenNotebookDocumentNotification.type.method, (sent: unknown) => {
    const notebook = notebookIn(sent);
    if (notebook !== undefined && isObject(sent)) enter(notebook, sent.cellTextDocuments);
  });
  connection.onNotification(DidChangeNotebookDocumentNotification.type.method, (sent: unknown) => {
    const notebook = notebookIn(sent);
    if (notebook === undefined || !isObject(sent) || !isObject(sent.change) || !isObject(sent.change.cells)) return;
    const { structure, textContent } = sent.change.cells;
    if (isObject(structure)) {
      leave(
        notebook,
        listOf(structure.didClose).flatMap(({ uri }) => (typeof uri === 'string' ? [uri] : [])),
      );
      enter(notebook, structure.didOpen);
    }
    for (const { document, changes } of listOf(textContent)) follower.edited(document, changes);
  });
  connection.onNotification(DidCloseNotebookDocumentNotification.type.method, (sent: unknown) => {
    const notebook = notebookIn(sent);
    if (notebook === undefined) return;
    leave(notebook, [...(open.get(notebook) ?? [])]);
    open.delete(notebook);
  });
}

const notebookIn = (sent: unknown): string | undefined =>
  isObject(sent) && isObject(sent.notebookDocument) && typeof sent.notebookDocument.uri === 'string'
    ? sent.notebookDocument.uri
    : undefined;

const listOf = (sent: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(sent) ? sent.filter((item) => isObject(item)) : [];
