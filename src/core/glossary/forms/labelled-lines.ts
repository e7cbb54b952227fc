import type { TermName } from '../term-name';
import { readBoldEntry } from './bold-entry';
import { readPlainEntry } from './plain-entry';

/** A line that begins with a name and what ends it, bold or plain, in offsets of the text it stands in. */
export interface LabelledLine {
  readonly name: TermName;
  readonly nameStart: number;
  readonly start: number;
  readonly definitionStart: number;
  readonly form: 'bold' | 'plain';
}

/**
 * The names that begin the lines of a text under a title that announces terms: of an item its first line alone, of a
 * paragraph each; none where its first line begins with none.
 */
export function labelledLines(text: string, item: boolean): LabelledLine[] {
  const found: LabelledLine[] = [];
  for (let start = 0; start >= 0 && start < text.length; start = text.indexOf('\n', start) + 1 || -1) {
    const bold = readBoldEntry(text, start, true);
    const plain = bold || (found.length > 0 && found[0]!.form === 'bold') ? undefined : readPlainEntry(text, start);
    if (bold) found.push({ ...bold, form: 'bold' });
    else if (plain) found.push({ ...plain, form: 'plain' });
    else if (found.length === 0) return [];
    if (item) break;
  }
  return found;
}
