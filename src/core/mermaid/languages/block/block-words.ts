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
  linePlaces: [
    {
      line: /\w<\["[^"\n]*"\]>\((?:\w+,\s*)*(?<typed>\w*)$/,
      offers: phrases({
        right: 'the arrow points right',
        left: 'left',
        up: 'up',
        down: 'down',
        x: 'both sides',
        y: 'up and down',
      }),
    },
  ],
  slots: {
    ...stylingSlots,
    columns: [
      phrases({ 1: 'blocks below each other', 2: 'two side by side', 3: '', 4: '', auto: 'as many as there are' }),
    ],
  },
};
