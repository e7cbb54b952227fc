import type { Cancellation } from '../cancellation';
import type { CourseWorkspace, SourceFile } from '../workspace';
import type { CourseDocument, CourseLanguage } from './course-document';
import { CourseFile, type KnownFacts } from './course-file';
import { courseLanguageOf } from './course-language';
import type { CourseParser } from './course-parser';
import type { ReaderOfCourse } from './course-reader';
import { type Fact, type PackedFacts, unpackFacts } from './fact';

/** Characters of a file that is read by whoever asks; a larger one might keep everybody waiting. */
export const mostReadHere = 100_000;

/** How many files a course must have before a reader is worth its start. */
const worthReader = 200;

/**
 * The files under one root. A closed file is read once, its facts are kept and its text is let go. An open file's text
 * is kept; its model and its facts are worked out when first asked for.
 */
export class Course {
  /** The root's URI, without a trailing slash. */
  readonly root: string;
  readonly #workspace: CourseWorkspace;
  readonly #parse: CourseParser;
  readonly #facts: readonly Fact<unknown>[];
  readonly #reader: ReaderOfCourse | undefined;
  readonly #files = new Map<string, CourseFile>();
  /** What the reader was asked for and nobody removed since. */
  readonly #reading = new Set<string>();
  /** The last reading of each file that is being read. */
  readonly #turns = new Map<string, symbol>();
  #order: readonly string[] | undefined;
  #revision = 0;
  #isLoaded = false;
  /** How often a large open file was edited: of such an edit others hear when somebody asks. */
  #largeEdits = 0;
  #atHand:
    | { readonly uri: string; readonly facts: KnownFacts; readonly others: number; readonly course: Course }
    | undefined;

