import { flowchart } from './flowchart/flowchart';
import type { DiagramLanguage } from './language';

/** A flowchart whose subgraphs are drawn as lanes. */
export const swimlane: DiagramLanguage<'swimlane'> = {
  ...flowchart,
  type: 'swimlane',
  judged: ['swimlane'],
  keywords: [{ word: 'swimlane-beta', since: '11.16' }],
  name: 'Swimlanes',
  description: 'a flowchart in lanes',
};
