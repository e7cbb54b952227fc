import { say } from '../../../l10n/say';
import { onLine, type Slip } from '../../breaks/slip';
import { bodyLines, type Doubter } from '../../doubts/doubt';

const mark: Slip = {
  line: /^\s+(?<mend>(?<here>[-*•])\s+)(?=[\p{L}"([{])/du,
  code: 'mermaid.value',
  message: say`The mark of a list is drawn as a part of the text: how deep a line stands tells where it belongs.`,
  title: say`Remove the mark`,
  mend: '',
};

/** `- Week 1`: the branches of a tree as a list in markdown has them. Within a text of several lines a list may be meant. */
export const listMarks: Doubter = function* (diagram) {
  let isInText = false;
  for (const line of bodyLines(diagram)) {
    if (!isInText) yield* onLine(line, [mark]);
    if ((line.text.match(/"/g) ?? []).length % 2 === 1) isInText = !isInText;
  }
};