  /** `reader` reads the files of a large course for the same facts, in the same order. */
  constructor(
    root: string,
    workspace: CourseWorkspace,
    parse: CourseParser,
    facts: readonly Fact<unknown>[],
    reader?: ReaderOfCourse,
  ) {
    this.#reader = reader;
    this.#parse = parse;
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

  /** The files in the order of their names, whenever each of them came. */
  get uris(): readonly string[] {
    this.#order ??= [...this.#files.keys()].sort();
    return this.#order;
  }

  /** Takes in the text of a file that an editor holds; it counts until `close`. */
  open(source: SourceFile, language: CourseLanguage): void {
    this.#turns.delete(source.uri);
    const known = this.#files.get(source.uri);
    const before = known && source.text.length > mostReadHere ? known : undefined;
    const earlier = before?.isOpen && before.language === language ? before.asEarlier : undefined;
    if (earlier) this.#largeEdits++;
    this.#keep(source.uri, new CourseFile(this.#parse, source, language, new Map(), earlier));
  }

  /**
   * This course for one who cannot wait: of a large open file that was just edited, the facts are those from before the
   * edits, places in them included, as far as nobody asked for them since, and its model may be what a glance at the edit
   * makes of it. All other files are as they are.
   */
  atHand(uri: string): Course {
    const file = this.#files.get(uri);
    const facts = file?.earlier && !file.knows(this.#facts) ? file.lastKnown : undefined;
    if (!file || !facts) return this;
    const state = { uri, facts, others: this.#revision - this.#largeEdits };
    const last = this.#atHand;
    const stands = last?.uri === uri && last.facts === facts && last.others === state.others;
    const course = stands ? last.course : this.withTexts(new Map());
    // The facts are the same ones: what was worked out of them stands.
    course.#files.set(uri, file.atGlance(facts));
    this.#atHand = { ...state, course };
    return course;
  }

  /** Lets a text go. Its facts stay as last seen, until the file is read again or removed. */
  close(uri: string): void {
    this.#files.get(uri)?.keepOnly(this.#facts);
  }

  /** Forgets a file that is gone, or all files of a folder, if any was known; what an editor holds open counts on. */
  remove(uri: string): boolean {
    const before = this.#revision;
    const isGone = (known: string) => known === uri || known.startsWith(`${uri}/`);
    for (const read of this.#reading) if (isGone(read)) this.#reading.delete(read);
    for (const read of this.#turns.keys()) if (isGone(read)) this.#turns.delete(read);
    for (const [known, file] of this.#files) {
      if (!isGone(known) || file.isOpen) continue;
      this.#forget(known);
    }
    return this.#revision > before;
  }

  /** Lets the model of an open file go and keeps its text and its facts: whoever asks for the model again waits for it. */
  condense(uri: string): void {
    this.#files.get(uri)?.condense(this.#facts);
  }

  /** Reads a closed file for its facts. An open file is left alone: the editor's text counts. */
  async refresh(uri: string): Promise<void> {
    if (this.#files.get(uri)?.isOpen) return;
    const turn = Symbol(uri);
    this.#turns.set(uri, turn);
    const source = await this.#workspace.read(uri);
    const language = courseLanguageOf(uri);
    const isLarge = source && language && source.text.length > mostReadHere && uri.startsWith('file:');
    const elsewhere = isLarge && this.#reader?.leaveOut ? await this.#readElsewhere(uri) : undefined;
    // It was opened or removed meanwhile, or is being read once more: what was read here is of yesterday.
    if (this.#turns.get(uri) !== turn) return;
    this.#turns.delete(uri);
    if (elsewhere) {
      if (elsewhere.facts) this.#keepFacts(uri, elsewhere.facts);
      else this.remove(uri);
      return;
    }
    if (!source || !language) {
      this.remove(uri);
      return;
    }
    const file = new CourseFile(this.#parse, source, language);
    file.keepOnly(this.#facts);
    this.#keep(uri, file);
  }

  /**
   * Reads every file under the root that is not known yet, and forgets those that no longer belong there. `report` hears
   * how far it is.
   */
  async load(cancellation?: Cancellation, report?: (done: number, total: number) => void): Promise<void> {
    const before = new Map(this.#files);
    const uris = await this.#workspace.list(this.root);
    if (!uris) return;
    const listed = new Set(uris);
    // What came while the files were listed may be missing from the list.
    for (const [uri, file] of before) {
      if (!listed.has(uri) && !file.isOpen && this.#files.get(uri) === file) this.#forget(uri);
    }
    const reader = uris.length < worthReader ? undefined : this.#reader;
    const readings: Promise<PackedFacts | undefined>[] = [];
    for (const [done, uri] of uris.entries()) {
      while (reader && readings.length < reader.atOnce && done + readings.length < uris.length) {
        readings.push(this.#readAhead(uris[done + readings.length]!, reader));
      }
      const facts = await readings.shift();
      if (cancellation?.aborted) return;
      const current = this.#reading.delete(uri);
      if (!this.#files.has(uri)) {
        if (facts && current) this.#keepFacts(uri, facts);
        else await this.refresh(uri);
      }
      report?.(done + 1, uris.length);
    }
    this.#isLoaded = true;
    this.#revision++;
  }

  /** The facts of a file that is not known yet; undefined where it is, or is better read here. */
  async #readAhead(uri: string, reader: ReaderOfCourse): Promise<PackedFacts | undefined> {
    if (this.#files.has(uri)) return undefined;
    this.#reading.add(uri);
    // A reader that fails costs time, not files: they are read here then.
    return reader.read(uri).catch(() => undefined);
  }

  /** The facts of a large file; none where even a reader comes to no end with it. */
  async #readElsewhere(uri: string): Promise<{ readonly facts?: PackedFacts | undefined }> {
    try {
      return { facts: await this.#reader?.read(uri) };
    } catch (error) {
      this.#reader?.leaveOut?.(uri, error);
      return {};
    }
  }

  #keepFacts(uri: string, facts: PackedFacts): void {
    const language = courseLanguageOf(uri)!;
    this.#keep(uri, new CourseFile(this.#parse, undefined, language, unpackFacts(facts, this.#facts)));
  }

  #keep(uri: string, file: CourseFile): void {
    if (!this.#files.has(uri)) this.#order = undefined;
    this.#files.set(uri, file);
    this.#revision++;
  }

  #forget(uri: string): void {
    this.#files.delete(uri);
    this.#order = undefined;
    this.#revision++;
  }

  /** The model of an open file. */
  openDocument(uri: string): CourseDocument | undefined {
    return this.#files.get(uri)?.document;
  }

  /** Whether an editor holds the text of a document. */
  holds({ uri, text }: CourseDocument): boolean {
    return this.#files.get(uri)?.text === text;
  }

  /** The model of a file: an open one's as the editor has it, a closed one's read anew; undefined when unreadable. */
  async document(uri: string): Promise<CourseDocument | undefined> {
    const open = this.openDocument(uri);
    if (open) return open;
    const source = await this.#workspace.read(uri);
    const language = courseLanguageOf(uri);
    return source && language && this.#parse(source, language);
  }

  fact<T>(fact: Fact<T>, uri: string): T | undefined {
    return this.#files.get(uri)?.fact(fact);
  }

  *all<T>(fact: Fact<T>): Iterable<readonly [uri: string, value: T]> {
    for (const uri of this.uris) {
      const value = this.#files.get(uri)?.fact(fact);
      if (value !== undefined) yield [uri, value];
    }
  }

  /** This course as it would be with other texts for some of its files; nothing of it changes. */
  withTexts(texts: ReadonlyMap<string, string>): Course {
    const other = new Course(this.root, this.#workspace, this.#parse, this.#facts);
    for (const [uri, file] of this.#files) other.#files.set(uri, file);
    for (const [uri, text] of texts) {
      const language = this.#files.get(uri)?.language ?? courseLanguageOf(uri);
      if (language) other.#files.set(uri, new CourseFile(this.#parse, { uri, text, version: -1 }, language));
    }
    other.#isLoaded = this.#isLoaded;
    return other;
  }

  /** The pictures under the root, as they are now. */
  images(): Promise<readonly string[]> {
    return this.#workspace.listImages(this.root);
  }

  /** The tables under the root that a demo may read, as they are now. */
  tables(): Promise<readonly string[]> {
    return this.#workspace.listTables(this.root);
  }

  /** The text of a file that is no course text, such as a site's configuration; undefined when it cannot be read. */
  async text(uri: string): Promise<string | undefined> {
    return (await this.#workspace.read(uri))?.text;
  }

  /** The files or folders that a URI names, as their folders spell them: itself, else those alike but for case and form. */
  spellings(uri: string): Promise<readonly string[]> {
    return this.#workspace.spellings(uri);
  }

  /** Whether a file or folder is there, spelled just so. */
  async exists(uri: string): Promise<boolean> {
    return (await this.spellings(uri)).includes(uri);
  }
}
