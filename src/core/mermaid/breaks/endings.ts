import { say } from '../../l10n/say';
import { spokenLines } from './line';
import type { Finder, Suspect } from './suspect';

/** `end loop`, `endif`, `endsubgraph`: in Mermaid the word `end` stands alone. All of a diagram are mended together. */
export const endings = (openers: readonly string[]): Finder => {
  const pattern = new RegExp(`^\\s*end(?<gap>[ \\t_-]*)(?<word>${openers.join('|')})\\s*;?$`, 'di');
  return function* (broken) {
    const found: Suspect[] = [];
    for (const { text, start } of spokenLines(broken)) {
      const match = pattern.exec(text);
      if (!match) continue;
      const [word, end] = match.indices!.groups!.word!;
      const from = text.search(/\S/);
      const isApart = /^\s+$/.test(match.groups!.gap!);
      found.push({
        code: 'mermaid.syntax',
        span: { start: start + (isApart ? word : from), end: start + end },
        message: say`‘end’ closes the block by itself: ${isApart ? say`nothing stands after it` : say`it is a word of its own`}.`,
        fix: {
          title: say`Write end`,
          safe: false,
          changes: [{ span: { start: start + from, end: start + end }, newText: 'end' }],
        },
      });
    }
    if (found.length > 0) yield found;
  };
};
