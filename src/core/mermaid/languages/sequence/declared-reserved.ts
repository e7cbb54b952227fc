import { say } from '../../../l10n/say';
import { brokenLine } from '../../breaks/line';
import type { Finder } from '../../breaks/suspect';
import { arrow } from './sequence-syntax';
import { sequenceWords } from './sequence-words';

/** `participant end`: Mermaid takes the word there, and stumbles where a message goes to it. All places are renamed. */
export const declaredReserved: Finder = function* (broken) {
  const line = brokenLine(broken);
  const word = new RegExp(
    `(?:^\\s*|(?:${arrow})\\s*[+-]?\\s*)(${(sequenceWords.reserved ?? []).join('|')})\\s*(?:${arrow}|:)`,
    'i',
  ).exec(line.text)?.[1];
  if (!word) return;
  const declared = new RegExp(`^[ \\t]*(?:participant|actor)[ \\t]+(?<here>${word})[ \\t]*$`, 'dm').exec(broken.text);
  if (!declared) return;
  const [start, end] = declared.indices!.groups!.here!;
  const uses = [
    ...broken.text.matchAll(
      new RegExp(
        `(?<=^[ \\t]*)${word}(?=[ \\t]*(?:${arrow}))|(?<=(?:${arrow})[ \\t]*[+-]?[ \\t]*)${word}(?=[ \\t]*:)`,
        'gm',
      ),
    ),
  ];
  yield {
    code: 'mermaid.reserved-word',
    span: { start, end },
    message: say`‘${word}’ is a word that Mermaid keeps for itself and cannot be an id; as what is drawn it may stand after ‘as’.`,
    sure: true,
    fix: {
      title: say`Name it ${word}_, drawn as ${word}`,
      safe: false,
      changes: [
        { span: { start, end }, newText: `${word}_ as ${word}` },
        ...uses.map(({ index }) => ({ span: { start: index, end: index + word.length }, newText: `${word}_` })),
      ],
    },
  };
};
