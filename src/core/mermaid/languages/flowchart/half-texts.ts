import { say } from '../../../l10n/say';
import { onLine, type Slip, slips } from '../../breaks/slip';
import type { Suspect } from '../../breaks/suspect';
import { bodyLines, type Taken } from '../../doubts/doubt';
import { pipedText, unquotedText } from './piped-text';

const name = '[\\p{L}\\p{N}_]+';
const shape = '(?:\\[[^\\]]*\\]|\\([^)]*\\)|\\{[^}]*\\})?';
const node = name + shape;
const piped = (text: string): string => pipedText(unquotedText(text));

/** `A --|yes> B`, `A --|yes|> B`. */
const piece: Slip = {
  line: new RegExp(
    `[\\p{L}\\p{N}_\\])}]\\s*(?<mend>(?<arrow>--|==)(?<here>\\|(?<text>[^|>\\n]*[^|>\\s-])\\s*\\|?>))\\s*${node}\\s*;?$`,
    'du',
  ),
  code: 'mermaid.bad-arrow',
  message: ({ arrow }) => say`The text of an arrow must stand between pipes after it: ${`${arrow}>`}|text|.`,
  title: say`Put the text between pipes`,
  mend: ({ arrow, text }) => `${arrow}>|${piped(text!)}|`,
  sure: true,
};

/** Texts whose arrow is in pieces. */
export const halfTexts = slips([
  piece,
  {
    line: new RegExp(`(?:--+>|==+>|-\\.+->)\\s*\\|[^|>"\\n]*[^|>"\\s-](?<here>>)\\s*${node}\\s*;?$`, 'du'),
    message: say`The text of an arrow opens and closes with a pipe: -->|text|.`,
    title: say`Write ${'|'}`,
    mend: '|',
    sure: true,
  },
]);

/** How an arrow with a text looks that does not end on its line. */
const looks: readonly Pick<Slip, 'line' | 'title' | 'mend'>[] = [
  piece,
  {
    line: new RegExp(`^\\s*${node}\\s*(?<here>--|==)\\s+${node}\\s*$`, 'du'),
    title: ({ here }) => say`Write ${`${here}>`}`,
    mend: ({ here }) => `${here}>`,
  },
  {
    line: new RegExp(
      `^\\s*${node}\\s*(?<mend>(?<open>--|==)(?<text>\\s*[^-=|>"\\s][^-=|>"]*?)\\s*(?<here>>))\\s*${node}\\s*$`,
      'du',
    ),
    title: say`Put the text between pipes`,
    mend: ({ open, text }) => `${open}>|${piped(text!)}|`,
  },
  {
    line: new RegExp(
      `^\\s*${node}\\s*(?<mend>(?<open>--|==)(?<text>\\s*[^-=|>"\\s][^-=|>"]*?)\\s+)(?<here>${node})\\s*$`,
      'du',
    ),
    title: say`Put the text between pipes`,
    mend: ({ open, text }) => `${open}>|${piped(text!)}| `,
  },
];

const runaways = looks.map(
  (look): Slip => ({
    ...look,
    code: 'mermaid.lost-text',
    message: say`This arrow has no end on its line, so that the next line is drawn as a part of its text.`,
  }),
);

const statement = new RegExp(`^\\s*(?<id>${name})(?<label>${shape})\\s*(?:--+>|==+>|--\\s|==\\s)`, 'u');
const lastNode = new RegExp(`(?<id>${name})${shape}\\s*$`, 'u');

/**
 * `A -- yes B` above `B --> C`: the text has no end on its line, so Mermaid draws the next line, up to its arrow, as a part of it.
 * Texts over two lines are left alone: the second must look like a statement of its own.
 */
export function* runawayTexts(diagram: Taken): Iterable<Suspect> {
  const lines = [...bodyLines(diagram)];
  for (const [i, line] of lines.entries()) {
    const below = statement.exec(lines[i + 1]?.text ?? '')?.groups;
    if (!below) continue;
    const isNode =
      below.label !== '' ||
      below.id === lastNode.exec(line.text)?.groups?.id ||
      diagram.symbols.nodes.some(({ id, occurrences }) => id === below.id && occurrences.length > 1);
    const [suspect] = onLine(line, isNode ? runaways : runaways.slice(0, 1));
    if (suspect) yield suspect;
  }
}
