import { say } from '../../l10n/say';
import { headerStart } from './header-start';
import { spokenLines } from './line';
import type { Finder } from './suspect';

/** `pie {` … `}`: braces around all that the diagram holds. */
export const wholeBraces: Finder = function* (broken) {
  const lines = [...spokenLines(broken)].filter(({ end }) => end > headerStart(broken.text));
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || last === first || last.text.trim() !== '}') return;
  const opener = /(?<mend>\s*(?<here>\{))$/d.exec(first.text);
  if (!opener) return;
  const [from, to] = opener.indices!.groups!.here!;
  yield {
    code: 'mermaid.syntax',
    span: { start: first.start + from, end: first.start + to },
    message: say`A diagram has no braces around it: what it holds stands below its first line.`,
    fix: {
      title: say`Remove the braces`,
      safe: false,
      changes: [
        { span: { start: first.start + opener.indices!.groups!.mend![0], end: first.end }, newText: '' },
        { span: { start: last.end - 1, end: last.end }, newText: '' },
      ],
    },
  };
};
