import { say } from '../../../l10n/say';
import type { Doubter } from '../../doubts/doubt';

/** `core[Engine]` beside `subgraph core [Core]`: the box takes the node's place, and the label is nowhere. */
export const swallowedNodes: Doubter = function* ({ text, symbols }) {
  const groups = new Map(
    symbols.groups.flatMap((group) => (group.id === undefined ? [] : [[group.id, group] as const])),
  );
  for (const { id, labels } of symbols.nodes) {
    const group = groups.get(id);
    if (!group) continue;
    for (const label of labels) {
      // The box has the same words as its title.
      if (label.text.trim() === group.label?.text.trim()) continue;
      const before = text.slice(text.lastIndexOf('\n', label.span.start - 1) + 1, label.span.start);
      const at = before.lastIndexOf(id);
      if (at < 0 || /^\s*(?:subgraph|flow)\b/.test(before)) continue;
      const start = label.span.start - before.length + at;
      yield {
        code: 'mermaid.lost-text',
        span: { start, end: start + id.length },
        message: say`‘${id}’ is the id of a subgraph, which is drawn in its place: ‘${label.text}’ is not. Give the node an id of its own.`,
      };
    }
  }
};
