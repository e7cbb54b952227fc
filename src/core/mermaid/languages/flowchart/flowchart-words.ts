import { say } from '../../../l10n/say';
import { type LinePlace, type Phrase, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, clickTarget, directions, styling, stylingSlotsWithDefault } from '../common-words';

/** Words that Mermaid's lexer takes for itself wherever a token starts. */
export const flowchartReserved: readonly string[] = wordList(
  'style linkStyle interpolate classDef class click call href graph flowchart subgraph end',
);

/** Inside `@{ … }`, behind a key whose values are few. */
const dataValue = (keys: string, values: readonly Phrase[]): LinePlace => ({
  line: new RegExp(`@\\{[^{}]*\\b(?:${keys})[ \\t]*:[ \\t]*"?(?<typed>[\\w-]*)$`),
  offers: values,
});

export const flowchartWords: Vocabulary = {
  header: directions,
  keywords: [
    { text: 'subgraph', detail: say`a group of nodes`, snippet: 'subgraph ‹id› [‹Title›]\n\t‹›\nend' },
    { text: 'end', detail: say`ends the subgraph` },
    { text: 'direction', detail: say`of the subgraph` },
    ...styling,
    { text: 'linkStyle', detail: say`styles arrows by their number` },
    { text: 'click', detail: say`a link on a node` },
    ...accessibility,
  ],
  arrows: [
    ...phrases({
      '-->': say`arrow`,
      '---': say`line`,
      '-.->': say`dotted arrow`,
      '==>': say`thick arrow`,
      '~~~': say`invisible, for the layout`,
      '--o': say`with a circle`,
      '--x': say`with a cross`,
      '<-->': say`both ways`,
    }),
    { text: '-->|label|', detail: say`arrow with a label`, snippet: '-->|‹label›| ' },
    { text: '-- label -->', detail: say`arrow with a label`, snippet: '-- ‹label› --> ' },
    { text: '&', detail: say`and another node` },
  ],
  onlyIn: { end: ['subgraph', 'flow', 'global'], direction: ['subgraph', 'flow', 'global'] },
  slots: { ...stylingSlotsWithDefault, linkstyle: ['edges', 'style'], click: clickSlots, subgraph: ['free'] },
  linePlaces: [
    clickTarget,
    dataValue(
      'form',
      phrases({ square: say`a square around the icon`, circle: 'a circle', rounded: say`round corners` }),
    ),
    dataValue('pos', phrases({ b: say`the label stands below`, t: say`the label stands above` })),
    dataValue('constraint', phrases({ on: say`the image keeps its proportions`, off: say`it fills width and height` })),
    dataValue('animate', phrases({ true: say`dashes run along the edge`, false: say`the edge stands still` })),
    dataValue('animation', phrases({ fast: say`dashes run fast along the edge`, slow: say`they run slowly` })),
    dataValue(
      'curve',
      phrases({
        basis: say`soft bends`,
        linear: say`straight pieces`,
        stepAfter: say`right angles`,
        natural: 'a spline',
      }),
    ),
  ],
  reserved: flowchartReserved,
};
