import { say } from '../../../l10n/say';
import type { Slip } from '../../breaks/slip';

/** `COURSE has a TEACHER`, `COURSE has one TEACHER : led by`: words where the signs of a relation belong. */
export const wordyRelation: Pick<Slip, 'line' | 'message'> = {
  line: /^\s*[A-Z][\w-]*(?<mend>\s+(?<here>(?<words>[a-z]+(?: [a-z]+){0,3}))\s+(?<to>[A-Z][\w-]*)(?:\s*:\s*(?<label>\S.*))?)$/d,
  message: say`How two entities hang together is said by signs between them, in words behind a colon: A ||--o{ B : has.`,
};

/** The signs for what words say of how many: `has a` is one, all else any number. */
export const manyIn = (words: string): string => (/\b(?:an?|one|to)$/.test(words) ? '||--||' : '||--o{');

/** A label of several words needs quotes. */
export const labelled = (words: string): string => (/^[^\s"]+\s/.test(words) ? `"${words}"` : words);

/** The relation with its words behind a colon, as written behind the first entity. */
export const wordsAsLabel = (words: string, to: string): string => ` ${manyIn(words)} ${to} : ${labelled(words)}`;
