import { say } from '../../../l10n/say';
import { brokenLine } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';

const directives = /^\s*(?:style|class|classDef|linkStyle|click|subgraph|direction|end)\b/;

/** `load data --> train model`: ids of several words. All on the line get an id in one word, and the words as their text. */
export const spacedIds: Finder = function* (broken) {
  const line = brokenLine(broken);
  if (directives.test(line.text)) return;
  const node =
    /(?<=^\s*|(?:--+>|---|==+>|-\.+->)\s*(?:\|[^|]*\|\s*)?)\p{L}[\p{L}\p{N}_]+(?<gap> +)\p{L}[\p{L}\p{N}_ ]*?(?=\s*(?:$|;|--+[>-]|==+>|-\.+->))/dgu;
  const found = [...line.text.matchAll(node)];
  if (found.length === 0 || !/--|==|-\./.test(line.text)) return;
  const words = found[0]!;
  const second = line.start + words.indices!.groups!.gap![1];
  const isLabelled = (text: string) => new RegExp(`${text.replace(/ +/g, ' +')}[[({]`).test(broken.text);
  yield {
    code: 'mermaid.syntax',
    span: { start: second, end: line.start + words.index + words[0].length },
    message: say`The id of a node is one word. A text like ‘${words[0]}’ goes in brackets after an id.`,
    fix: {
      title: isLabelled(words[0]) ? say`Write ${joined(words[0])}` : say`Write ${camel(words[0])}["…"]`,
      safe: false,
      changes: found.map(({ 0: text, index }) => ({
        span: { start: line.start + index, end: line.start + index + text.length },
        newText: isLabelled(text) ? joined(text) : `${camel(text)}["${text}"]`,
      })),
    },
  };
};

/**
 * `my model[Text]`: an id of several words that has its text. All on the line are joined; where the first word is a node of
 * its own elsewhere, or a single letter, it is an arrow that is missing.
 */
export const spacedLabelledIds: Finder = function* (broken) {
  const line = brokenLine(broken);
  if (directives.test(line.text)) return;
  const node =
    /(?<=^\s*|(?:--+[>-]|==+>|-\.+->)\s*(?:\|[^|]*\|\s*)?|\s&\s+)(?<id>(?<first>\p{L}[\p{L}\p{N}_]+)(?<gap> +)[\p{L}\p{N}_]+(?: +[\p{L}\p{N}_]+)*)(?=[[({])/dgu;
  const found = [...line.text.matchAll(node)].filter(({ groups }) => !standsAlone(broken.text, groups!.first!));
  const first = found[0];
  if (!first) return;
  const { id } = first.groups!;
  yield {
    code: 'mermaid.syntax',
    span: {
      start: line.start + first.indices!.groups!.gap![1],
      end: line.start + first.index + id!.length,
    },
    message: say`The id of a node is one word: ‘${id!}’ is written ${joined(id!)}.`,
    fix: {
      title: say`Write ${joined(id!)}`,
      safe: false,
      changes: found.map(({ groups, index }) => ({
        span: { start: line.start + index, end: line.start + index + groups!.id!.length },
        newText: joined(groups!.id!),
      })),
    },
  };
};

/** Whether a word is a whole id somewhere: with a text, or at either end of an arrow. */
const standsAlone = (text: string, word: string): boolean =>
  new RegExp(`(?:^\\s*|[->=.|&]\\s*)${word}(?:[[({]|\\s*(?:$|;|&|--|==|-\\.|~~~|:::|@\\{))`, 'mu').test(text);

const joined = (words: string): string => words.replace(/ +/g, '_');

const camel = (words: string): string =>
  words
    .split(/ +/)
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)))
    .join('');
