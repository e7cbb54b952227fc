import { say } from '../l10n/say';
import { headerStart } from './breaks/header-start';
import { brokenLine, lineAt, lineBefore } from './breaks/line';
import type { Finder } from './breaks/suspect';
import { languages } from './languages/languages';

const openers = languages.flatMap(({ judged, keywords }) =>
  judged.length === 0 ? [] : keywords.map(({ word }) => word),
);
const header = new RegExp(`^(?<margin>\\s*)(?:${openers.join('|')})(?:[ \\t]+(?:TB|TD|BT|LR|RL))?\\s*;?$`);

/** A line that opens a diagram, inside of one: said twice, or two diagrams in one place. */
export const secondHeader: Finder = function* (broken) {
  // What stands below front matter that is never closed is no second one.
  if (broken.verdict.type === '---') return;
  const first = lineAt(broken, broken.lines.lineOf(headerStart(broken.text)));
  const stopped = brokenLine(broken);
  for (const line of [stopped, lineBefore(broken, stopped)]) {
    if (!line || line.number <= first.number) continue;
    const match = header.exec(line.text);
    if (!match) continue;
    const span = { start: line.start + match.groups!.margin!.length, end: line.end };
    const words = broken.text.slice(span.start, span.end);
    const isDirectlyBelow = lineBefore(broken, line)?.number === first.number;
    const removal = (one: typeof line) => ({
      title: say`Remove ${one.text.trim()}`,
      safe: false,
      changes: [{ span: { start: one.start, end: Math.min(broken.text.length, one.end + 1) }, newText: '' }],
    });
    if (isDirectlyBelow) {
      const message = say`The type of diagram is said once: ‘${words}’ is a second one.`;
      yield { code: 'mermaid.syntax', span, message, fix: removal(line) };
      if (header.test(first.text)) yield { code: 'mermaid.syntax', span, message, guess: true, fix: removal(first) };
    } else if (/^\s*(?:(?:flowchart|graph)\s|\w{4,}(?:Diagram|Graph)|erDiagram)/.test(words)) {
      yield {
        code: 'mermaid.syntax',
        span,
        message: say`A second diagram begins here: each stands in a block of its own.`,
        sure: true,
      };
    }
  }
};
