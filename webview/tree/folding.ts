import { say } from '../../src/core/l10n/say';
import type { DiagramSubject } from '../../src/protocol';
import { type FoldHandle, FoldLayer } from './fold-layer';
import { branchKey, branchOf, Foldable, type FoldedAway, type FoldKey } from './foldable';
import type { NodePicture } from './node-picture';
import type { Stage } from './stage';
import type { Size } from './viewport';

export interface FoldingHost {
  say(message: string): void;
  /** Hears what is folded now. */
  folded(keys: readonly FoldKey[]): void;
  /** Something is hidden that was in sight, or the other way round. */
  changed(): void;
}

/** What is folded of the diagram on the stage: branches and groups, by pointer and keyboard, until they are unfolded. */
export class Folding {
  readonly #stage: Stage;
  readonly #host: FoldingHost;
  readonly #layer: FoldLayer;
  #nodes: NodePicture | undefined;
  #foldable: Foldable | undefined;
  #subject: DiagramSubject | undefined;
  #keys = new Set<FoldKey>();
  #away: FoldedAway | undefined;
  /** The node whose sign is shown because it is pointed at or has the keyboard. */
  #near: string | undefined;

  constructor(stage: Stage, host: FoldingHost) {
    this.#stage = stage;
    this.#host = host;
    this.#layer = new FoldLayer(
      (key) => this.toggle(key),
      () => stage.element.focus({ preventScroll: true }),
    );
    for (const type of ['pointerover', 'focusin'] as const) {
      stage.element.addEventListener(type, (event) => this.#point(event.target));
    }
  }

  /** Lies over the picture. */
  get element(): SVGElement {
    return this.#layer.element;
  }

  resize(size: Size): void {
    this.#layer.resize(size);
  }

  /** Another picture lies on the stage. @param keys what was folded in its diagram last */
  attach(nodes: NodePicture | undefined, subject?: DiagramSubject, keys: readonly FoldKey[] = []): void {
    this.#nodes = nodes;
    this.#subject = subject;
    this.#foldable = nodes && subject && new Foldable(subject);
    this.#keys = new Set(keys);
    this.#near = undefined;
    this.#apply();
  }

  /** Folds the branch of a node, or the group that it is the frame of; unfolds what is folded. */
  toggleNode(id: string | undefined): void {
    const foldable = this.#foldable;
    if (!foldable) return;
    if (id === undefined) this.#toggleAll();
    else {
      const group = foldable.groupNamed(id);
      const key = group === undefined ? branchKey(id) : foldable.groupKeys[group]!;
      if (this.#keys.has(key) || group !== undefined || foldable.branchSize(id) > 0) this.toggle(key);
      else this.#host.say(say`Nothing is reached through ${this.#nodes?.nameOf(id) ?? id} alone.`);
    }
  }

  /** Folds the innermost group around a node; the keyboard goes to the sign by which it is unfolded. */
  toggleGroupOf(id: string): void {
    const group = this.#foldable?.groupOf(id);
    const key = group === undefined ? undefined : this.#foldable!.groupKeys[group];
    if (key === undefined) this.#host.say(say`${this.#nodes?.nameOf(id) ?? id} is in no group.`);
    else {
      this.toggle(key);
      this.#layer.focus(key);
    }
  }

  unfoldAll(): void {
    if (this.#keys.size === 0) return;
    this.#keys.clear();
    this.#changed(say`Everything is expanded.`);
  }

  toggle(key: FoldKey): void {
    const name = this.#nameOf(key);
    if (this.#keys.delete(key)) this.#changed(say`${name} is expanded.`);
    else {
      this.#keys.add(key);
      this.#apply();
      const count = this.#away?.counts.get(key) ?? 0;
      this.#changed(say`${name} is collapsed, ${count} hidden.`);
    }
  }

  /** Unfolds what hides a node. */
  reveal(id: string): void {
    for (let key = this.#away?.nodes.get(id); key !== undefined; key = this.#away?.nodes.get(id)) {
      this.#keys.delete(key);
      this.#apply();
    }
    this.#host.folded([...this.#keys]);
    this.#host.changed();
  }

  /** With nothing chosen everything is unfolded or, where nothing is folded, the groups are folded. */
  #toggleAll(): void {
    if (this.#keys.size > 0) {
      this.unfoldAll();
      return;
    }
    const groups = this.#groupHandles().map(({ key }) => key);
    if (groups.length === 0) this.#host.say(say`Choose a node first: its branch is collapsed.`);
    else {
      this.#keys = new Set(groups);
      this.#changed(say`All groups are collapsed.`);
    }
  }

  #changed(words: string): void {
    this.#apply();
    this.#host.folded([...this.#keys]);
    this.#host.changed();
    this.#host.say(words);
  }

  #apply(): void {
    this.#away = this.#foldable?.foldedAway(this.#keys);
    if (this.#nodes && this.#away) this.#nodes.fold(this.#away, this.#standIns(this.#nodes, this.#away));
    this.#show();
  }

  #standIns(nodes: NodePicture, away: FoldedAway): ReadonlyMap<FoldKey, readonly SVGElement[]> {
    return new Map(
      [...away.counts.keys()].map((key) => {
        const id = branchOf(key);
        const group = this.#foldable?.groupKeys.indexOf(key) ?? -1;
        return [key, id === undefined ? nodes.shapesOfPart({ group }) : nodes.shapesOf(id)];
      }),
    );
  }

  #show(): void {
    this.#layer.show([...this.#groupHandles(), ...this.#branchHandles()]);
  }

  #groupHandles(): readonly FoldHandle[] {
    const [nodes, foldable, away] = [this.#nodes, this.#foldable, this.#away];
    if (!nodes || !foldable || !away) return [];
    return foldable.groupKeys.flatMap((key, index): FoldHandle[] => {
      const [frame] = nodes.shapesOfPart({ group: index });
      if (!frame || !foldable.hasMembers(index) || away.groups.has(index)) return [];
      const hides = this.#keys.has(key) ? away.counts.get(key) : undefined;
      return [{ key, name: this.#nameOf(key), box: this.#stage.boxOf(frame), kind: 'group', hides }];
    });
  }

  #branchHandles(): readonly FoldHandle[] {
    const [nodes, foldable, away] = [this.#nodes, this.#foldable, this.#away];
    if (!nodes || !foldable || !away) return [];
    const ids = new Set([...this.#keys].flatMap((key) => branchOf(key) ?? []));
    if (this.#near !== undefined) ids.add(this.#near);
    return [...ids].flatMap((id): FoldHandle[] => {
      const key = branchKey(id);
      const hides = this.#keys.has(key) ? away.counts.get(key) : undefined;
      const [shape] = nodes.shapesOf(id);
      if (!shape || away.nodes.has(id) || foldable.groupNamed(id) !== undefined) return [];
      if (hides === undefined && foldable.branchSize(id) === 0) return [];
      return [{ key, name: nodes.nameOf(id), box: this.#stage.boxOf(shape), kind: 'branch', hides }];
    });
  }

  /** A sign stays while it is pointed at. */
  #point(target: EventTarget | null): void {
    if (this.#layer.keyAt(target) !== undefined) return;
    const id = this.#nodes?.idAt(target);
    if (id === undefined || id === this.#near) return;
    this.#near = id;
    this.#show();
  }

  #nameOf(key: FoldKey): string {
    const id = branchOf(key);
    if (id !== undefined) return this.#nodes?.nameOf(id) || id;
    const group = this.#subject?.groups[this.#foldable?.groupKeys.indexOf(key) ?? -1];
    return group?.label ?? group?.id ?? group?.kind ?? '';
  }
}
