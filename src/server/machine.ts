import type { CourseReader, TextTrial } from '../core/course/course-reader';
import type { DemoSolver } from '../core/demos/demo-solver';
import type { TexChecker } from '../core/math/tex-checker';
import type { FormulaTypesetter } from '../core/math/typesetter';
import type { MermaidJudge } from '../core/mermaid/judge';
import type { PictureDrawer } from '../core/picture-drawer';
import type { CourseSettings } from '../core/settings';
import type { CourseWorkspace } from '../core/workspace';
import type { EditorOfSession } from '../session/session';

/** What a server runs on: Node beside the author's disk, or a worker in the author's browser. */
export interface Machine {
  readonly workers: Workers & { readonly [name in keyof Workers]: { dispose(): Promise<void> } };
  /** The files that no editor has open. */
  files(options: FilesOptions): MachineFiles;
  /** Asks a tool for assistants about the course in a folder; absent where there are no files to read by path. */
  callTool?(folder: string, editor: EditorOfSession, name: string, input: unknown): Promise<unknown>;
  /** Whoever listens hears of errors that nobody caught; the server goes on. */
  onEscaped(listener: (error: unknown) => void): void;
}

/** The threads that a session has its work done by. */
export interface Workers {
  readonly judge: MermaidJudge;
  readonly demos: DemoSolver;
  readonly formulas: FormulaTypesetter & TexChecker;
  /** Reads the files of a large course; absent where the session does that itself. */
  readonly reader?: CourseReader;
  /** Tries out large texts that an editor opens; absent where the session reads them untried. */
  readonly trial?: TextTrial;
  readonly pictures: PictureDrawer;
}

export interface FilesOptions {
  /** Course folders as URIs; read anew at each question, so that an editor may add and remove some. */
  roots(): readonly string[];
  /** What to leave out under a root: by name, and by size. */
  settingsOf(root: string): Promise<Pick<CourseSettings, 'exclude' | 'files'>>;
  /** Hears of folders that cannot be read and of files that are left out, in a sentence. */
  warn(message: string): void;
}

export interface MachineFiles {
  readonly workspace: CourseWorkspace;
  /** The folders below a root that a settings file marks as courses of their own, as URIs. */
  markedFolders(root: string): Promise<readonly string[]>;
  /** What the files of a root state of its settings, keys without the prefix. */
  statedSettings(root: string): Promise<Readonly<Record<string, unknown>>>;
  /** The settings files that stand in a root, as URIs. */
  settingsFiles(root: string): Promise<readonly string[]>;
  /** The text of a settings file; undefined where it cannot be read. */
  settingsText(uri: string): Promise<string | undefined>;
  /** Watches the folders for a client that does not; absent where every client does. */
  watch?(listeners: FileListeners): FolderWatch;
}

/** Who hears of what others do to the files. */
export interface FileListeners {
  filesChanged(changes: unknown): Promise<void>;
  /** Folders came, perhaps with files in them. */
  foldersCame(): Promise<void>;
}

export interface FolderWatch {
  /** Begins with the folders below these roots. */
  start(roots: readonly string[]): Promise<void>;
  /** Looks again which folders there are, if it is watching at all. */
  follow(roots: readonly string[]): Promise<void>;
  dispose(): void;
}
