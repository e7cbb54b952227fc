import { valuesAt } from './values-at';

export type Database = Readonly<Record<string, (() => unknown) | undefined>>;

/** What the databases' values have in common. */
export interface Named {
  readonly id?: string;
  readonly alias?: string;
  readonly label?: string;
}

/**
 * How tags are taken: as HTML, so that only what stands between them is seen, or as text, where at most `<br>` counts. In
 * broken HTML `\n` breaks a line too. In one line of HTML `<br>` is gone too, and in plain text it and codes of HTML are
 * drawn as they are written.
 */
export type Markup = 'html' | 'broken html' | 'line of html' | 'text' | 'plain';

/** Where texts stand in a database. */
export interface Part {
  /** What to ask the database for. */
  readonly from: string;
  /** Which values of the answer have texts; the answer itself without it. `**` are all of a tree's nodes, `***` all that is in it. */
  readonly each?: string;
  /** Where each role's texts stand in such a value; behind `|` what is shown where there are none. */
  readonly texts: Readonly<Record<string, string>>;
  readonly markup: Markup;
  /** What is in the database and not in the picture. */
  readonly unless?: (item: Named, database: Database) => boolean;
}

/** Kinds that draw no title, though their databases take one from the front matter. */
export const untitled = new Set(['architecture', 'eventmodeling', 'ishikawa', 'sankey', 'treeView', 'usecase']);

export const title: Part = { from: 'getDiagramTitle', texts: { title: '' }, markup: 'html' };

const isSubgraph = ({ id }: Named, database: Database): boolean =>
  valuesAt(database.getSubGraphs?.call(database), '*.id').includes(id);

const flowchart: readonly Part[] = [
  // A node with the id of a subgraph is lost to it.
  { from: 'getVertices', texts: { node: 'text|id' }, each: '*', markup: 'broken html', unless: isSubgraph },
  { from: 'getEdges', texts: { edge: 'text' }, each: '*', markup: 'broken html' },
  { from: 'getSubGraphs', texts: { group: 'title|id' }, each: '*', markup: 'broken html' },
];

const state: readonly Part[] = [
  { from: 'getStates', each: '*', texts: { node: 'descriptions|id', note: 'note.text' }, markup: 'html' },
  { from: 'getRelations', each: '*', texts: { edge: 'relationTitle' }, markup: 'html' },
];

const classes: readonly Part[] = [
  {
    from: 'getClasses',
    each: '*',
    texts: { node: 'label|id', annotation: 'annotations', attribute: 'members.text', method: 'methods.text' },
    markup: 'html',
  },
  {
    from: 'getRelations',
    each: '*',
    texts: { edge: 'title', near: 'relationTitle1', far: 'relationTitle2' },
    markup: 'html',
  },
  { from: 'getNotes', each: '*', texts: { note: 'text' }, markup: 'html' },
  { from: 'getNamespaces', each: '*', texts: { group: 'label|id' }, markup: 'html' },
];

/** Rules of a railroad diagram: names, and what stands in quotes, at any depth. */
const rules: readonly Part[] = [
  { from: 'getRules', each: '*', texts: { group: 'name' }, markup: 'html' },
  { from: 'getRules', each: '***', texts: { node: 'value|text' }, markup: 'html' },
];

