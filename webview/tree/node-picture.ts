import type { Range } from 'vscode-languageserver-types';
import type { DiagramPart, DiagramSubject } from '../../src/protocol';
import { describe } from './describe';
import type { Picture } from './drawn-picture';
import { edgeElements } from './edge-elements';
import { branchKey, type FoldedAway, type FoldKey } from './foldable';
import { groupElements } from './group-elements';
import { innerShapes } from './inner-shapes';
import { lightHeads } from './lit-heads';
import type { DiagramExtract } from './nearby';
import { nodeElements } from './node-elements';

/** A picture whose shapes know their nodes: to be clicked, reached by keyboard, and read aloud. */
export class NodePicture {
  readonly picture: Picture;
  readonly #shapes: Map<string, SVGElement[]>;
  readonly #edges: Map<number, SVGElement[]>;
  readonly #groups: Map<number, readonly SVGElement[]>;
  /** What each shape says to those who hear it. */
  readonly #labels = new Map<string, string>();
  #subject: DiagramSubject;
  #folded: FoldedAway | undefined;
  #standIns: ReadonlyMap<FoldKey, readonly SVGElement[]> = new Map();
  /** What is left in sight of those that are near a node. */
  #kept: DiagramExtract | undefined;
  /** What Mermaid drew inside folded frames and no node owns. */
  #inner: readonly Element[] = [];

  constructor(picture: Picture, subject: DiagramSubject) {
    this.picture = picture;
    this.#subject = subject;
    this.#shapes = nodeElements(picture.svg, subject);
    this.#edges = edgeElements(picture.svg, subject);
    this.#groups = groupElements(picture.svg, subject, this.#shapes);
    this.#dress();
  }

  /** Ids of nodes that are drawn, in the order of the text. */
  get ids(): readonly string[] {
    return this.#subject.nodes.map((node) => node.id).filter((id) => this.#shapes.has(id));
  }

