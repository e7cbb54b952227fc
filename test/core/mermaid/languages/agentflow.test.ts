import fc from 'fast-check';
import { describeAgainstMermaid } from '../scan/against-mermaid';
import { lines } from '../scan/drawn-lines';
import { flowchartComparison } from './flowchart/flowchart-comparison';

const id = fc.constantFrom('a', 'b', 'planner', 'tool_1', 'flows', 'ends');
const node = fc
  .tuple(id, fc.constantFrom('', '', '[A label]', '["One (two)"]', '(round)', '{why}', '[(store)]'))
  .map((one) => one.join(''));
const link = fc.constantFrom('-->', '--x', '-.-', '-->|says|', '-- says -->', '---->');

describeAgainstMermaid({
  type: 'agentflow',
  documented: false,
  arbitrary: lines(
    'agentflow-beta LR',
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(node, link, node).map((one) => one.join(' ')) },
      fc.tuple(node, link, node, node).map(([a, arrow, b, c]) => `${a} ${arrow} ${b} & ${c}`),
      fc.tuple(id, node).map(([name, inner]) => `flow group_${name} ["The ${name}"]\n    ${inner}\n  end`),
      fc.tuple(id, node, node).map(([name, a, b]) => `flow group_${name}\n    ${a} --> ${b}\n  end`),
      node.map((inner) => `global\n    ${inner}\n  end`),
      id.map((name) => `connector hub_${name} ["Hub"]`),
      fc.constantFrom('%% note', 'classDef hot fill:#f00', 'style a fill:#eee', 'class a hot'),
    ),
  ),
  ...flowchartComparison,
});
