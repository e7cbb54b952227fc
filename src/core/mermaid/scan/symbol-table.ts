import type { Span } from '../../text/span';
import type {
  DiagramClass,
  DiagramEdge,
  DiagramGroup,
  DiagramLabel,
  DiagramNode,
  DiagramSymbols,
  Occurrence,
  OccurrenceRole,
} from '../diagram-symbols';
import type { ReadType } from '../diagram-type';

/** Mermaid itself takes 500 of a flowchart unless a course allows more. */
const mostEdges = 10_000;

type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface NodeDraft {
  readonly id: string;
  kind: string;
  readonly labels: DiagramLabel[];
  readonly occurrences: Draft<Occurrence>[];
  /** Index of the declaring occurrence, -1 while there is none. */
  declared: number;
  labelled: boolean;
  group: number;
}

interface ClassDraft {
  readonly name: string;
  declaration: Span | undefined;
  readonly occurrences: Span[];
}

/** A node that only its own place names. */
export interface OwnNode {
  readonly id: string;
  readonly span: Span;
  /** What the table knows it by. */
  readonly node: NodeDraft;
}

/** Collects the symbols of one diagram while its text is read from start to end. */
export class SymbolTable {
  /** In order of first appearance. */
  readonly #nodes: NodeDraft[] = [];
  readonly #byId = new Map<string, NodeDraft>();
  readonly #edges: DiagramEdge[] = [];
  readonly #groups: Draft<DiagramGroup>[] = [];
  readonly #classes = new Map<string, ClassDraft>();
  /** Indices of the groups that are open, the innermost last. */
  readonly #open: number[] = [];

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Notes a place of an id. The first one in an edge or by itself declares it. */
  mention(id: string, span: Span, role: OccurrenceRole, kind = 'node'): void {
    let node = this.#byId.get(id);
    if (node === undefined) {
      node = this.#add(id, kind);
      this.#byId.set(id, node);
    }
    node.occurrences.push({ span, role });
    if (node.declared < 0 && declares(role)) this.#declare(node, kind);
  }

  #add(id: string, kind: string): NodeDraft {
    const node: NodeDraft = { id, kind, labels: [], occurrences: [], declared: -1, labelled: false, group: -1 };
    this.#nodes.push(node);
    return node;
  }

  /** Notes a node that nothing else can name: others with the same id are others. */
  own(id: string, span: Span, kind: string): OwnNode {
    const node = this.#add(id, kind);
    node.occurrences.push({ span, role: 'declaration' });
    this.#declare(node, kind);
    return { id, span, node };
  }

  /** Lets the id's latest place declare it where none did before, whatever its role. */
  introduce(id: string, kind?: string): void {
    const node = this.#byId.get(id);
    if (node && node.declared < 0) this.#declare(node, kind ?? node.kind);
  }

  /** Makes the id's latest place its declaration, unless an earlier one already declared it in so many words. */
  declare(id: string, kind?: string): void {
    const node = this.#byId.get(id);
    if (node) this.#declareLabelled(node, kind ?? node.kind);
  }

  /** Gives an id, or a node of its own, a label at its latest place. */
  label(named: string | OwnNode, label: DiagramLabel): void {
    const node = typeof named === 'string' ? this.#byId.get(named) : named.node;
    if (node === undefined) return;
    this.#declareLabelled(node, node.kind);
    node.labels.push(label);
  }

  #declareLabelled(node: NodeDraft, kind: string): void {
    if (node.labelled) return;
    node.labelled = true;
    this.#declare(node, kind);
  }

  #declare(node: NodeDraft, kind: string): void {
    node.kind = kind;
    node.declared = node.occurrences.length - 1;
    node.group = this.#open.at(-1) ?? -1;
  }

  /** Whether no more edges are noted: `A & B & … --> C & D & …` makes as many as its sides' product. */
  get isFull(): boolean {
    return this.#edges.length >= mostEdges;
  }

  edge(from: string, to: string, arrow: Span, span: Span, label?: DiagramLabel): void {
    if (this.isFull) return;
    this.#edges.push(label ? { from, to, arrow, label, span } : { from, to, arrow, span });
  }

  openGroup(group: Omit<DiagramGroup, 'span' | 'closed' | 'parent'>): void {
    const parent = this.#open.at(-1);
    this.#open.push(this.#groups.length);
    const { kind, id, idSpan, label, opener } = group;
    const opened: Draft<DiagramGroup> = { kind, opener, span: opener, closed: false };
    if (id !== undefined) opened.id = id;
    if (idSpan) opened.idSpan = idSpan;
    if (label) opened.label = label;
    if (parent !== undefined) opened.parent = parent;
    this.#groups.push(opened);
  }

  /** The group that is open innermost. */
  get group(): Readonly<DiagramGroup> | undefined {
    const index = this.#open.at(-1);
    return index === undefined ? undefined : this.#groups[index];
  }

  closeGroup(end: number): void {
    const index = this.#open.pop();
    if (index === undefined) return;
    const group = this.#groups[index]!;
    group.span = { start: group.span.start, end };
    group.closed = true;
  }

  /** Notes a place of a style class. */
  styleClass(name: string, span: Span, declares: boolean): void {
    let found = this.#classes.get(name);
    if (found === undefined) {
      found = { name, declaration: undefined, occurrences: [] };
      this.#classes.set(name, found);
    }
    found.occurrences.push(span);
    if (declares) found.declaration ??= span;
  }

  build(type: ReadType, header: Span, end: number): DiagramSymbols {
    for (const index of this.#open) {
      const group = this.#groups[index]!;
      group.span = { start: group.span.start, end };
    }
    return {
      type,
      header,
      nodes: this.#nodes.map(builtNode),
      edges: this.#edges,
      groups: this.#groups,
      classes: Array.from(this.#classes.values(), builtClass),
    };
  }
}

const declares = (role: OccurrenceRole): boolean => role === 'edge' || role === 'member';

function builtNode(node: NodeDraft): DiagramNode {
  const declaring = node.occurrences[node.declared];
  if (declaring) declaring.role = 'declaration';
  const built: Draft<DiagramNode> = {
    id: node.id,
    kind: node.kind,
    labels: node.labels,
    declaration: (declaring ?? node.occurrences[0]!).span,
    occurrences: node.occurrences,
  };
  const label = node.labels.at(-1);
  if (label) built.label = label;
  if (node.group >= 0) built.group = node.group;
  return built;
}

function builtClass({ name, declaration, occurrences }: ClassDraft): DiagramClass {
  return declaration ? { name, declaration, occurrences } : { name, occurrences };
}
