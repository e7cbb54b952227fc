import { english } from '../../l10n/say';
import { flowchart } from './flowchart/flowchart';
import type { DiagramLanguage } from './language';

/** A flowchart whose subgraphs are drawn as lanes. */
export const swimlane: DiagramLanguage<'swimlane'> = {
  ...flowchart,
  type: 'swimlane',
  judged: ['swimlane'],
  keywords: [{ word: 'swimlane-beta', since: '11.16' }],
  name: english`Swimlanes`,
  description: english`a flowchart in lanes`,
};
