import { say } from '../../../l10n/say';
import { slips } from '../../breaks/slip';
import { quotedLabel } from '../../label-source';
import { pipedText } from './piped-text';

const arrow = '(?:--+>|---+|==+>|-\\.+->)';
const name = '[\\p{L}\\p{N}_]+';
const words = '[^\\s:|"[\\](){}<>=-][^:|"[\\](){}<>=-]*';

/** `end` cannot be an id: with a capital it reads the same. */
const freed = (id: string): string => (id === 'end' ? 'End' : id);

const node = (id: string, label: string | undefined): string =>
  label === undefined ? freed(id) : `${freed(id)}[${quotedLabel(label.trim())}]`;

/** `start: begin --> end: done`, and what stands behind an `end`: a colon gives nothing a label. */
export const colonLabels = slips([
  {
    line: /^(?<margin>\s*)end(?<mend>\s*(?<here>:)\s*(?<text>.*))$/d,
    message: say`A group is closed by end alone: nothing stands after it.`,
    title: ({ text }) => (text === '' ? say`Remove the colon` : say`Make it a comment`),
    mend: ({ margin, text }) => (text === '' ? '' : `\n${margin}%% ${text}`),
  },
  {
    line: new RegExp(
      `^\\s*(?<mend>(?<from>${name})(?<here>:)\\s+(?<text>${words}?)\\s+(?<arrow>${arrow})\\s*(?<to>${name})(?::\\s+(?<other>${words}))?)\\s*;?$`,
      'du',
    ),
    message: ({ from, text }) =>
      say`A colon gives a node no label: the label stands in brackets, ${node(from!, text)}.`,
    title: say`Put the label in brackets`,
    mend: ({ from, text, arrow: between, to, other }) => `${node(from!, text)} ${between} ${node(to!, other)}`,
    sure: true,
  },
  {
    line: new RegExp(`(?<mend>(?<arrow>${arrow})\\s*(?<here>end)\\s*:\\s+(?<text>${words}))\\s*;?$`, 'du'),
    code: 'mermaid.reserved-word',
    message: ({ arrow: between }) =>
      say`‘end’ is a word that Mermaid keeps for itself and cannot be an id; and the text of an arrow must stand between pipes: ${between}|text|.`,
    title: say`Rename it, and put the text between pipes`,
    mend: ({ arrow: between, text }) => `${between}|${pipedText(text!.trim())}| End`,
    sure: true,
  },
]);
