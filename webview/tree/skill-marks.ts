import { say } from '../../src/core/l10n/say';
import type { SkillState, SkillStates } from '../../src/protocol';
import type { HostChannel } from '../host-channel';
import type { NodePicture } from './node-picture';
import { ProgressLayer, type SkillMark } from './progress-layer';
import { skillPath } from './skill-path';
import type { Stage } from './stage';
import type { Size } from './viewport';

export interface SkillMarksHost extends Pick<HostChannel, 'request'> {
  say(message: string): void;
}

const following: Readonly<Record<SkillState, SkillState>> = { todo: 'doing', doing: 'done', done: 'todo' };
const words: Readonly<Record<SkillState | 'next', string>> = {
  todo: say`To do.`,
  doing: say`Doing.`,
  done: say`Done.`,
  next: say`Can be learnt next.`,
};

/** How far a learner is with the nodes on the stage: what is begun and done, the way between, and what is next. */
export class SkillMarks {
  readonly #stage: Stage;
  readonly #host: SkillMarksHost;
  readonly #layer = new ProgressLayer();
  #states: ReadonlyMap<string, SkillState> = new Map();
  #nodes: NodePicture | undefined;

  constructor(stage: Stage, host: SkillMarksHost) {
    this.#stage = stage;
    this.#host = host;
  }

  /** Lies over the picture. */
  get element(): SVGElement {
    return this.#layer.element;
  }

  resize(size: Size): void {
    this.#layer.resize(size);
  }

  tell(states: SkillStates): void {
    this.#states = new Map(Object.entries(states));
    this.#show();
  }

  /** Another picture lies on the stage. */
  attach(nodes: NodePicture | undefined): void {
    this.#nodes = nodes;
    this.#show();
  }

  /** Marks a node with the next of to do, doing and done; what comes of it is told back. */
  mark(id: string | undefined): void {
    const name = id === undefined ? undefined : this.#nodes?.nameOf(id);
    if (id === undefined || name === undefined) {
      this.#host.say(say`Choose a node first: it is marked as doing, then as done.`);
      return;
    }
    const state = following[this.#states.get(id) ?? 'todo'];
    this.#host
      .request('markSkill', { name: name || id, state })
      .then(() => this.#host.say(`${name || id}: ${words[state].toLowerCase()}`))
      .catch((error: Error) => this.#host.say(error.message));
  }

  #show(): void {
    const nodes = this.#nodes;
    const { next, travelled } = skillPath(nodes?.named ?? [], nodes?.edges ?? [], this.#states);
    const marked = (nodes?.named ?? []).flatMap((id): { readonly id: string; readonly mark: SkillMark }[] => {
      const state = this.#states.get(id) ?? 'todo';
      if (state !== 'todo') return [{ id, mark: state }];
      return next.has(id) ? [{ id, mark: 'next' }] : [];
    });
    nodes?.markTravelled(travelled);
    nodes?.addWords(new Map(marked.map(({ id, mark }) => [id, words[mark]])));
    this.#layer.show(
      marked.flatMap(({ id, mark }) => {
        const shape = nodes?.shapesOf(id)[0];
        return shape ? [{ box: this.#stage.boxOf(shape), mark }] : [];
      }),
    );
  }
}
