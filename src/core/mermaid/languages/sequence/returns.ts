import { say } from '../../../l10n/say';
import { brokenLine, spokenLines } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';
import { arrow } from './sequence-syntax';

const message = new RegExp(
  `^\\s*(?<from>[\\p{L}\\p{N}_][\\p{L}\\p{N}_ ]*?)\\s*(?:${arrow})[+-]?\\s*(?<to>[\\p{L}\\p{N}_][\\p{L}\\p{N}_ ]*?)\\s*:`,
  'u',
);

/** `return answer`: a reply to the message above, as PlantUML has it. */
export const returns: Finder = function* (broken) {
  const line = brokenLine(broken);
  const match = /^(?<margin>\s*)(?<here>return)\b\s*(?<text>.*)$/di.exec(line.text);
  if (!match || match.groups!.text!.includes(':')) return;
  const [start, end] = match.indices!.groups!.here!;
  const above = [...spokenLines(broken)].filter(({ number }) => number < line.number);
  const asked = above.map(({ text }) => message.exec(text)?.groups).findLast((groups) => groups !== undefined);
  const reply = asked && `${asked.to}-->>${asked.from}`;
  yield {
    code: 'mermaid.syntax',
    span: { start: line.start + start, end: line.start + end },
    message: say`There is no return: a reply is a message of its own, B-->>A: text.`,
    sure: true,
    ...(reply &&
      match.groups!.text && {
        fix: {
          title: say`Write ${reply}`,
          safe: false,
          changes: [{ span: { start: line.start + start, end: line.end }, newText: `${reply}: ${match.groups!.text}` }],
        },
      }),
  };
};
