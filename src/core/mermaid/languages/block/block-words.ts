import { phrases, type Vocabulary } from '../../vocabulary';
import { styling, stylingSlots } from '../common-words';

export const blockWords: Vocabulary = {
  keywords: [
    { text: 'columns', detail: 'how many' },
    { text: 'space', detail: 'an empty place' },
    { text: 'block', detail: 'blocks in a block', snippet: 'block:‹id›\n\t‹›\nend' },
    { text: 'end', detail: 'ends the block' },
    ...styling,
  ],
  arrows: phrases({ '-->': 'arrow', '---': 'line' }),
  slots: stylingSlots,
};
