import { keywordsOf } from '../../vocabulary';
import { sequenceWords } from './sequence-words';

/** A line that begins with a word of the language, and not with an actor who is called so. */
export const keyword = new RegExp(
  `^\\s*(?:${[...keywordsOf(sequenceWords), 'sequenceDiagram'].join('|')})\\b(?!\\s*(?:<<)?--?[>x)])`,
  'i',
);

/** The source of an expression for every arrow between two actors. */
export const arrow = '(?:<<)?--?(?:>>?|[x)]|\\|[\\\\/]|\\\\\\\\|//)|(?:/\\||\\\\\\||//|\\\\\\\\)--?';
