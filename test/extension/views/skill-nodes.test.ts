import assert from 'node:assert/strict';
import { Progress, type ProgressStore } from '../../../src/extension/views/progress';
import { leavesOf, type SkillNode, shownSkills, skillNodes } from '../../../src/extension/views/skill-nodes';
import type { Skill } from '../../../src/protocol';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const skill = (number: string | null, title: string, children: Skill[] = []): Skill => ({
  name: number === null ? title : `${number} ${title}`,
  number,
  title,
  kind: 'skill',
  range,
  children,
});
const uri = 'file:///course/a.md';
const tree = (...skills: Skill[]) => skillNodes([{ uri, path: 'a.md', skills }]);
const drawn = (nodes: readonly SkillNode[]): unknown[] =>
  nodes.map(({ label, children }) => (children.length > 0 ? [label, ...drawn(children)] : label));

const course = () => tree(skill('1', 'Attention', [skill('1.1', 'Score'), skill('1.2', 'Mask')]), skill('2', 'Memory'));

class Store implements ProgressStore {
  readonly kept = new Map<string, unknown>();
  get<T>(key: string, otherwise: T): T {
    return this.kept.has(key) ? (this.kept.get(key) as T) : otherwise;
  }
  async update(key: string, value: unknown): Promise<void> {
    this.kept.set(key, value);
  }
}

describe('The skills view’s tree', () => {
  it('puts the numbers before the titles, under the file', () => {
    assert.deepEqual(drawn(course()), [['a.md', ['1 Attention', '1.1 Score', '1.2 Mask'], '2 Memory']]);
  });

  it('keeps its ids when numbers and places change, and tells equal titles apart', () => {
    const ids = (nodes: readonly SkillNode[]) => nodes.flatMap(leavesOf).map(({ id }) => id);
    assert.deepEqual(ids(tree(skill('7', 'Gate'))), ids(tree(skill('1', 'Gate'))));
    assert.equal(new Set(ids(tree(skill('1', 'Gate'), skill('2', 'Gate')))).size, 2);
  });

  it('lets a filter find skills with all below them and the way down', () => {
    assert.deepEqual(drawn(shownSkills(course(), 'mask')), [['a.md', ['1 Attention', '1.2 Mask']]]);
    assert.deepEqual(drawn(shownSkills(course(), 'ATTENTION')), [['a.md', ['1 Attention', '1.1 Score', '1.2 Mask']]]);
    assert.deepEqual(drawn(shownSkills(course(), 'nowhere')), []);
    assert.deepEqual(drawn(shownSkills(course(), ' ')), drawn(course()));
  });
});

describe('Progress', () => {
  it('of what lies above follows from what lies below', async () => {
    const progress = new Progress(new Store());
    const [file] = course();
    const [attention, memory] = file!.children;
    await progress.mark(attention!.children[0]!, true);
    assert.equal(progress.isDone(attention!), false);
    assert.deepEqual(progress.of(file!), { done: 1, total: 3 });
    await progress.mark(attention!, true);
    assert.ok(progress.isDone(attention!.children[1]!));
    assert.equal(progress.isDone(file!), false);
    await progress.mark(memory!, true);
    assert.ok(progress.isDone(file!));
    await progress.mark(file!, false);
    assert.deepEqual(progress.of(file!), { done: 0, total: 3 });
  });

  it('is kept, over renumbering too', async () => {
    const store = new Store();
    await new Progress(store).mark(tree(skill('1', 'Gate'))[0]!, true);
    const [renumbered] = tree(skill('1', 'Before'), skill('2', 'Gate'));
    assert.deepEqual(new Progress(store).of(renumbered!), { done: 1, total: 2 });
  });
});
