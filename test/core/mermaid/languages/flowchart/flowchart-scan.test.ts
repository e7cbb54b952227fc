import { describeAgainstMermaid } from '../../scan/against-mermaid';
import { arbitraryFlowchart } from './arbitrary-flowchart';
import { flowchartComparison } from './flowchart-comparison';

describeAgainstMermaid({ type: 'flowchart', arbitrary: arbitraryFlowchart, ...flowchartComparison });
