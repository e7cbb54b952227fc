import { english, say } from '../../l10n/say';
import { comments } from '../breaks/comments';
import { unclosedOnLine } from '../breaks/delimiters';
import { misspelt } from '../breaks/misspelt';
import { slips } from '../breaks/slip';
import type { Finder } from '../breaks/suspect';
import { scanKeywords } from '../scan/keywords';
import { keywordsOf, keywordsOnly, type Vocabulary } from '../vocabulary';
import type { DiagramLanguage } from './language';

const words: Vocabulary = keywordsOnly({
  title: say`of the framework`,
  clear: 'a domain',
  complicated: 'a domain',
  complex: 'a domain',
  chaotic: 'a domain',
  confusion: 'a domain',
});

const finders: readonly Finder[] = [
  comments,
  unclosedOnLine(['"']),
  misspelt(keywordsOf(words)),
  slips([
    {
      line: /^\s*(?<here>[^"\s].*)$/du,
      message: say`An item must stand in quotes: "text".`,
      title: say`Put it in quotes`,
      mend: ({ here }) => `"${here}"`,
      safe: true,
    },
  ]),
];

export const cynefin: DiagramLanguage<'cynefin'> = {
  type: 'cynefin',
  judged: ['cynefin'],
  keywords: [{ word: 'cynefin-beta', since: '11.16' }],
  name: english`Cynefin framework`,
  description: english`items in domains`,
  scan: scanKeywords(keywordsOf(words)),
  words,
  finders,
  line: say`an item in quotes`,
};
