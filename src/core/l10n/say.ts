/** What a language says for English sentences, their values as `{0}`, `{1}` …: the format of VS Code's bundles. */
export type Sentences = Readonly<Record<string, string>>;

/** A language by the name that VS Code gives it, `de` or `zh-cn`, and its sentences. */
export interface Language {
  readonly name: string;
  readonly sentences: Sentences;
}

/** The language of the sources, which needs no table. */
export const sourceLanguage: Language = { name: 'en', sentences: {} };

let language = sourceLanguage;
let spoken: ReadonlyMap<string, string> | undefined;
/** By its template, what a sentence is in that language. */
let found = new WeakMap<TemplateStringsArray, string>();

/**
 * Sets the language of a process, a thread or a page. Tables of sentences are put together as their files are loaded: a
 * program speaks first, and loads the rest after.
 */
export function speak(to: Language): void {
  language = to;
  spoken = to.name === sourceLanguage.name ? undefined : new Map(Object.entries(to.sentences));
  found = new WeakMap();
}

/** What is spoken here, for a thread or a page that is to speak it too. */
export const spokenLanguage = (): Language => language;

/**
 * A sentence for a person, in the language that is spoken. The English text is the key, with `{0}` in the place of its first
 * value; what the language lacks is said in English. Values stand as they are: no word of an author is ever translated.
 */
export function say(english: TemplateStringsArray, ...values: readonly unknown[]): string {
  let sentence = found.get(english);
  if (sentence === undefined) {
    const key = keyOf(english);
    sentence = spoken?.get(key) ?? key;
    found.set(english, sentence);
  }
  if (values.length === 0) return sentence;
  return sentence.replace(/\{(\d+)\}/g, (place, at: string) =>
    Number(at) < values.length ? `${values[Number(at)]}` : place,
  );
}

/** The key of a sentence: its English text with numbered places. */
export const keyOf = (english: readonly string[]): string =>
  english.reduce((text, part, at) => `${text}{${at - 1}}${part}`);

/** Marks an English text that one reader takes as it is and another says to a person, by {@link said}. */
export const english = (text: TemplateStringsArray): string => text[0]!;

/** A text that was marked by {@link english}, in the language that is spoken. */
export const said = (text: string): string => spoken?.get(text) ?? text;
