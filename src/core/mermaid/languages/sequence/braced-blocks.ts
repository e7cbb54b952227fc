import { say } from '../../../l10n/say';
import { spokenLines } from '../../breaks/line';
import type { Finder, Suspect } from '../../breaks/suspect';
import { sequenceCompounds, sequenceParts } from './sequence-words';

const opening = new RegExp(`^\\s*(?:${Object.keys(sequenceCompounds).join('|')})\\b[^{}]*?(?<gap>\\s*)\\{$`, 'i');
const parting = new RegExp(`^(?<before>\\s*\\}\\s*)(?:${sequenceParts.join('|')})\\b[^{}]*?(?<gap>\\s*)\\{$`, 'i');

/** `loop each minute {` … `}`: as programs have it. All braces of the diagram are mended together. */
export const bracedBlocks: Finder = function* (broken) {
  const found: Suspect[] = [];
  const open: { brace: number; gap: number }[] = [];
  const pair = (changes: { start: number; end: number; newText: string }[]) => {
    const { brace, gap } = open.pop()!;
    found.push({
      code: 'mermaid.syntax',
      span: { start: brace, end: brace + 1 },
      message: say`Blocks have no braces here: a line that holds end alone closes one.`,
      fix: {
        title: say`Close it with end`,
        safe: true,
        changes: [
          { span: { start: brace - gap, end: brace + 1 }, newText: '' },
          ...changes.map(({ start, end, newText }) => ({ span: { start, end }, newText })),
        ],
      },
    });
  };
  for (const line of spokenLines(broken)) {
    const first = line.start + line.text.search(/\S/);
    const opens = opening.exec(line.text);
    const parts = open.length > 0 ? parting.exec(line.text) : null;
    if (parts) pair([{ start: first, end: line.start + parts.groups!.before!.length, newText: '' }]);
    if (opens ?? parts) open.push({ brace: line.end - 1, gap: (opens ?? parts)!.groups!.gap!.length });
    else if (open.length > 0 && /^\s*\}\s*;?$/.test(line.text)) pair([{ start: first, end: line.end, newText: 'end' }]);
  }
  if (found.length > 0) yield found.sort((a, b) => a.span.start - b.span.start);
};
