/** A word or sign that can be completed, and what it does. */
export interface Phrase {
  readonly text: string;
  readonly detail?: string;
  /** For editors that know snippets: what to fill in stands in `‹…›`, the cursor's last place in `‹›`. */
  readonly snippet?: string;
  /** A line that shows its use; the snippet, filled in, where none is given. */
  readonly example?: string;
}

/** What may stand at one place of a statement; a function finds it in the lines above and below. */
export type Slot =
  | 'ids'
  | 'classes'
  | 'style'
  | 'edges'
  | 'free'
  | readonly Phrase[]
  | ((above: string, below: string) => readonly Phrase[]);

/** A place that what stands before it on its line tells, alone or with the lines above. */
export interface LinePlace {
  /** Ends at the cursor; its group `typed` is what is written already. */
  readonly line: RegExp;
  /** What else the lines above must be. */
  readonly below?: (above: string) => boolean;
  readonly offers: Slot;
  /** What may stand there too, but is less likely. */
  readonly besides?: Slot;
}

/** The words of one diagram type, as far as they help an author who is typing. */
export interface Vocabulary {
  /** What may follow the diagram's keyword on its line. */
  readonly header?: readonly Phrase[];
  /** What may open a line. */
  readonly keywords: readonly Phrase[];
  /** What may follow an id. */
  readonly arrows?: readonly Phrase[];
  /** Whether the arrows follow other signs too, as a gantt's tags do its colon and commas. */
  readonly afterSigns?: boolean;
  /** By the keyword that opens a statement, in small letters: what stands after it, place by place. */
  readonly slots?: Readonly<Record<string, readonly Slot[]>>;
  /** Places that no token tells; the first that fits counts, before all else. */
  readonly linePlaces?: readonly LinePlace[];
  /** Whether only keywords open a line, and no id does. */
  readonly keywordsOpen?: boolean;
  /** Keywords that stand in groups of some kinds alone: `else` in an `alt`. */
  readonly onlyIn?: Readonly<Record<string, readonly string[]>>;
  /** What the body of a group of one kind holds in place of keywords: on a line the words of its first place, its second. */
  readonly bodies?: Readonly<Record<string, readonly (readonly Phrase[])[]>>;
  /** Places beside ids that an arrow may lead to. */
  readonly places?: readonly Phrase[];
  /** Words that may open a line too, but are not worth proposing. */
  readonly rare?: readonly string[];
  /** Words that Mermaid refuses as ids, at least where an arrow leads to them. */
  readonly reserved?: readonly string[];
  /** Whether the keywords, and so the reserved words, are meant in any case. */
  readonly anyCase?: boolean;
}

/** Words with what they do. */
export const phrases = (details: Readonly<Record<string, string>>): Phrase[] =>
  Object.entries(details).map(([text, detail]) => ({ text, detail }));

/** The words that a pattern's first group finds in the other lines of a diagram, each once. */
export const found =
  (pattern: RegExp, detail: string) =>
  (above: string, below: string): readonly Phrase[] =>
    [...new Set([...`${above}\n${below}`.matchAll(pattern)].map((match) => match[1]!.trim()))]
      .filter((text) => text !== '')
      .map((text) => ({ text, detail }));

/** The words of a list that is written with blanks. */
export const wordList = (list: string): string[] => list.trim().split(/\s+/);

/** For kinds that have little more than words which open a line. */
export const keywordsOnly = (details: Readonly<Record<string, string>>): Vocabulary => ({ keywords: phrases(details) });

/** For kinds of which nothing is completed. */
export const noWords: Vocabulary = { keywords: [] };

/** The words that may open a line, each by itself: `note` of `note left of`; signs are left out. */
export function keywordsOf({ keywords, rare = [] }: Vocabulary): string[] {
  const proposed = keywords.flatMap(({ text }) => /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(text)?.[0] ?? []);
  return [...new Set([...proposed, ...rare])];
}

/** Whether a word cannot be an id. */
export function isReserved({ reserved = [], anyCase = false }: Vocabulary, id: string): boolean {
  return reserved.some((word) => (anyCase ? word.toLowerCase() === id.toLowerCase() : word === id));
}
