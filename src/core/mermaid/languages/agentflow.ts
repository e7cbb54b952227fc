import { flowchart } from './flowchart/flowchart';
import type { DiagramLanguage } from './language';

/** A flowchart of agents. */
export const agentflow: DiagramLanguage<'agentflow'> = {
  ...flowchart,
  type: 'agentflow',
  judged: ['agentflow'],
  keywords: [{ word: 'agentflow-beta', since: '12.0' }],
  name: 'Agent flow',
  description: 'agents and what they pass on',
};
