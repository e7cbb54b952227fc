import assert from 'node:assert/strict';
import { Progress, type ProgressStore } from '../../../src/extension/views/progress';
import { progressText } from '../../../src/extension/views/progress-text';
import { skillDescription } from '../../../src/extension/views/skill-description';
import { skillNodes } from '../../../src/extension/views/skill-nodes';
import type { Skill } from '../../../src/protocol';
import { skill } from '../../support/skill';

const tree = (folder: string, ...skills: Skill[]) =>
  skillNodes([{ uri: `file:///${folder}/a.md`, path: 'a.md', skills }]);
const course = (folder = 'course') =>
  tree(folder, skill('1', '🎯 Attention', [skill('1.1', 'Score'), skill('1.2', 'Mask')]), skill('2', 'Memory'));

class Store implements ProgressStore {
  readonly kept = new Map<string, unknown>();
  get<T>(key: string, otherwise: T): T {
    return this.kept.has(key) ? (this.kept.get(key) as T) : otherwise;
  }
  async update(key: string, value: unknown): Promise<void> {
    this.kept.set(key, JSON.parse(JSON.stringify(value)));
  }
}

describe('Progress', () => {
  it('of what lies above follows from what lies below', async () => {
    const progress = new Progress(new Store());
    const [file] = course();
    const [attention, memory] = file!.children;
    assert.equal(progress.stateOf(file!), 'todo');
    await progress.mark(attention!.children[0]!, 'doing');
    assert.equal(progress.stateOf(attention!), 'doing');
    await progress.mark(attention!.children[0]!, 'done');
    assert.equal(progress.stateOf(attention!), 'doing');
    assert.deepEqual(progress.of(file!), { done: 1, total: 3 });
    await progress.mark(attention!, 'done');
    assert.equal(progress.stateOf(attention!.children[1]!), 'done');
    await progress.mark(memory!, 'done');
    assert.equal(progress.stateOf(file!), 'done');
    await progress.mark(file!, 'todo');
    assert.deepEqual(progress.of(file!), { done: 0, total: 3 });
  });

  it('is said behind the name: an area in which all is begun reads otherwise than one untouched', async () => {
    const progress = new Progress(new Store());
    const [file] = course();
    const [attention, memory] = file!.children;
    const said = (node = attention!, isNext = false) => skillDescription(node, progress, isNext);
    assert.equal(said(), '0 of 2');
    await progress.mark(attention!, 'doing');
    assert.equal(said(), 'doing · 0 of 2');
    assert.equal(said(attention!.children[0]), 'doing');
    assert.equal(said(file), 'doing · 0 of 3');
    await progress.mark(attention!.children[0]!, 'done');
    assert.equal(said(), 'doing · 1 of 2');
    await progress.mark(attention!.children[1]!, 'todo');
    assert.equal(said(), '1 of 2');
    assert.equal(said(memory), '');
    assert.equal(said({ ...memory!, detail: 'Me' }, true), 'Me · next');
  });

  it('is kept, over renumbering too', async () => {
    const store = new Store();
    await new Progress(store).mark(tree('course', skill('1', 'Gate'))[0]!, 'done');
    const [renumbered] = tree('course', skill('1', 'Before'), skill('2', 'Gate'));
    assert.deepEqual(new Progress(store).of(renumbered!), { done: 1, total: 2 });
  });

  it('says what is next: the first skill to do behind the last one that is begun', async () => {
    const progress = new Progress(new Store());
    const nodes = course();
    const next = () => progress.nextOf(nodes)?.label;
    assert.equal(next(), undefined);
    await progress.mark(nodes[0]!.children[0]!.children[0]!, 'doing');
    assert.equal(next(), '1.2 Mask');
    await progress.mark(nodes[0]!.children[0]!, 'done');
    assert.equal(next(), '2 Memory');
    await progress.mark(nodes[0]!, 'done');
    assert.equal(next(), undefined);
  });

  it('of a node of a diagram is that of the one skill that is called so, else its own', async () => {
    const progress = new Progress(new Store());
    const nodes = course();
    await progress.markName('Attention 🧠', nodes, 'done');
    assert.equal(progress.stateOf(nodes[0]!.children[0]!), 'done');
    assert.equal(progress.ofName('**attention**', nodes), 'done');
    await progress.markName('Router', nodes, 'doing');
    assert.equal(progress.ofName('router', nodes), 'doing');
    assert.equal(progress.ofName('Gate', nodes), 'todo');
    const twice = tree('course', skill('1', 'Score', [skill(null, 'Score')]));
    await progress.markName('Score', twice, 'done');
    assert.equal(progress.stateOf(twice[0]!), 'todo');
    assert.equal(progress.ofName('score', twice), 'done');
  });

  it('of a node that is called like an area is the area’s, and that of the line that gives it its mnemonic', async () => {
    const mnemonic: Skill = { ...skill(null, 'Attention'), kind: 'mnemonic', detail: 'AtTen' };
    const areas = (...more: Skill[]) => tree('course', mnemonic, ...more);
    const progress = new Progress(new Store());
    const nodes = areas(skill('1', '🎯 Attention', [skill('1.1', 'Score'), skill('1.2', 'Mask')]));
    await progress.markName('Attention', nodes, 'done');
    assert.deepEqual(progress.of(nodes[0]!), { done: 3, total: 3 });
    assert.deepEqual(progress.names, []);
    await progress.mark(nodes[0]!.children[1]!.children[0]!, 'todo');
    assert.equal(progress.ofName('Attention', nodes), 'doing');
    const alone = areas(skill('1', 'Memory'));
    const other = new Progress(new Store());
    await other.markName('Attention', alone, 'doing');
    assert.equal(other.stateOf(alone[0]!.children[0]!), 'doing');
    const several = areas(skill('1', 'Attention'), skill('2', 'Attention'));
    const third = new Progress(new Store());
    await third.markName('Attention', several, 'done');
    assert.deepEqual(third.of(several[0]!), { done: 0, total: 3 });
    assert.equal(third.ofName('Attention', several), 'done');
  });

  it('travels with what is synchronised to where the course lies elsewhere, and the later mark counts', async () => {
    const store = new Store();
    const shared = { store, course: 'course' };
    const here = new Progress(new Store(), shared);
    await here.mark(course('here')[0]!, 'done');
    const there = new Progress(new Store(), shared);
    const [file] = course('there');
    assert.equal(there.stateOf(file!), 'done');
    await later();
    await there.mark(file!.children[1]!, 'todo');
    here.read();
    assert.equal(here.stateOf(course('here')[0]!.children[1]!), 'todo');
    assert.equal(new Progress(new Store(), { store, course: 'other' }).isEmpty, true);
  });

  it('is written as check boxes', async () => {
    const progress = new Progress(new Store());
    const nodes = course();
    await progress.mark(nodes[0]!.children[0]!.children[0]!, 'done');
    await progress.mark(nodes[0]!.children[0]!.children[1]!, 'doing');
    await progress.markName('Router', nodes, 'done');
    assert.equal(
      progressText(nodes, progress),
      [
        '# Progress',
        '',
        '## a.md (1 of 3)',
        '',
        '- [ ] 1 🎯 Attention (doing)',
        '  - [x] 1.1 Score',
        '  - [ ] 1.2 Mask (doing)',
        '- [ ] 2 Memory',
        '',
        '## In diagrams',
        '',
        '- [x] router',
        '',
      ].join('\n'),
    );
  });
});

/** The clock's next millisecond: what is marked then is later. */
async function later(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await new Promise(setImmediate);
}
