import { say } from '../../../l10n/say';
import { brokenLine } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';

/** `load data --> train model`: ids of several words. All on the line get an id in one word, and the words as their text. */
export const spacedIds: Finder = function* (broken) {
  const line = brokenLine(broken);
  if (/^\s*(?:style|class|classDef|linkStyle|click|subgraph|direction|end)\b/.test(line.text)) return;
  const node =
    /(?<=^\s*|(?:--+>|---+|==+>|-\.+->)\s*(?:\|[^|]*\|\s*)?)\p{L}[\p{L}\p{N}_]+(?<gap> +)\p{L}[\p{L}\p{N}_ ]*?(?=\s*(?:$|;|--+[>-]|==+>|-\.+->))/dgu;
  const found = [...line.text.matchAll(node)];
  if (found.length === 0 || !/--|==|-\./.test(line.text)) return;
  const words = found[0]!;
  const second = line.start + words.indices!.groups!.gap![1];
  yield {
    code: 'mermaid.syntax',
    span: { start: second, end: line.start + words.index + words[0].length },
    message: say`The id of a node is one word. A text like ‘${words[0]}’ goes in brackets after an id.`,
    fix: {
      title: say`Write ${camel(words[0])}["…"]`,
      safe: false,
      changes: found.map(({ 0: text, index }) => ({
        span: { start: line.start + index, end: line.start + index + text.length },
        newText: `${camel(text)}["${text}"]`,
      })),
    },
  };
};

const camel = (words: string): string =>
  words
    .split(/ +/)
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)))
    .join('');
