import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../core/l10n/say';
import type { FileRequests } from '../protocol';
import { isByLink } from './is-by-link';

/** Reads files for a server that has no disk: by whatever file system VS Code has for them. */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const isLink = askedOnce(isLinkNow);
  const serve = <N extends keyof FileRequests>(
    name: N,
    answer: (params: FileRequests[N]['params']) => Promise<FileRequests[N]['result']>,
  ) => client.onRequest(name, answer as (params: unknown) => Promise<unknown>);
  return vscode.Disposable.from(
    serve('coursewright/files/list', async ({ folder }) => {
      const all = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*');
      const found = await vscode.workspace.findFiles(all, '**/{.git,node_modules}/**');
      return found.map((uri) => uri.toString());
    }),
    serve('coursewright/files/read', async ({ uri, maxSize, within }) => {
      const file = vscode.Uri.parse(uri);
      const { type, size } = await vscode.workspace.fs.stat(file).then(undefined, () => none);
      if (size < 0) return null;
      if (!(type & vscode.FileType.File)) return { refused: say`is no regular file` };
      if (size > maxSize) return { refused: say`is larger than ${maxSize / 2 ** 20} MB` };
      if (within !== undefined && (await isByLink(uri, within, isLink)))
        return { refused: say`is reached by a link, and where that leads cannot be told here` };
      const bytes = await vscode.workspace.fs.readFile(file);
      try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
      } catch {
        return { refused: say`is no UTF-8 text: save it as UTF-8` };
      }
    }),
    serve('coursewright/files/names', async ({ folder }) => {
      const entries = vscode.workspace.fs.readDirectory(vscode.Uri.parse(folder));
      return entries.then(
        (found) => found.map(([name]) => name),
        () => null,
      );
    }),
  );
}

/** Whether a file or folder is a link; what is not there is none. */
const isLinkNow = async (uri: string): Promise<boolean> => {
  const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri)).then(undefined, () => none);
  return (type & vscode.FileType.SymbolicLink) !== 0;
};

/** How long a file or folder is taken for a link or none, in milliseconds: the files of a course share their folders. */
const stands = 2000;

function askedOnce(ask: (uri: string) => Promise<boolean>): (uri: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (uri) => {
    const answer = known.get(uri) ?? ask(uri);
    if (!known.has(uri)) {
      known.set(uri, answer);
      setTimeout(() => known.delete(uri), stands);
    }
    return answer;
  };
}

/** What is not there. */
const none = { type: vscode.FileType.Unknown, size: -1 };