export const pictures: Readonly<Record<string, readonly Part[]>> = {
  'flowchart-v2': flowchart,
  'flowchart-elk': flowchart,
  flowchart,
  swimlane: flowchart,
  agentflow: flowchart,
  stateDiagram: state,
  state,
  classDiagram: classes,
  class: classes,
  sequence: [
    { from: 'getActors', each: '*', texts: { node: 'description|name' }, markup: 'text' },
    { from: 'getMessages', each: '*', texts: { message: 'message' }, markup: 'text' },
    { from: 'getBoxes', each: '*', texts: { group: 'name' }, markup: 'text' },
  ],
  er: [
    { from: 'getEntities', each: '*', texts: { node: 'alias|label' }, markup: 'html' },
    {
      from: 'getEntities',
      each: '*.attributes',
      texts: { type: 'type', name: 'name', key: 'keys', comment: 'comment' },
      markup: 'html',
    },
    { from: 'getRelationships', each: '*', texts: { edge: 'roleA' }, markup: 'html' },
  ],
  journey: [
    { from: 'getSections', texts: { section: '' }, markup: 'text' },
    { from: 'getTasks', each: '*', texts: { task: 'task', value: 'score', actor: 'people' }, markup: 'text' },
  ],
  gantt: [
    { from: 'getSections', texts: { section: '' }, markup: 'text' },
    { from: 'getTasks', each: '*', texts: { task: 'task' }, markup: 'text' },
  ],
  pie: [{ from: 'getSections', each: '@', texts: { node: '0', value: '1' }, markup: 'plain' }],
  quadrantChart: [
    {
      from: 'getQuadrantData',
      texts: { point: 'points.text.text', quadrant: 'quadrants.text.text', axis: 'axisLabels.text' },
      markup: 'html',
    },
  ],
  requirement: [
    {
      from: 'getRequirements',
      each: '*',
      texts: { node: 'name', id: 'requirementId', text: 'text', risk: 'risk', method: 'verifyMethod' },
      markup: 'html',
    },
    { from: 'getElements', each: '*', texts: { node: 'name', type: 'type', reference: 'docRef' }, markup: 'html' },
    { from: 'getRelationships', each: '*', texts: { edge: 'type' }, markup: 'html' },
  ],
  gitGraph: [
    // Ids that Mermaid makes up are others each time.
    {
      from: 'getCommitsArray',
      each: '*',
      texts: { commit: 'id' },
      markup: 'plain',
      unless: ({ id }) => /^\d+-[\da-f]{7}$/.test(id ?? ''),
    },
    { from: 'getCommitsArray', each: '*', texts: { tag: 'tags' }, markup: 'plain' },
    { from: 'getBranchesAsObjArray', each: '*', texts: { branch: 'name' }, markup: 'plain' },
  ],
  c4: [
    {
      from: 'getC4ShapeArray',
      each: '*',
      texts: { node: 'label.text', description: 'descr.text', technology: 'techn.text' },
      markup: 'html',
    },
    {
      from: 'getBoundaries',
      each: '*',
      texts: { group: 'label.text' },
      markup: 'html',
      unless: ({ alias }) => alias === 'global',
    },
    {
      from: 'getRels',
      each: '*',
      texts: { edge: 'label.text', technology: 'techn.text', description: 'descr.text' },
      markup: 'html',
    },
    { from: 'getTitle', texts: { title: '' }, markup: 'html' },
  ],
  mindmap: [{ from: 'getMindmap', each: '**', texts: { node: 'descr' }, markup: 'html' }],
  timeline: [
    { from: 'getSections', texts: { section: '' }, markup: 'text' },
    { from: 'getTasks', each: '*', texts: { period: 'task', event: 'events' }, markup: 'text' },
  ],
  sankey: [
    { from: 'getNodes', each: '*', texts: { node: 'ID' }, markup: 'html' },
    { from: 'getLinks', each: '*', texts: { value: 'value' }, markup: 'html' },
  ],
  xychart: [
    {
      from: 'getXYChartData',
      texts: { axis: 'xAxis.title', category: 'xAxis.categories', plot: 'plots.title', value: 'plots.data.1' },
      markup: 'html',
    },
    { from: 'getXYChartData', texts: { axis: 'yAxis.title' }, markup: 'html' },
  ],
  block: [
    {
      from: 'getBlocksFlat',
      each: '*',
      texts: { node: 'label' },
      markup: 'broken html',
      unless: ({ label }) => /^id-[a-z0-9]+-\d+$/.test(label ?? ''),
    },
    { from: 'getEdges', each: '*', texts: { edge: 'label' }, markup: 'html' },
  ],
  packet: [{ from: 'getPacket', each: '**', texts: { node: 'label' }, markup: 'plain' }],
  kanban: [
    {
      from: 'getData',
      each: 'nodes',
      texts: { node: 'label', ticket: 'ticket', actor: 'assigned' },
      markup: 'html',
    },
  ],
  architecture: [
    { from: 'getServices', each: '*', texts: { node: 'title' }, markup: 'text' },
    { from: 'getGroups', each: '*', texts: { group: 'title' }, markup: 'text' },
    { from: 'getEdges', each: '*', texts: { edge: 'title' }, markup: 'text' },
  ],
  radar: [
    { from: 'getAxes', each: '*', texts: { axis: 'label|name' }, markup: 'plain' },
    { from: 'getCurves', each: '*', texts: { curve: 'label|name', value: 'entries' }, markup: 'plain' },
  ],
  treemap: [{ from: 'getRoot', each: '**', texts: { node: 'name', value: 'value' }, markup: 'plain' }],
  ishikawa: [{ from: 'getRoot', each: '**', texts: { node: 'text' }, markup: 'line of html' }],
  venn: [
    { from: 'getSubsetData', each: '*', texts: { node: 'label' }, markup: 'plain' },
    { from: 'getTextData', each: '*', texts: { note: 'label|id' }, markup: 'plain' },
  ],
  wardley: [
    {
      from: 'getWardleyData',
      texts: { node: 'nodes.label', edge: 'links.label', note: 'notes.text', annotation: 'annotations.text' },
      markup: 'plain',
    },
  ],
  treeView: [{ from: 'getRoot', each: '**', texts: { node: 'name' }, markup: 'plain' }],
  cynefin: [
    { from: 'getDomains', each: '*', texts: { node: 'items.label' }, markup: 'plain' },
    { from: 'getTransitions', each: '*', texts: { edge: 'label' }, markup: 'plain' },
  ],
  eventmodeling: [
    { from: 'getFrames', each: '*', texts: { group: 'lane', node: 'name', text: 'data' }, markup: 'html' },
  ],
  usecase: [
    { from: 'getActors', each: '*', texts: { node: 'label' }, markup: 'html' },
    { from: 'getUseCases', each: '*', texts: { node: 'label' }, markup: 'html' },
    { from: 'getSystemBoundaries', each: '*', texts: { group: 'label' }, markup: 'html' },
    { from: 'getRelationships', each: '*', texts: { edge: 'label' }, markup: 'html' },
    { from: 'getNotes', each: '*', texts: { note: 'label' }, markup: 'html' },
  ],
  railroad: rules,
  railroadEbnf: rules,
  railroadAbnf: rules,
  railroadPeg: rules,
};
