import type { Cancellation } from '../cancellation';
import type { CourseWorkspace, SourceFile } from '../workspace';
import type { CourseDocument, CourseLanguage } from './course-document';
import { courseLanguageOf, parseCourseDocument } from './parse-course-document';

/** Something small to know about each file of a course, kept after the file's text is let go. */
export interface Fact<T> {
  readonly name: string;
  of(document: CourseDocument): T;
}

/**
 * The files under one root. A closed file is read once, its facts are kept and its text is let go. An open file's text
 * is kept; its model and its facts are worked out when first asked for.
 */
export class Course {
  /** The root's URI, without a trailing slash. */
  readonly root: string;
  readonly #workspace: CourseWorkspace;
  readonly #facts: readonly Fact<unknown>[];
  readonly #files = new Map<string, CourseFile>();
  #revision = 0;
  #isLoaded = false;

  constructor(root: string, workspace: CourseWorkspace, facts: readonly Fact<unknown>[]) {
    this.root = root;
    this.#workspace = workspace;
    this.#facts = facts;
  }

  /** Grows with every change of any file: what was worked out at an earlier revision may be stale. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether every file was read: before, what is missing may only be unread. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get uris(): Iterable<string> {
    return this.#files.keys();
  }

  /** Takes in the text of a file that an editor holds; it counts until `close`. */
  open(source: SourceFile, language: CourseLanguage): void {
    this.#files.set(source.uri, new CourseFile(source, language));
    this.#revision++;
  }

  /** Lets a text go. Its facts stay as last seen, until the file is read again or removed. */
  close(uri: string): void {
    this.#files.get(uri)?.keepOnly(this.#facts);
  }

  /** Forgets a file that is gone, or all files of a folder, if any was known; what an editor holds open counts on. */
  remove(uri: string): boolean {
    const before = this.#revision;
    for (const [known, file] of this.#files) {
      if ((known !== uri && !known.startsWith(`${uri}/`)) || file.isOpen) continue;
      this.#files.delete(known);
      this.#revision++;
    }
    return this.#revision > before;
  }

  /** Reads a closed file for its facts. An open file is left alone: the editor's text counts. */
  async refresh(uri: string): Promise<void> {
    if (this.#files.get(uri)?.isOpen) return;
    const source = await this.#workspace.read(uri);
    if (this.#files.get(uri)?.isOpen) return;
    const language = courseLanguageOf(uri);
    if (!source || !language) {
      this.remove(uri);
      return;
    }
    const file = new CourseFile(source, language);
    file.keepOnly(this.#facts);
    this.#files.set(uri, file);
    this.#revision++;
  }

  /**
   * Reads every file under the root that is not known yet, and forgets those that no longer belong there. `report` hears
   * how far it is.
   */
  async load(cancellation?: Cancellation, report?: (done: number, total: number) => void): Promise<void> {
    const uris = await this.#workspace.list(this.root);
    if (!uris) return;
    const listed = new Set(uris);
    for (const [uri, file] of this.#files) if (!file.isOpen && !listed.has(uri)) this.#files.delete(uri);
    let done = 0;
    for (const uri of uris) {
      if (cancellation?.aborted) return;
      if (!this.#files.has(uri)) await this.refresh(uri);
      report?.(++done, uris.length);
    }
    this.#isLoaded = true;
    this.#revision++;
  }

  /** The model of an open file. */
  openDocument(uri: string): CourseDocument | undefined {
    return this.#files.get(uri)?.document;
  }

  /** The model of a file: an open one's as the editor has it, a closed one's read anew; undefined when unreadable. */
  async document(uri: string): Promise<CourseDocument | undefined> {
    const open = this.openDocument(uri);
    if (open) return open;
    const source = await this.#workspace.read(uri);
    const language = courseLanguageOf(uri);
    return source && language && parseCourseDocument(source, language);
  }

  fact<T>(fact: Fact<T>, uri: string): T | undefined {
    return this.#files.get(uri)?.fact(fact);
  }

  *all<T>(fact: Fact<T>): Iterable<readonly [uri: string, value: T]> {
    for (const [uri, file] of this.#files) {
      const value = file.fact(fact);
      if (value !== undefined) yield [uri, value];
    }
  }

  /** The pictures under the root, as they are now. */
  images(): Promise<readonly string[]> {
    return this.#workspace.listImages(this.root);
  }

  /** Whether a file or folder is there. */
  exists(uri: string): Promise<boolean> {
    return this.#workspace.exists(uri);
  }
}

/** One file: open, with its text, or closed, with its facts alone. */
class CourseFile {
  #source: SourceFile | undefined;
  #document: CourseDocument | undefined;
  readonly #language: CourseLanguage;
  readonly #known = new Map<Fact<unknown>, unknown>();

  constructor(source: SourceFile, language: CourseLanguage) {
    this.#source = source;
    this.#language = language;
  }

  get isOpen(): boolean {
    return this.#source !== undefined;
  }

  get document(): CourseDocument | undefined {
    if (!this.#document && this.#source) this.#document = parseCourseDocument(this.#source, this.#language);
    return this.#document;
  }

  fact<T>(fact: Fact<T>): T | undefined {
    if (!this.#known.has(fact) && this.document) this.#known.set(fact, fact.of(this.document));
    return this.#known.get(fact) as T | undefined;
  }

  keepOnly(facts: readonly Fact<unknown>[]): void {
    for (const fact of facts) this.fact(fact);
    this.#source = undefined;
    this.#document = undefined;
  }
}
