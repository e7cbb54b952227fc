import { say } from '../../src/core/l10n/say';
import { type DiagramExtract, nearby, wayBetween } from './nearby';
import type { NodePicture } from './node-picture';

/** What is left in sight: what is near a node, or the way from one to another. */
type Near = { readonly id: string; readonly hops: number } | { readonly from: string; readonly to: string };

const mostHops = 2;

/** Leaves in sight what is near a node, or the way between two, until everything is asked for again. */
export class NearFocus {
  readonly #say: (message: string) => void;
  readonly #changed: () => void;
  #nodes: NodePicture | undefined;
  #near: Near | undefined;
  /** Where a way is to begin, by keyboard. */
  #start: string | undefined;

  /** @param changed hears that other nodes are in sight now, by a person's doing */
  constructor(say: (message: string) => void, changed: () => void) {
    this.#say = say;
    this.#changed = changed;
  }

  get isOn(): boolean {
    return this.#near !== undefined;
  }

  /** Another picture lies on the stage. */
  attach(nodes: NodePicture | undefined): void {
    this.#nodes = nodes;
    this.#start = undefined;
    this.#show();
  }

  /** Leaves in sight what is one step from a node; asked again, what is two steps away; then everything. */
  widen(id: string | undefined): void {
    const last = this.#near && 'hops' in this.#near && this.#near.id === id ? this.#near.hops : 0;
    if (id === undefined) this.#say(say`Choose a node first: what is near it stays in sight.`);
    this.#near = id === undefined || last >= mostHops ? undefined : { id, hops: last + 1 };
    this.#show(true);
    this.#changed();
  }

  /** Asked at one node and then at another, leaves in sight the way between the two. */
  end(id: string): void {
    const start = this.#start;
    this.#start = undefined;
    if (start !== undefined && start !== id) this.showWay(start, id);
    else {
      this.#start = id;
      this.#say(say`From ${this.#nodes?.nameOf(id) ?? id}: press P at the node where the way ends.`);
    }
  }

  /** Leaves in sight the way from one node to another. */
  showWay(from: string, to: string): void {
    this.#near = { from, to };
    this.#show(true);
    this.#changed();
  }

  showAll(): void {
    this.#near = undefined;
    this.#show();
    this.#changed();
  }

  /** @param say whether a person has just asked for it */
  #show(say = false): void {
    const [nodes, near] = [this.#nodes, this.#near];
    if (!nodes || !near) {
      nodes?.keepOnly(undefined);
      return;
    }
    const isThere = (id: string) => nodes.shapesOf(id).length > 0;
    const part =
      'hops' in near
        ? isThere(near.id) && nearby(nodes.edges, near.id, near.hops)
        : isThere(near.from) && isThere(near.to) && wayBetween(nodes.edges, near.from, near.to);
    nodes.keepOnly(part || undefined);
    if (say) this.#say(wordsOf(near, part || undefined, nodes));
  }
}

function wordsOf(near: Near, part: DiagramExtract | undefined, nodes: NodePicture): string {
  if ('hops' in near) {
    const others = (part?.nodes.size ?? 1) - 1;
    return say`${nodes.nameOf(near.id)} and ${others} ${others === 1 ? say`node` : say`nodes`} near it`;
  }
  const [from, to] = [nodes.nameOf(near.from), nodes.nameOf(near.to)];
  return part ? say`From ${from} to ${to}: ${part.nodes.size} nodes` : say`Nothing joins ${from} and ${to}.`;
}
