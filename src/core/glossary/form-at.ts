import { type Term, termKey } from './term';
import type { TermForm } from './term-matcher';

const acronymEnding = /^(?:s|['’]s?|s['’])?$/;

/** Which of a term's forms a written use is; the name where nothing else fits. */
export function formOf(written: string, term: Term): TermForm | undefined {
  const bare = written.replace(/[*~]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
  const exact = term.forms.find(
    ({ text, exact }) => exact && bare.startsWith(text) && acronymEnding.test(bare.slice(text.length)),
  );
  const key = termKey(bare);
  return exact ?? term.forms.find(({ text, exact }) => !exact && termKey(text) === key);
}
