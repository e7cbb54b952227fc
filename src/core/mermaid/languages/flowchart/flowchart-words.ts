import { phrases, type Vocabulary, wordList } from '../../vocabulary';
import { accessibility, clickSlots, directions, styling, stylingSlots } from '../common-words';

/** Words that Mermaid's lexer takes for itself wherever a token starts. */
export const flowchartReserved: readonly string[] = wordList(
  'style linkStyle interpolate classDef class click call href graph flowchart subgraph end',
);

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
  reserved: flowchartReserved,
};
