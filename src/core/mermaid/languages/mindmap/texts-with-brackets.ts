import { say } from '../../../l10n/say';
import { misreadings } from '../../doubts/misreadings';
import { quotedLabel } from '../../label-source';

/** `Fix login (urgent)`: what stands before a bracket is an id, and only what it holds is drawn. */
export const textsWithBrackets = misreadings([
  {
    line: /^\s*(?<mend>(?<here>[^\s"()[\]{}@:][^"()[\]{}@]*\s)(?:\([^"()]+\)|\[[^"[\]]+\]))\s*(?:@\{.*)?$/du,
    code: 'mermaid.lost-text',
    message: ({ here }) =>
      say`‘${here!.trim()}’ is read as an id, and is not drawn. A text that holds brackets stands in quotes.`,
    title: say`Put the whole text in quotes`,
    mend: ({ mend }) => `[${quotedLabel(mend!)}]`,
    safe: true,
  },
]);
