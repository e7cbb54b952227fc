import type { ShownText } from '../../core/mermaid/judge';
import { decodeEntities } from '../../core/mermaid/scan/entities';

/**
 * What the picture of a parsed diagram says, by Mermaid's name of its type: read from the database, and as the renderer
 * of the type shows it (entities decoded, tags gone where they are read as such). Undefined for a type that is not known.
 * A test holds it against pictures drawn in a browser.
 */
export function shownTexts(type: string, db: unknown): readonly ShownText[] | undefined {
  const parts = pictures[type];
  if (!parts) return undefined;
  const shown: ShownText[] = [];
  const database = db as Database;
  for (const { from, each, texts, markup, unless } of [...parts, title]) {
    const asked = database[from]?.call(db);
    for (const item of each ? valuesAt(asked, each) : [asked]) {
      if (unless?.(item as Named, database)) continue;
      for (const [role, path] of Object.entries(texts)) {
        const alternatives = path.split('|').map((one) => valuesAt(item, one).filter(isText));
        for (const text of alternatives.find((values) => values.length > 0) ?? []) {
          shown.push({ role, text: drawn(String(text), markup) });
        }
      }
    }
  }
  // `none` is a class relation's word for no multiplicity.
  return shown.filter(({ role, text }) => text !== '' && !(text === 'none' && (role === 'near' || role === 'far')));
}

type Database = Readonly<Record<string, (() => unknown) | undefined>>;

/** What the databases' values have in common. */
interface Named {
  readonly id?: string;
  readonly alias?: string;
  readonly label?: string;
}

/** How tags are taken: as HTML, so that only what stands between them is seen, or as text, where at most `<br>` counts. In
 * broken HTML `\n` breaks a line too.
 */
type Markup = 'html' | 'broken html' | 'text';

/** Where texts stand in a database. */
interface Part {
  /** What to ask the database for. */
  readonly from: string;
  /** Which values of the answer have texts; the answer itself without it. `**` are all of a tree's nodes. */
  readonly each?: string;
  /** Where each role's texts stand in such a value; behind `|` what is shown where there are none. */
  readonly texts: Readonly<Record<string, string>>;
  readonly markup: Markup;
  /** What is in the database and not in the picture. */
  readonly unless?: (item: Named, database: Database) => boolean;
}

const title: Part = { from: 'getDiagramTitle', texts: { title: '' }, markup: 'html' };

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

const pictures: Readonly<Record<string, readonly Part[]>> = {
  'flowchart-v2': flowchart,
  'flowchart-elk': flowchart,
  flowchart,
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
  pie: [{ from: 'getSections', each: '@', texts: { node: '0', value: '1' }, markup: 'text' }],
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
    { from: 'getCommitsArray', each: '*', texts: { commit: 'id', message: 'message', tag: 'tags' }, markup: 'text' },
    { from: 'getBranchesAsObjArray', each: '*', texts: { branch: 'name' }, markup: 'text' },
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
  packet: [{ from: 'getPacket', each: '**', texts: { node: 'label' }, markup: 'text' }],
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
    { from: 'getAxes', each: '*', texts: { axis: 'label|name' }, markup: 'text' },
    { from: 'getCurves', each: '*', texts: { curve: 'label|name', value: 'entries' }, markup: 'text' },
  ],
  treemap: [{ from: 'getRoot', each: '**', texts: { node: 'name', value: 'value' }, markup: 'text' }],
};

const isText = (value: unknown): boolean => (typeof value === 'string' && value !== '') || typeof value === 'number';

/** The values at the end of a path; lists on the way are gone through, and `@` takes a map's entries. */
function valuesAt(value: unknown, path: string): unknown[] {
  // A number names a place in a list, every other name what each of its values holds.
  let values = Array.isArray(value) && !/^\d/.test(path) ? (value as unknown[]) : [value];
  if (value instanceof Map) values = path === '@' ? [...value.entries()] : [...value.values()];
  if (path === '**') return values.flatMap(withDescendants);
  if (path === '@' || path === '*' || path === '') return values;
  for (const name of path.split('.')) {
    if (name === '*') continue;
    values = values.flatMap((one) => fieldOf(one, name));
  }
  return values;
}

function fieldOf(value: unknown, name: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const field = (value as Readonly<Record<string, unknown>>)[name];
  return Array.isArray(field) ? field : [field];
}

function withDescendants(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(withDescendants);
  return [
    value,
    ...fieldOf(value, 'children')
      .filter((child) => child !== undefined)
      .flatMap(withDescendants),
  ];
}

/** What HTML reads as a tag: `<` and a letter, to the next `>` or to the end. */
const tag = /<(?:\/?[a-z]|!|\?)[^>]*(?:>|$)/gi;

function drawn(text: string, markup: Markup): string {
  const lines = text.replace(markup === 'broken html' ? /<br\s*\/?>|\\n/gi : /<br\s*\/?>/gi, '\n').replaceAll(' ', ' ');
  const seen = markup !== 'text' ? lines.replace(tag, '') : lines;
  // `#quot;` reaches the database as `ﬂ°quot¶ß`, and `#35;` as `ﬂ°°35¶ß` (Mermaid's `encodeEntities`).
  return decodeEntities(
    seen
      .replace(/ﬂ°°?(\w+)¶ß|&#?(\w{1,32});/g, (_, own: string, html: string) => `#${own ?? html};`)
      .replace(/^\\(?=[+\-#~])/, ''),
  ).trim();
}
