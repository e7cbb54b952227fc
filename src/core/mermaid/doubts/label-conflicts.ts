import { say } from '../../l10n/say';
import { LineIndex } from '../../text/line-index';
import type { Suspect } from '../breaks/suspect';
import type { Taken } from './doubt';

/** Two labels of one id: only the last is shown. */
export function* labelConflicts({ text, type, symbols }: Taken): Iterable<Suspect> {
  const groups = new Set(type === 'flowchart' ? symbols.groups.map(({ id }) => id) : []);
  for (const { id, labels } of symbols.nodes) {
    // A node with the id of a subgraph is lost to it, which is said by itself.
    if (groups.has(id)) continue;
    const first = labels[0];
    for (const label of labels.slice(1)) {
      if (!first || plain(label.text) === plain(first.text)) continue;
      const line = new LineIndex(text).lineOf(first.span.start) + 1;
      yield {
        code: 'mermaid.label-conflict',
        span: label.span,
        message: say`‘${id}’ is called ‘${first.text}’ on line ${line} of the diagram and ‘${label.text}’ here; only the last label is shown.`,
        fix: {
          title: say`Call it ‘${first.text}’ here too`,
          safe: false,
          changes: [{ span: label.span, newText: text.slice(first.span.start, first.span.end) }],
        },
      };
    }
  }
}

/** Emoji, quotes, markup, case and white space set aside. */
const plain = (label: string): string =>
  label
    .replace(/<[^>]*>|\p{Extended_Pictographic}|[\u200d\ufe0f]|["'`*_]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
