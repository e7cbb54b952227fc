/**
 * Throws what Mermaid throws only when it draws a diagram, from the database alone: what the renderer asks of the
 * database is asked here, and what the renderer finds by itself is looked for. Types are Mermaid's own names.
 */
export function refuseToDraw(type: string, db: unknown): void {
  (refusals as Readonly<Record<string, (db: never) => void>>)[type]?.(db as never);
}

interface Flow {
  readonly nodes: readonly { readonly id: string }[];
  readonly links: readonly { readonly source: string; readonly target: string }[];
}

interface Shape {
  readonly alias: string;
}

interface Block {
  readonly columns?: number;
  readonly id: string;
}

interface Actor {
  readonly type: string;
  readonly links: Readonly<Record<string, unknown>>;
}

/** Signs of actors below which the renderer finds no box to hang a menu of links at (12.3: `rectData` is null). */
const withoutMenu = new Set(['actor', 'boundary', 'control', 'entity']);

const refusals = {
  // Dates are read when the tasks are asked for, each by the ones before.
  gantt: (db: { getTasks(): unknown }) => void db.getTasks(),
  'flowchart-v2': refuseClasses,
  flowchart: refuseClasses,
  sankey: (db: { getGraph(): Flow }) => refuseCircles(db.getGraph()),
  requirement: (db: {
    getRequirements(): ReadonlyMap<string, unknown>;
    getElements(): ReadonlyMap<string, unknown>;
    getRelationships(): readonly { readonly src: string; readonly dst: string }[];
  }) => {
    const known = new Set([...db.getRequirements().keys(), ...db.getElements().keys()]);
    for (const { src, dst } of db.getRelationships()) {
      const missing = [src, dst].find((name) => !known.has(name));
      if (missing !== undefined) throw new Error(`requirement relation names the unknown ${missing}`);
    }
  },
  c4: (db: {
    getC4ShapeArray(): readonly Shape[];
    getBoundaries(): readonly Shape[];
    getRels(): readonly { readonly from: string; readonly to: string }[];
  }) => {
    const known = new Set([...db.getC4ShapeArray(), ...db.getBoundaries()].map(({ alias }) => alias));
    for (const { from, to } of db.getRels()) {
      const missing = [from, to].find((name) => !known.has(name));
      if (missing !== undefined) throw new Error(`C4 rel names the unknown ${missing}`);
    }
  },
  // The renderer names an edge after its ends, and takes no name twice.
  architecture: (db: { getEdges(): readonly { readonly lhsId: string; readonly rhsId: string }[] }) => {
    const taken = new Set<string>();
    for (const { lhsId, rhsId } of db.getEdges()) {
      if (taken.has(`${lhsId}-${rhsId}`)) throw new Error(`second edge from ${lhsId} to ${rhsId}`);
      taken.add(`${lhsId}-${rhsId}`);
    }
  },
  block: (db: Styled & { getBlocksFlat(): readonly Block[] }) => {
    refuseClasses(db);
    if (db.getBlocksFlat().some(({ columns }) => columns === 0)) throw new Error('block columns 0');
  },
  stateDiagram: refuseStates,
  state: refuseStates,
  sequence: (db: { getActors(): ReadonlyMap<string, Actor> }) => {
    for (const [name, { links, type }] of db.getActors()) {
      const addresses = Object.values(links);
      if (addresses.some((address) => typeof address !== 'string')) throw new Error(`a link of ${name} is no address`);
      if (addresses.length > 0 && withoutMenu.has(type)) throw new Error(`no menu of links at the ${type} ${name}`);
    }
  },
  xychart: (db: { getXYChartData(): { readonly plots: readonly unknown[] } }) => {
    if (db.getXYChartData().plots.length === 0) throw new Error('no plot');
  },
} as const;

type Styled = { getClasses(): ReadonlyMap<string, { readonly styles: readonly string[] }> };

const identifier = String.raw`(?:--|-?(?:[A-Za-z_\u0080-\uffff]|\\.))(?:[\w\-\u0080-\uffff]|\\.)*`;

/** What may follow the dot of a selector: names with further classes, ids and the neighbour's sign. */
const selector = new RegExp(`^${identifier}(?:[.#+]${identifier})*&?$`);

/** A class with a style becomes a rule of the picture's style sheet, `.name > *`, which a browser has to be able to read. */
function refuseClasses(db: Styled): void {
  for (const [name, { styles }] of db.getClasses()) {
    if (styles.length > 0 && !selector.test(name)) throw new Error(`no style sheet holds a class named ${name}`);
  }
}

/** A sankey's flow may not come back to where it began (d3-sankey, `circular link`). */
function refuseCircles({ links }: Flow): void {
  const waiting = new Map<string, number>();
  const next = new Map<string, string[]>();
  for (const { source, target } of links) {
    waiting.set(source, waiting.get(source) ?? 0);
    waiting.set(target, (waiting.get(target) ?? 0) + 1);
    next.set(source, [...(next.get(source) ?? []), target]);
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  let taken = 0;
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    taken++;
    for (const target of next.get(id) ?? []) {
      const left = waiting.get(target)! - 1;
      waiting.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  if (taken === waiting.size) return;
  // The first row that closes a circle is the one to be named.
  next.clear();
  for (const { source, target } of links) {
    if (reaches(next, target, source)) throw new Error(`circular link from ${source} to ${target}`);
    next.set(source, [...(next.get(source) ?? []), target]);
  }
}

function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const target of next.get(id) ?? []) seen.add(target);
  return seen.has(to);
}

interface State {
  readonly id: string;
  readonly shape?: string;
  readonly parentId?: string;
}

/** A note beside a state that nothing else names has no shape; laying out a state that holds itself comes to no end. */
function refuseStates(db: Styled & { getData(): { readonly nodes: readonly State[] } }): void {
  refuseClasses(db);
  const { nodes } = db.getData();
  const loose = nodes.find(({ shape }) => shape === undefined);
  if (loose) throw new Error(`state note names the unknown ${loose.id}`);
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  for (const { id } of nodes) {
    let above = parents.get(id);
    for (let depth = 0; above !== undefined && depth <= nodes.length; depth++) {
      if (above === id) throw new Error(`the state holds itself: ${id}`);
      above = parents.get(above);
    }
  }
}
