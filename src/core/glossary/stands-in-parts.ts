import { isInDefinition } from './definition-places';
import type { FileTerms } from './file-terms';
import type { Term } from './term';
import type { TermForm } from './term-matcher';
import type { WordStream } from './word-stream';
import { wordTable } from './word-table';
import { scanWords } from './words';

/** A file, and what it says. */
interface Reader {
  readonly uri: string;
  readonly file: FileTerms;
}

/** What a word may end in, and what may stand for it then: Gewicht and Gewichte, segregation and segregate. */
const endings = ['', 's', 'e', 'n', 'en', 'er', 'es', 'ed', 'ing', 'd', 'ate', 'ates', 'ated', 'ation'];
const stemmed = /(?:ation|ion|ing|ed|er|en|es|e|s|n)$/;
const shortestStem = 4;
/** What a name may end in and a text leave out: data lie on a manifold, says the manifold hypothesis. */
const general =
  /^(?:algorithm|approach|architecture|concept|effect|function|hypothesis|law|method|model|principle|problem|procedure|process|rule|system|technique|theorem|theory)s?$/i;
const small = /^(?:an?|and|as|at|by|for|from|in|is|of|on|or|per|the|to|vs|with|[&/+.#-])$/i;

/**
 * Whether the words of one of a term's names all stand somewhere outside its definitions, together or not, in one of their
 * endings: roofline plots speak of the roofline model. A name written as one word (`BulkWriter`) does as well.
 */
export function standsInParts(term: Term, files: readonly Reader[]): boolean {
  const isSaid = (words: readonly string[]): boolean => {
    const keys = new Set(words.map((word) => wordTable.folded(wordTable.id(word))));
    return files.some((reader) => [...keys].some((key) => stands(term, reader, key)));
  };
  return term.forms.some((form) => {
    const words = wordsOf(form);
    if (words.length === 0) return true;
    return (
      words.every((word) => isSaid(form.exact ? numbered(word) : inEndings(word))) ||
      (words.length > 1 && isSaid([words.join('')]))
    );
  });
}

function stands(term: Term, { uri, file }: Reader, key: number): boolean {
  return [file.prose, file.nodes, file.code].some((words) => standsIn(term, uri, words, key));
}

const standsIn = (term: Term, uri: string, words: WordStream, key: number): boolean =>
  words
    .placesOf(key)
    .some((place) => !isInDefinition(term, uri, { start: words.starts[place]!, end: words.end(place) }));

function wordsOf({ text }: TermForm): string[] {
  const words: string[] = [];
  scanWords(text, [], (start, end) => words.push(text.slice(start, end)));
  const meaning = words.filter((word) => !small.test(word));
  if (meaning.length === 0) return words;
  return meaning.length > 1 && general.test(meaning.at(-1)!) ? meaning.slice(0, -1) : meaning;
}

/** An acronym, and the first few of a series that it numbers: EHID1. */
const numbered = (word: string): string[] => [word, ...[...'0123456789'].map((digit) => word + digit)];

function inEndings(word: string): string[] {
  const whole = word.toLowerCase();
  const stem = whole.replace(stemmed, '');
  const bases = stem.length >= shortestStem ? [whole, stem] : [whole];
  return bases.flatMap((base) => endings.map((ending) => base + ending));
}
