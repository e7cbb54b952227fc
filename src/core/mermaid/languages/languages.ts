/** One diagram type: the word we call it by and the keywords that open it, the preferred one first. */
export interface DiagramType {
  readonly type: string;
  readonly keywords: readonly string[];
  /** What it draws, in a few words. */
  readonly description: string;
}

/** Every diagram type of Mermaid 12. */
export const diagramTypes: readonly DiagramType[] = [
  { type: 'flowchart', keywords: ['flowchart', 'graph', 'flowchart-elk'], description: 'Flowchart: nodes and arrows' },
  { type: 'swimlane', keywords: ['swimlane-beta'], description: 'Swimlanes: a flowchart in lanes' },
  { type: 'sequence', keywords: ['sequenceDiagram'], description: 'Sequence diagram: messages over time' },
  { type: 'class', keywords: ['classDiagram', 'classDiagram-v2'], description: 'Class diagram: classes and relations' },
  {
    type: 'state',
    keywords: ['stateDiagram-v2', 'stateDiagram'],
    description: 'State diagram: states and transitions',
  },
  { type: 'er', keywords: ['erDiagram'], description: 'Entity relationship diagram' },
  { type: 'journey', keywords: ['journey'], description: 'User journey: tasks and how they feel' },
  { type: 'gantt', keywords: ['gantt'], description: 'Gantt chart: tasks on a calendar' },
  { type: 'pie', keywords: ['pie'], description: 'Pie chart' },
  { type: 'quadrant', keywords: ['quadrantChart'], description: 'Quadrant chart: points on two axes' },
  { type: 'requirement', keywords: ['requirementDiagram', 'requirement'], description: 'Requirement diagram' },
  { type: 'gitgraph', keywords: ['gitGraph'], description: 'Git graph: commits, branches and merges' },
  { type: 'c4', keywords: ['C4Context', 'C4Container', 'C4Component', 'C4Dynamic', 'C4Deployment'], description: 'C4' },
  { type: 'mindmap', keywords: ['mindmap'], description: 'Mindmap: a tree by indentation' },
  { type: 'timeline', keywords: ['timeline'], description: 'Timeline: periods and events' },
  { type: 'zenuml', keywords: ['zenuml'], description: 'ZenUML sequence diagram (a plugin)' },
  { type: 'sankey', keywords: ['sankey-beta', 'sankey'], description: 'Sankey diagram: flows and their sizes' },
  { type: 'xychart', keywords: ['xychart-beta', 'xychart'], description: 'XY chart: bars and lines' },
  { type: 'block', keywords: ['block-beta', 'block'], description: 'Block diagram: blocks in columns' },
  { type: 'packet', keywords: ['packet-beta', 'packet'], description: 'Packet diagram: fields by bits' },
  { type: 'kanban', keywords: ['kanban'], description: 'Kanban board: columns and cards' },
  {
    type: 'architecture',
    keywords: ['architecture-beta', 'architecture'],
    description: 'Architecture: services in groups',
  },
  { type: 'radar', keywords: ['radar-beta'], description: 'Radar chart: curves over axes' },
  { type: 'treemap', keywords: ['treemap-beta', 'treemap'], description: 'Treemap: nested areas' },
  { type: 'treeView', keywords: ['treeView-beta'], description: 'Tree view: an indented list of files' },
  { type: 'venn', keywords: ['venn-beta'], description: 'Venn diagram: sets and what they share' },
  { type: 'ishikawa', keywords: ['ishikawa', 'ishikawa-beta'], description: 'Ishikawa diagram: causes of an effect' },
  { type: 'eventmodeling', keywords: ['eventmodeling'], description: 'Event model: commands, events and views' },
  { type: 'wardley', keywords: ['wardley-beta'], description: 'Wardley map: value and evolution' },
  { type: 'cynefin', keywords: ['cynefin-beta'], description: 'Cynefin framework: items in domains' },
  { type: 'usecase', keywords: ['usecase-beta'], description: 'Use case diagram: actors and use cases' },
  { type: 'agentflow', keywords: ['agentflow-beta'], description: 'Agent flow: agents and what they pass on' },
  { type: 'railroad', keywords: ['railroad-beta'], description: 'Railroad diagram of a grammar' },
  { type: 'railroad-ebnf', keywords: ['railroad-ebnf-beta'], description: 'Railroad diagram of an EBNF grammar' },
  { type: 'railroad-abnf', keywords: ['railroad-abnf-beta'], description: 'Railroad diagram of an ABNF grammar' },
  { type: 'railroad-peg', keywords: ['railroad-peg-beta'], description: 'Railroad diagram of a PEG grammar' },
  { type: 'info', keywords: ['info'], description: 'The version of Mermaid that draws' },
];

const byKeyword = new Map(diagramTypes.flatMap((one) => one.keywords.map((keyword) => [keyword, one] as const)));
const inAnyCase = new Map([...byKeyword].map(([keyword, one]) => [keyword.toLowerCase(), one]));

/** The type a keyword opens. Mermaid minds the case of most keywords; `anyCase` does not. */
export function diagramTypeOf(keyword: string, anyCase = false): DiagramType | undefined {
  return byKeyword.get(keyword) ?? (anyCase ? inAnyCase.get(keyword.toLowerCase()) : undefined);
}
