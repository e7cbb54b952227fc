import { type LinePlace, type Phrase, phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, clickTarget, directions, styling, stylingSlots } from '../common-words';

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
    { text: 'subgraph', detail: 'a group of nodes', snippet: 'subgraph ‹id› [‹Title›]\n\t‹›\nend' },
    { text: 'end', detail: 'ends the subgraph' },
    { text: 'direction', detail: 'of the subgraph' },
    ...styling,
    { text: 'linkStyle', detail: 'styles arrows by their number' },
    { text: 'click', detail: 'a link on a node' },
    ...accessibility,
  ],
  arrows: [
    ...phrases({
      '-->': 'arrow',
      '---': 'line',
      '-.->': 'dotted arrow',
      '==>': 'thick arrow',
      '~~~': 'invisible, for the layout',
      '--o': 'with a circle',
      '--x': 'with a cross',
      '<-->': 'both ways',
    }),
    { text: '-->|label|', detail: 'arrow with a label', snippet: '-->|‹label›| ' },
    { text: '-- label -->', detail: 'arrow with a label', snippet: '-- ‹label› --> ' },
    { text: '&', detail: 'and another node' },
  ],
  onlyIn: { end: ['subgraph', 'flow', 'global'], direction: ['subgraph', 'flow', 'global'] },
  slots: { ...stylingSlots, linkstyle: ['edges', 'style'], click: clickSlots, subgraph: ['free'] },
  linePlaces: [
    clickTarget,
    dataValue('form', phrases({ square: 'a square around the icon', circle: 'a circle', rounded: 'round corners' })),
    dataValue('pos', phrases({ b: 'the label stands below', t: 'the label stands above' })),
    dataValue('constraint', phrases({ on: 'the image keeps its proportions', off: 'it fills width and height' })),
    dataValue('animate', phrases({ true: 'dashes run along the edge', false: 'the edge stands still' })),
    dataValue('animation', phrases({ fast: 'dashes run fast along the edge', slow: 'they run slowly' })),
    dataValue(
      'curve',
      phrases({ basis: 'soft bends', linear: 'straight pieces', stepAfter: 'right angles', natural: 'a spline' }),
    ),
  ],
  reserved: flowchartReserved,
};
