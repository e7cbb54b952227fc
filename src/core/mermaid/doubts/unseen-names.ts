import { say } from '../../l10n/say';
import { unseenIn } from '../breaks/unseen';
import type { Doubter } from './doubt';

/** A character that nobody sees makes another name of one that looks the same, and so a second node. */
export const unseenNames: Doubter = function* ({ text, symbols }) {
  const known = new Set(symbols.nodes.map(({ id }) => id));
  for (const { id, occurrences } of symbols.nodes) {
    const unseen = unseenIn(id);
    if (!unseen || !known.has(unseen.without)) continue;
    for (const {
      span: { start, end },
    } of occurrences) {
      const inside = unseenIn(text.slice(start, end));
      if (!inside) continue;
      const mark = { start: start + inside.at, end: start + inside.at + 1 };
      yield {
        code: 'mermaid.value',
        span: mark,
        message: say`A character that nobody sees stands in this name: ${unseen.what}. So it is another than ‘${unseen.without}’, and is drawn by itself.`,
        fix: {
          title: say`Write ${unseen.without}`,
          safe: false,
          changes: [{ span: { start, end }, newText: unseen.without }],
        },
      };
    }
  }
};
