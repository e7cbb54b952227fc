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
  /** What was asked for and is not answered yet: a second press goes on from it, not from what was before the first. */
  #asked = new Map<string, { readonly state: SkillState }>();
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

  /** Another diagram: nothing is known of its nodes yet. */
  forget(): void {
    this.#asked = new Map();
    this.tell({});
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
    const state = following[this.#stateOf(id)];
    const pending = this.#asked;
    const mine = { state };
    pending.set(id, mine);
    this.#show();
    const answered = (stands: boolean): void => {
      if (pending.get(id) === mine) pending.delete(id);
      if (pending !== this.#asked) return;
      // Also where it was pressed again since: that is what a refusal of the later press goes back to.
      if (stands) this.#states = new Map(this.#states).set(id, state);
      this.#show();
    };
    this.#host
      .request('markSkill', { name: name || id, state })
      .then(() => {
        answered(true);
        this.#host.say(`${name || id}: ${words[state].toLowerCase()}`);
      })
      .catch((error: Error) => {
        answered(false);
        this.#host.say(error.message);
      });
  }

  #stateOf(id: string): SkillState {
    return this.#asked.get(id)?.state ?? this.#states.get(id) ?? 'todo';
  }

  #show(): void {
    const nodes = this.#nodes;
    const states = new Map(this.#states);
    for (const [id, { state }] of this.#asked) states.set(id, state);
    const { next, travelled } = skillPath(nodes?.named ?? [], nodes?.edges ?? [], states);
    const marked = (nodes?.named ?? []).flatMap((id): { readonly id: string; readonly mark: SkillMark }[] => {
      const state = this.#stateOf(id);
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
