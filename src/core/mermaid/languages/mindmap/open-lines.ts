import { say } from '../../../l10n/say';
import { brokenLine, spokenLines } from '../../breaks/line';
import type { Finder, Suspect } from '../../breaks/suspect';

/** A shape that its line opens and does not close; a text in quotes may run on. */
const open = /^\s*[\p{L}\p{N}_]*(?<here>\[|\(\(?|\{\{)[^[\](){}"]*$/du;

/**
 * Lines that open a shape and close none above where Mermaid stopped: closing the last alone would be enough for Mermaid, which then draws
 * all lines from the first on as one text.
 */
export const openLines: Finder = function* (broken) {
  const last = brokenLine(broken);
  const found: Suspect[] = [];
  for (const line of spokenLines(broken)) {
    if (line.number > last.number) break;
    const match = open.exec(line.text);
    if (!match) continue;
    const [start, end] = match.indices!.groups!.here!;
    const opener = match.groups!.here!;
    const closer = { '[': ']', '(': ')', '((': '))', '{{': '}}' }[opener]!;
    found.push({
      code: 'mermaid.unclosed',
      span: { start: line.start + start, end: line.start + end },
      message: say`This ${opener} is never closed by ${closer}.`,
      fix: {
        title: say`Close it with ${closer}`,
        safe: false,
        changes: [{ span: { start: line.end, end: line.end }, newText: closer }],
      },
    });
  }
  if (found.length > 1 || (found[0] && found[0].span.start < last.start)) yield found;
};
