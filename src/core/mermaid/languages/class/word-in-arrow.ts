import { say } from '../../../l10n/say';
import type { Groups, Slip } from '../../breaks/slip';

/** What words say of two classes by an arrow alone; all else becomes its text. */
const arrows: Readonly<Record<string, (name: string, parent: string) => string>> = {
  extends: (name, parent) => `${parent} <|-- ${name}`,
  inherits: (name, parent) => `${parent} <|-- ${name}`,
  implements: (name, parent) => `${parent} <|.. ${name}`,
};

const written = ({ name, arrow, here, head, parent }: Groups): string =>
  (arrows[here!] ?? ((from: string, to: string) => `${from} ${arrow}${head ?? '>'} ${to} : ${here}`))(name!, parent!);

/** `Dog --extends Animal`, `Dog --owns--> Ball`: a word inside of the arrow. The line is named by each user. */
export const wordInArrow: Omit<Slip, 'line'> = {
  message: ({ here, ...groups }) =>
    say`An arrow between classes holds no word: ‘${here}’ is said by the arrow, or after a colon: ${written({ here: here!, ...groups } as Groups)}.`,
  title: say`Write it as a relation`,
  mend: written,
};
