import { say } from '../../../l10n/say';
import { brokenLine, type Line, spokenLines } from '../../breaks/line';
import type { Break, Finder, Suspect } from '../../breaks/suspect';
import { keyword } from './sequence-syntax';
import { sequenceCompounds } from './sequence-words';

/** The statement that is open above a line, the innermost, and where its word stands. */
export function openStatement(broken: Break, line: Line): { word: string; start: number; end: number } | undefined {
  const open: { word: string; start: number; end: number }[] = [];
  for (const { text, number, start } of spokenLines(broken)) {
    if (number >= line.number) break;
    const first = keyword.test(text) ? /^\s*(?<word>\w+)/.exec(text) : null;
    if (!first) continue;
    const word = first.groups!.word!.toLowerCase();
    const end = start + first[0].length;
    if (word === 'end') open.pop();
    else if (word in sequenceCompounds) open.push({ word, start: end - word.length, end });
  }
  return open.at(-1);
}

/** `else` where nothing is open, with an `end` below: it is the first part. */
function* opened(line: Line, match: RegExpExecArray): Generator<Suspect> {
  const written = match.groups!.here!;
  const [word] = Object.entries(sequenceCompounds).find(([, one]) => one === written.toLowerCase()) ?? [];
  if (!word) return;
  const [start, end] = match.indices!.groups!.here!;
  const span = { start: line.start + start, end: line.start + end };
  yield {
    code: 'mermaid.syntax',
    span,
    message: say`‘${written}’ stands only inside of ${word}.`,
    guess: true,
    fix: { title: say`Write ${word}`, safe: false, changes: [{ span, newText: word }] },
  };
}

/** `or`, `then`: what people write for the word that parts a statement which is open there. */
export const otherParts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = /^\s*(?<here>or|otherwise|default|also|then|parallel|else|and|option)\b(?!.*(?:--?[>x)]|:))/di.exec(
    line.text,
  );
  if (!match) return;
  const opener = openStatement(broken, line);
  const part = sequenceCompounds[opener?.word ?? ''];
  if (!opener) yield* opened(line, match);
  if (!part || part === match.groups!.here!.toLowerCase()) return;
  const [start, end] = match.indices!.groups!.here!;
  const span = { start: line.start + start, end: line.start + end };
  yield {
    code: 'mermaid.syntax',
    span,
    message: say`The next part of ${opener!.word} opens with ${part}, not with ‘${match.groups!.here}’.`,
    sure: true,
    fix: { title: say`Write ${part}`, safe: false, changes: [{ span, newText: part }] },
  };
};
