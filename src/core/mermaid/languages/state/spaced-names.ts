import { say } from '../../../l10n/say';
import type { Doubter } from '../../doubts/doubt';
import { bodyLines } from '../../doubts/doubt';

const word = '[\\p{L}\\p{N}_]+';
const words = `${word}(?:[ \\t]+${word})+`;
const target = new RegExp(`-->[ \\t]*(?<name>${words})[ \\t]*(?::|$)`, 'du');
const source = new RegExp(
  `^\\s*(?!(?:state|note|class|click|style|direction|hide|scale|end)\\b)(?<name>${words})[ \\t]*-->`,
  'du',
);

/** How the reason for a transition begins, in no name of a state. */
const reason = /^(?:on|when|if|after|upon|once|unless|because)\s/;

/** Whether a word is the whole name of a state somewhere: declared, or at either end of a transition. */
const standsAlone = (text: string, name: string): boolean =>
  new RegExp(`^\\s*state\\s+${name}\\b|^\\s*${name}\\s*(?:-->|:)|-->[ \\t]*${name}[ \\t]*(?::|$)`, 'mu').test(text);

/** `Idle --> Not Ready`: a name of several words is drawn as several states. */
export const spacedNames: Doubter = function* (diagram) {
  const places = new Map<string, { start: number; end: number }[]>();
  let first: { readonly name: string; readonly margin: string; readonly lineStart: number }[] = [];
  for (const line of bodyLines(diagram)) {
    for (const pattern of [source, target]) {
      const match = pattern.exec(line.text);
      if (!match) continue;
      const [start, end] = match.indices!.groups!.name!;
      const [head] = /^\S+/.exec(match.groups!.name!)!;
      const rest = start + head.length + /^\s*/.exec(line.text.slice(start + head.length))![0].length;
      const isText = standsAlone(diagram.text, head) || reason.test(line.text.slice(rest));
      if (pattern === target && end === line.text.trimEnd().length && isText) {
        yield {
          code: 'mermaid.lost-text',
          span: { start: line.start + rest, end: line.start + end },
          message: say`A colon is missing before the text of the transition: each word of it is drawn as a state.`,
          fix: {
            title: say`Put the colon`,
            safe: false,
            changes: [{ span: { start: line.start + start + head.length, end: line.start + rest }, newText: ' : ' }],
          },
        };
        continue;
      }
      const name = match.groups!.name!.replace(/[ \t]+/g, ' ');
      if (!places.has(name)) first = [...first, { name, margin: /^\s*/.exec(line.text)![0], lineStart: line.start }];
      places.set(name, [...(places.get(name) ?? []), { start: line.start + start, end: line.start + end }]);
    }
  }
  for (const { name, margin, lineStart } of first) {
    const all = places.get(name)!;
    const id = name.replaceAll(' ', '');
    yield {
      code: 'mermaid.lost-text',
      span: all[0]!,
      message: say`A name of a state is one word: ‘${name}’ is drawn as several states.`,
      fix: {
        title: say`Name it ${id}, with ‘${name}’ as its label`,
        safe: true,
        brings: [{ id, label: name }],
        changes: [
          { span: { start: lineStart, end: lineStart }, newText: `${margin}state "${name}" as ${id}\n` },
          ...all.map((span) => ({ span, newText: id })),
        ],
      },
    };
  }
};
