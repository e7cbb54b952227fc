import { say } from '../../../l10n/say';
import { phrases, type Vocabulary } from '../../vocabulary';
import { styling, stylingSlots } from '../common-words';

export const blockWords: Vocabulary = {
  keywords: [
    { text: 'columns', detail: say`how many` },
    { text: 'space', detail: say`an empty place` },
    { text: 'block', detail: say`blocks in a block`, snippet: 'block:‹id›\n\t‹›\nend' },
    { text: 'end', detail: say`ends the block` },
    ...styling,
  ],
  arrows: phrases({ '-->': say`arrow`, '---': say`line` }),
  linePlaces: [
    {
      line: /\w<\["[^"\n]*"\]>\((?:\w+,\s*)*(?<typed>\w*)$/,
      offers: phrases({
        right: say`the arrow points right`,
        left: say`left`,
        up: say`up`,
        down: say`down`,
        x: say`both sides`,
        y: say`up and down`,
      }),
    },
  ],
  slots: {
    ...stylingSlots,
    columns: [
      phrases({
        1: say`blocks below each other`,
        2: say`two side by side`,
        3: '',
        4: '',
        auto: say`as many as there are`,
      }),
    ],
  },
};
