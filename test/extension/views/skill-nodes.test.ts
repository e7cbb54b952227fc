import assert from 'node:assert/strict';
import { leavesOf, type SkillNode, shownSkills, skillNodes } from '../../../src/extension/views/skill-nodes';
import type { Skill } from '../../../src/protocol';
import { skill } from '../../support/skill';

const uri = 'file:///course/a.md';
const tree = (...skills: Skill[]) => skillNodes([{ uri, path: 'a.md', skills }]);
const drawn = (nodes: readonly SkillNode[]): unknown[] =>
  nodes.map(({ label, children }) => (children.length > 0 ? [label, ...drawn(children)] : label));

const course = () => tree(skill('1', 'Attention', [skill('1.1', 'Score'), skill('1.2', 'Mask')]), skill('2', 'Memory'));

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
