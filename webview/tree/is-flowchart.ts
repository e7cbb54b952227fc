import type { DiagramSubject } from '../../src/protocol';

const types: ReadonlySet<DiagramSubject['type']> = new Set(['flowchart', 'swimlane', 'agentflow']);

/** Whether Mermaid draws a diagram as it draws flowcharts: lines named after their ends, groups as frames. */
export const isFlowchart = ({ type }: Pick<DiagramSubject, 'type'>): boolean => types.has(type);
