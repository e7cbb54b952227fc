import type { SourceFile } from '../workspace';
import type { CourseDocument, CourseLanguage } from './course-document';
import type { CourseParser } from './course-parser';
import type { Fact } from './fact';
import { glanceAtEdit } from './glance-at-edit';

/** Facts of one file as they were last worked out; those that are missing may come. */
export type KnownFacts = Map<Fact<unknown>, unknown>;

/** What was known of a file before its last edits. */
export interface EarlierFile {
  readonly facts: KnownFacts;
  readonly document: CourseDocument | undefined;
}

/** One file: open, with its text, or closed, with its facts alone. */
export class CourseFile {
  readonly #parse: CourseParser;
  #source: SourceFile | undefined;
  #document: CourseDocument | undefined;
  #glance: CourseDocument | undefined;
  readonly language: CourseLanguage;
  readonly #known: KnownFacts;
  /** {@link lastKnown}, and how many facts of the text as it is were known then. */
  #last: { readonly of: number; readonly facts: KnownFacts } | undefined;
  readonly earlier: EarlierFile | undefined;

  constructor(
    parse: CourseParser,
    source: SourceFile | undefined,
    language: CourseLanguage,
    known: KnownFacts = new Map(),
    earlier?: EarlierFile,
  ) {
    this.#parse = parse;
    this.#source = source;
    this.language = language;
    this.#known = known;
    this.earlier = earlier;
  }

  get isOpen(): boolean {
    return this.#source !== undefined;
  }

  get text(): string | undefined {
    // A source may have to put its text together; the model has it at hand.
    return this.#document?.text ?? this.#source?.text;
  }

  get document(): CourseDocument | undefined {
    if (!this.#document && this.#source) this.#document = this.#parse(this.#source, this.language);
    return this.#document;
  }

  /** The model, or what an edit needs of it where it is not read yet. */
  get glance(): CourseDocument | undefined {
    if (this.#document || !this.#source || !this.earlier?.document) return this.document;
    this.#glance ??= glanceAtEdit(this.earlier.document, this.#source);
    return this.#glance ?? this.document;
  }

  /** What is to be kept of it for what it becomes by an edit, if anything is known. */
  get asEarlier(): EarlierFile | undefined {
    const facts = this.lastKnown;
    return facts && { facts, document: this.#document ?? this.earlier?.document };
  }

  fact<T>(fact: Fact<T>): T | undefined {
    if (!this.#known.has(fact) && this.document) this.#known.set(fact, fact.of(this.document));
    return this.#known.get(fact) as T | undefined;
  }

  /** Whether facts are worked out. */
  knows(facts: readonly Fact<unknown>[]): boolean {
    return facts.every((fact) => this.#known.has(fact));
  }

  /** Each fact as it was last worked out, if ever; the same map until one is worked out anew. */
  get lastKnown(): KnownFacts | undefined {
    if (this.#known.size === 0) return this.earlier?.facts;
    if (this.#last?.of !== this.#known.size) {
      this.#last = { of: this.#known.size, facts: new Map([...(this.earlier?.facts ?? []), ...this.#known]) };
    }
    return this.#last.facts;
  }

  /** The file with its text as it is at a glance, and facts as they were worked out last. */
  atGlance(facts: KnownFacts): CourseFile {
    const file = new CourseFile(this.#parse, this.#source, this.language, facts);
    file.#document = this.glance;
    return file;
  }

  keepOnly(facts: readonly Fact<unknown>[]): void {
    this.condense(facts);
    this.#source = undefined;
  }

  condense(facts: readonly Fact<unknown>[]): void {
    for (const fact of facts) this.fact(fact);
    this.#document = undefined;
  }
}
