import { brokenLine, spokenLines } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';
import { keyword } from './sequence-syntax';
import { sequenceCompounds } from './sequence-words';

/** `or`, `then`: what people write for the word that parts a statement which is open there. */
export const otherParts: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = /^\s*(?<here>or|otherwise|default|also|then|parallel)\b(?!.*(?:--?[>x)]|:))/di.exec(line.text);
  if (!match) return;
  const open: string[] = [];
  for (const { text, number } of spokenLines(broken)) {
    if (number >= line.number) break;
    const opener = keyword.test(text) ? /^\s*(\w+)/.exec(text)![1]!.toLowerCase() : '';
    if (opener === 'end') open.pop();
    else if (opener in sequenceCompounds) open.push(opener);
  }
  const part = sequenceCompounds[open.at(-1) ?? ''];
  if (!part) return;
  const [start, end] = match.indices!.groups!.here!;
  const span = { start: line.start + start, end: line.start + end };
  yield {
    code: 'mermaid.syntax',
    span,
    message: `The next part of ${open.at(-1)} opens with ${part}, not with ‘${match.groups!.here}’.`,
    sure: true,
    fix: { title: `Write ${part}`, safe: false, changes: [{ span, newText: part }] },
  };
};
