import type { Language } from '../core/l10n/say';
import type { DataFile } from '../core/workspace';

/** What a server without a disk asks its client for, who reads files for it. Folders and files are URIs. */
export type FileRequests = {
  /** All files below a folder but those of `.git` and `node_modules`; null where they cannot be listed. */
  'coursewright/files/list': { params: { readonly folder: string }; result: readonly string[] | null };
  /**
   * A file's text, of so many bytes at most, or why it is not read; null where there is none. `within` names the folder out
   * of which no link may lead: where one lies on the way from it, the file is not read.
   */
  'coursewright/files/read': {
    params: { readonly uri: string; readonly maxSize: number; readonly within?: string };
    result: DataFile | null;
  };
  /** The names that a folder lists; null where there is no such folder. */
  'coursewright/files/names': { params: { readonly folder: string }; result: readonly string[] | null };
};

/** The first message to a server in a browser, before the protocol's own. */
export interface WebServerStart {
  /** Where the scripts of its workers are. */
  readonly folder: string;
  /** What the person reads, with its sentences: a browser reads no file for itself. */
  readonly language: Language;
}