  /** Those of them that are in sight. */
  get inSight(): readonly string[] {
    const frames = new Set([...(this.#folded?.groups ?? [])].map((index) => this.#subject.groups[index]?.id));
    return this.ids.filter(
      (id) => !this.#folded?.nodes.has(id) && !frames.has(id) && (this.#kept?.nodes.has(id) ?? true),
    );
  }

  /** The frames of groups that are in sight. */
  get framesInSight(): readonly SVGElement[] {
    const shown = [...this.#groups].filter(([index]) => !this.#folded?.groups.has(index) && !this.#kept);
    return shown.flatMap(([, [frame]]) => frame ?? []);
  }

  /** The shapes by which a node is seen: what is folded away is seen as what it is folded into. */
  seenAs(id: string): readonly SVGElement[] {
    const fold = this.#folded?.nodes.get(id);
    return (fold === undefined ? undefined : this.#standIns.get(fold)) ?? this.shapesOf(id);
  }

  shapesOf(id: string): readonly SVGElement[] {
    return this.#shapes.get(id) ?? [];
  }

  /** The same text stands elsewhere in the file now. */
  moveTo(subject: DiagramSubject): void {
    this.#subject = subject;
  }

  /** The node of a shape or of anything inside it. */
  idAt(target: EventTarget | null): string | undefined {
    const shape = target instanceof Element ? target.closest<SVGElement>('[data-node]') : null;
    return shape?.dataset.node;
  }

  /** What a click on a node, a group, a line or its label means. */
  partAt(target: EventTarget | null): DiagramPart | undefined {
    const node = this.idAt(target);
    if (node !== undefined) return { node };
    const shape =
      target instanceof Element ? target.closest<SVGElement>('[data-edge-index], [data-group-index]') : null;
    const { edgeIndex, groupIndex } = shape?.dataset ?? {};
    if (edgeIndex !== undefined) return { edge: Number(edgeIndex) };
    return groupIndex === undefined ? undefined : { group: Number(groupIndex) };
  }

  /** Where a part stands in the source, its declaration first. */
  placesOf(part: DiagramPart): readonly Range[] {
    const { nodes, edges, groups } = this.#subject;
    if ('edge' in part) return edges[part.edge] ? [edges[part.edge]!.range] : [];
    if ('group' in part) return groups[part.group] ? [groups[part.group]!.range] : [];
    const same = nodes.filter(({ id }) => id === part.node).flatMap(({ places }) => places);
    return same.length > 0 ? same : groups.filter(({ id }) => id === part.node).map(({ range }) => range);
  }

  /** The shapes of a part, its main one first. */
  shapesOfPart(part: DiagramPart): readonly SVGElement[] {
    if ('node' in part) return this.shapesOf(part.node);
    return ('edge' in part ? this.#edges.get(part.edge) : this.#groups.get(part.group)) ?? [];
  }

  /** Draws a line, or the lines of one node, stronger than the rest; none when there is no part. */
  lightEdges(part: DiagramPart | undefined): void {
    const id = part && 'node' in part ? part.node : undefined;
    for (const [index, shapes] of this.#edges) {
      const edge = this.#subject.edges[index];
      const own = part !== undefined && 'edge' in part && part.edge === index;
      const lit = own || (id !== undefined && (edge?.from === id || edge?.to === id));
      for (const shape of shapes) {
        if (shape.classList.contains('lit-edge') === lit) continue;
        shape.classList.toggle('lit-edge', lit);
        lightHeads(shape, lit);
      }
    }
  }

  /** Where a node's id and labels stand in the source. */
  rangesOf(id: string): readonly Range[] {
    return this.#subject.nodes.filter((node) => node.id === id).flatMap(({ ranges }) => ranges);
  }

  /** The connections, for whoever looks for what is near. */
  get edges(): DiagramSubject['edges'] {
    return this.#subject.edges;
  }

  /** What a node is called. */
  nameOf(id: string): string {
    return this.#subject.nodes.find((node) => node.id === id)?.label ?? id;
  }

  /** The nodes that say something to those who hear them: frames of groups say nothing. */
  get named(): readonly string[] {
    return this.ids.filter((id) => this.#labels.has(id));
  }

  /** Says of nodes what is not in the text, behind what is; of the rest nothing. */
  addWords(words: ReadonlyMap<string, string>): void {
    for (const [id, text] of this.#labels) {
      const more = words.get(id);
      const said = more === undefined ? text : `${text} ${more}`;
      const shape = this.#shapes.get(id)?.[0];
      if (shape?.getAttribute('aria-label') !== said) shape?.setAttribute('aria-label', said);
    }
  }

  /** Draws these lines as a way that was gone, and no others. */
  markTravelled(edges: ReadonlySet<number>): void {
    for (const [index, shapes] of this.#edges) {
      for (const shape of shapes) shape.classList.toggle('travelled', edges.has(index));
    }
  }

  /** Hides all but a part of the picture, and the frames around it; nothing when there is no part. */
  keepOnly(part: DiagramExtract | undefined): void {
    if (!part && !this.#kept) return;
    this.#kept = part;
    const frames = new Set(this.#subject.groups.map(({ id }) => id));
    toggle(this.#shapes, 'aside', (id) => part !== undefined && !part.nodes.has(id) && !frames.has(id));
    toggle(this.#edges, 'aside', (index) => part !== undefined && !part.edges.has(index));
  }

  /** Hides what is folded away, and nothing else of it. @param standIns per fold the shapes that stand for what it hides */
  fold(away: FoldedAway, standIns: ReadonlyMap<FoldKey, readonly SVGElement[]>): void {
    const isAsBefore = !hidesAny(away) && !(this.#folded && hidesAny(this.#folded));
    this.#folded = away;
    this.#standIns = standIns;
    if (isAsBefore) return;
    const frames = new Set([...away.groups].map((index) => this.#subject.groups[index]?.id));
    toggle(this.#shapes, 'folded', (id) => away.nodes.has(id) || frames.has(id));
    toggle(this.#edges, 'folded', (index) => away.edges.has(index));
    toggle(this.#groups, 'folded', (index) => away.groups.has(index));
    for (const shape of this.#inner) shape.classList.remove('folded');
    const emptied = [...away.emptied].flatMap((index) => this.#groups.get(index)?.[0] ?? []);
    this.#inner = emptied.flatMap((frame) => innerShapes(this.picture.svg, frame));
    for (const shape of this.#inner) shape.classList.add('folded');
    for (const [id, [shape]] of this.#shapes) {
      if (this.#labels.has(id)) setOrRemove(shape, 'aria-expanded', standIns.has(branchKey(id)) ? 'false' : undefined);
    }
  }

  /** Makes one node the one that Tab leads to, as in any list. */
  makeTabStop(id: string): SVGElement | undefined {
    for (const [other, [shape]] of this.#shapes) shape?.setAttribute('tabindex', other === id ? '0' : '-1');
    return this.#shapes.get(id)?.[0];
  }

  #dress(): void {
    const { svg } = this.picture;
    const words = describe(this.#subject);
    svg.setAttribute('aria-label', words.summary);
    svg.removeAttribute('aria-roledescription');
    // A node leads to its source; a link inside it would be a control within a control.
    for (const link of svg.querySelectorAll('a')) {
      for (const name of ['href', 'xlink:href', 'tabindex']) link.removeAttribute(name);
    }
    const texts = new Map(words.nodes.map((node) => [node.id, node.text]));
    for (const [id, shapes] of this.#shapes) {
      for (const shape of shapes) shape.dataset.node = id;
      const text = texts.get(id);
      if (text === undefined) continue;
      shapes[0]!.setAttribute('role', 'button');
      const label = withInnerWords(text, shapes[0]!);
      this.#labels.set(id, label);
      shapes[0]!.setAttribute('aria-label', label);
    }
    for (const [index, shapes] of this.#edges) {
      for (const shape of shapes) shape.dataset.edgeIndex = String(index);
    }
    for (const [index, [frame]] of this.#groups) {
      if (frame && frame.dataset.node === undefined) frame.dataset.groupIndex = String(index);
    }
    const first = this.ids[0];
    if (first !== undefined) this.makeTabStop(first);
  }
}

const hidesAny = ({ nodes, edges, groups, emptied }: FoldedAway): boolean =>
  [nodes, edges, groups, emptied].some(({ size }) => size > 0);

function toggle<Key>(
  shapes: ReadonlyMap<Key, readonly SVGElement[]>,
  name: string,
  isHidden: (key: Key) => boolean,
): void {
  for (const [key, own] of shapes) {
    const hidden = isHidden(key);
    for (const shape of own) shape.classList.toggle(name, hidden);
  }
}

function setOrRemove(shape: Element | undefined, name: string, value: string | undefined): void {
  if (value === undefined) shape?.removeAttribute(name);
  else shape?.setAttribute(name, value);
}

/** What a shape shows beyond its name (the members of a class) is read with it. */
function withInnerWords(text: string, shape: SVGElement): string {
  const words = [...shape.querySelectorAll('.nodeLabel, text')].map((part) => (part.textContent ?? '').trim());
  const shown = words.filter(Boolean).join(' ');
  return text.includes(shown) ? text : `${shown}. ${text}`;
}
