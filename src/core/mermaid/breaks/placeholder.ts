import { say } from '../../l10n/say';

/** What a mend writes where only the author knows the name: nobody takes it for a part of the lesson. */
export const placeholder = 'TODO';

/** The title of a mend that writes a word; where it is not known which one, the mend makes the word up and has none. */
export const written = (word: string | undefined): string | undefined => word && say`Write ${word}`;
