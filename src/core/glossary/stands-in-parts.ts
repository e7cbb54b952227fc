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
      words.every((word) => isSaid(form.exact ? [word] : inEndings(word))) ||
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
  return meaning.length > 0 ? meaning : words;
}

function inEndings(word: string): string[] {
  const whole = word.toLowerCase();
  const stem = whole.replace(stemmed, '');
  const bases = stem.length >= shortestStem ? [whole, stem] : [whole];
  return bases.flatMap((base) => endings.map((ending) => base + ending));
}
