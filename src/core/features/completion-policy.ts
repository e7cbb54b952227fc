import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import type { CourseDocument } from '../course/course-document';
import type { SuggestWhileTyping } from '../settings';

/**
 * How a suggestion came to be asked for: by a person, by an editor for a word that is being written, or for a sign of
 * `completionTriggers`. Of the protocol's kinds of trigger, an incomplete list that is asked for anew is `written`.
 */
export type Asking = 'asked' | 'written' | 'sign';

/**
 * Signs after which an editor should ask by itself. None of them ends what a line of a diagram, a demo or a sentence
 * says: an Enter behind `A -->`, `expect:` or `POT {` is a new line, so nothing may have opened there.
 */
export const completionTriggers: readonly string[] = ['`', '\\', '(', '/', '#', '[', '^'];

/** Where a source is at home: in the body of a fence; behind marks that open a fence, formula or link; in prose. */
export type SuggestionHome = 'fence' | 'mark' | 'prose';

/** How many letters of a term stand before prose offers it by itself. */
const lettersInProse = 3;

const letter = /[\p{L}\p{N}]/u;

/** Whether a source is asked at all. */
export function speaks(home: SuggestionHome, asking: Asking, whileTyping: SuggestWhileTyping): boolean {
  if (asking === 'asked') return true;
  if (asking === 'sign') return home === 'mark';
  return whileTyping === 'everywhere' || (whileTyping === 'fences' && home !== 'prose');
}

/** An item and where its source is at home. */
export interface Suggestion {
  readonly home: SuggestionHome;
  readonly item: CompletionItem;
}

/**
 * What of these may open without being asked for. What is typed stands: nothing opens inside a word, on the empty rest
 * of a line, behind an arrow, a colon or a brace, or for a word that is whole. That a longer one begins alike is no
 * reason: `end` is written more often than `endMarker`.
 */
export function unasked(
  document: CourseDocument,
  offset: number,
  suggestions: readonly Suggestion[],
  asking: Exclude<Asking, 'asked'>,
): readonly Suggestion[] {
  if (letter.test(document.text.charAt(offset))) return [];
  const begun = suggestions.map((one) => ({ one, typed: typedOf(document, offset, one.item) }));
  if (begun.some(({ one, typed }) => typed !== '' && isWhole(one.item, typed))) return [];
  const fits = (home: SuggestionHome, typed: string): boolean =>
    home === 'prose' ? [...typed].length >= lettersInProse : asking === 'sign' || letter.test(typed);
  return begun.filter(({ one, typed }) => fits(one.home, typed)).map(({ one }) => one);
}

const typedOf = ({ text, lines }: CourseDocument, offset: number, { textEdit }: CompletionItem): string =>
  text.slice(lines.offsetAt((textEdit as TextEdit).range.start), offset);

const isWhole = ({ label, textEdit }: CompletionItem, typed: string): boolean =>
  label === typed || textEdit?.newText === typed;
