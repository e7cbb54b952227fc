import type { CourseDiagnostic } from '../../src/core/diagnostics/course-diagnostic';
import { applyChanges } from '../../src/core/text/span';
import type { Sample } from './samples';
import type { Trial, Workbench } from './trial';

/**
 * Applies each fix by itself and says of which the problem stays, something new comes, or, where it is called safe, a
 * word of the author goes.
 */
export async function faultsOfFixes(sample: Sample, asked: Trial, workbench: Workbench): Promise<string[]> {
  const before = await asked.diagnostics();
  const faults: string[] = [];
  for (const diagnostic of before) {
    for (const fix of diagnostic.fixes) {
      const text = applyChanges(sample.text, fix.changes);
      const fixed = await workbench.trial({ ...sample, text });
      const after = await fixed.diagnostics();
      const name = `${diagnostic.code}, ‘${fix.title}’${fix.safe ? ' (safe)' : ''}`;
      const start = fix.changes
        .filter(({ span }) => span.end <= diagnostic.span.start)
        .reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), diagnostic.span.start);
      const isAlike = ({ code, message }: CourseDiagnostic) =>
        code === diagnostic.code && message === diagnostic.message;
      // Of several that are alike, one may come to stand where the first was.
      const stands = after.some((one) => isAlike(one) && one.span.start === start);
      if (stands && after.filter(isAlike).length >= before.filter(isAlike).length && after.length >= before.length)
        faults.push(`${name}: the problem stays: ${diagnostic.message}`);
      // Doubts are told of what is no longer broken or hidden, and were there before.
      const hidDoubts = diagnostic.severity === 'error';
      const grave = (all: readonly CourseDiagnostic[]) =>
        all.filter(({ severity }) => severity === 'error' || (severity === 'warning' && !hidDoubts));
      const known = new Set(before.map(({ code, message }) => `${code} ${message}`));
      const isNew = ({ code, message }: CourseDiagnostic) => !known.has(`${code} ${message}`);
      const left = grave(before).filter((one) => one !== diagnostic).length;
      const news = grave(after).length > left ? grave(after).filter(isNew) : [];
      // A fence that is closed, or put around a diagram, first brings it to be judged.
      const isFence = diagnostic.code === 'fence.unclosed' || diagnostic.code === 'mermaid.unfenced';
      if (news.length > 0 && !isFence) {
        faults.push(`${name}: comes anew: ${news.map(({ code, message }) => `${code} ${message}`).join('; ')}`);
      }
      // A name of several words that stands often is written once, as the label of what is called by one word since.
      const once = diagnostic.code === 'mermaid.lost-text' || fix.title.startsWith('Name it ');
      const words = wordsOf(sample.text);
      if (fix.safe && !isWithin(once ? [...new Set(words)] : words, wordsOf(text)))
        faults.push(`${name}: changes a word of the author`);
    }
  }
  return faults;
}

/**
 * Words without regard to case, to the `as` of a name, to what nobody sees and to the commas of a number; codes that a
 * label needs are read as the signs that they stand for, or as none.
 */
const wordsOf = (text: string): string[] =>
  text
    .replace(/#(\d{2,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    // A line end that is drawn as its letters is no word.
    .replace(/[#&]\w+;|\\n|<br\s*\/?>/gi, ' ')
    .replace(/\p{Cf}|(?<=\d),(?=\d{3})/gu, '')
    .toLowerCase()
    .replace(/\bas\b/g, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether words all stand among others, each as often. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return words.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
