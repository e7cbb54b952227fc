import { say } from '../../../l10n/say';
import type { TextChange } from '../../../text/span';
import { spokenLines } from '../../breaks/line';
import type { Finder, Suspect } from '../../breaks/suspect';
import { sequenceCompounds, sequenceParts } from './sequence-words';

const opening = new RegExp(`^\\s*(?:${Object.keys(sequenceCompounds).join('|')})\\b[^{}]*?(?<gap>\\s*)\\{$`, 'i');
const parting = new RegExp(`^(?<before>\\s*\\}\\s*)(?:${sequenceParts.join('|')})\\b[^{}]*?(?<gap>\\s*)\\{$`, 'i');

/** `loop each minute {` … `}`: as programs have it. A block and its parts are one slip; those around it are others. */
export const bracedBlocks: Finder = function* (broken) {
  const found: Suspect[] = [];
  const open: { readonly brace: number; readonly changes: TextChange[] }[] = [];
  const without = (start: number, end: number): TextChange => ({ span: { start, end }, newText: '' });
  for (const line of spokenLines(broken)) {
    const first = line.start + line.text.search(/\S/);
    const opens = opening.exec(line.text);
    const parts = parting.exec(line.text);
    const block = open.at(-1);
    const gap = (opens ?? parts)?.groups?.gap?.length ?? 0;
    const brace = without(line.end - 1 - gap, line.end);
    if (opens) open.push({ brace: line.end - 1, changes: [brace] });
    else if (block && parts) block.changes.push(without(first, line.start + parts.groups!.before!.length), brace);
    else if (block && /^\s*\}\s*;?$/.test(line.text)) {
      open.pop();
      found.push({
        code: 'mermaid.syntax',
        span: { start: block.brace, end: block.brace + 1 },
        message: say`Blocks have no braces here: a line that holds end alone closes one.`,
        fix: {
          title: say`Close it with end`,
          safe: true,
          changes: [...block.changes, { span: { start: first, end: line.end }, newText: 'end' }],
        },
      });
    }
  }
  if (found.length > 0) yield found.sort((a, b) => a.span.start - b.span.start);
};
