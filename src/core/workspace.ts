/** A file as read: its text without byte-order mark. */
export interface SourceFile {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
}

/** A data file that a demo names: its text, or why it is not read, to follow the file's name. */
export type DataFile = { readonly text: string } | { readonly refused: string };

/** What the core asks of the place where course files live. The disk is one answer; an editor's open files another. */
export interface CourseWorkspace {
  /** Course folders, as URIs without a trailing slash. */
  readonly roots: readonly string[];
  /**
   * All course files under a root, by ending and ignore rules, in path order; those under another root that stands
   * inside of it belong to that one. Undefined where files cannot be listed: a virtual file system.
   */
  list(root: string): Promise<readonly string[] | undefined>;
  /** Whether `list` would name a file that is there. */
  covers(uri: string): Promise<boolean>;
  /** All pictures under a root, by the same rules. */
  listImages(root: string): Promise<readonly string[]>;
  /** All tables (CSV and its like) under a root, by the same rules. */
  listTables(root: string): Promise<readonly string[]>;
  /** An open or stored file; undefined when it cannot be read. */
  read(uri: string): Promise<SourceFile | undefined>;
  /** A data file of the course in the root, of so many bytes at most; undefined when there is none. */
  readData(uri: string, root: string, maxSize: number): Promise<DataFile | undefined>;
  /**
   * The files or folders that a URI names, spelled as their folders list them: itself where it is there so, else those
   * that differ from it only in case or Unicode form, whatever the file system thinks of such names.
   */
  spellings(uri: string): Promise<readonly string[]>;
}
