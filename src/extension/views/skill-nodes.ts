import type { Range } from 'vscode-languageserver-types';
import type { FileSkills, Skill } from '../../protocol';
import { matches } from './matches';

/** A line of the skills' tree: a file, or a skill in it. */
export interface SkillNode {
  /** The same after edits that leave the titles above and its own as they are. */
  readonly id: string;
  /** The same wherever the course lies: progress is kept by it. */
  readonly key: string;
  readonly kind: 'file' | Skill['kind'];
  readonly label: string;
  readonly detail?: string;
  readonly uri: string;
  /** None for a file. */
  readonly range?: Range;
  readonly children: readonly SkillNode[];
}

/** The tree of all files. */
export const skillNodes = (files: readonly FileSkills[]): SkillNode[] =>
  files.map(({ uri, path, skills }) => ({
    id: uri,
    key: path,
    kind: 'file',
    label: path,
    uri,
    children: nodesOf(skills, { id: uri, key: path }, uri),
  }));

/** Numbers are no part of an id, so that a renumbering loses nothing; titles that stand twice are counted. */
function nodesOf(skills: readonly Skill[], parent: Pick<SkillNode, 'id' | 'key'>, uri: string): SkillNode[] {
  const seen = new Map<string, number>();
  return skills.map(({ name, title, kind, detail, range, children }) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    const below = `\n${title}${count > 1 ? `\t${count}` : ''}`;
    const ids = { id: parent.id + below, key: parent.key + below };
    return {
      ...ids,
      kind,
      label: name,
      ...(detail === undefined ? {} : { detail }),
      uri,
      range,
      children: nodesOf(children, ids, uri),
    };
  });
}

/** What a filter lets through: what it finds, with all below it and the way down to it. */
export function shownSkills(nodes: readonly SkillNode[], filter: string): readonly SkillNode[] {
  if (filter.trim() === '') return nodes;
  return nodes.flatMap((node) => {
    if (matches(filter, [node.label, node.detail ?? null])) return [node];
    const children = shownSkills(node.children, filter);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** The skills below a node that have none below them, or the node itself: what can be done. */
export const leavesOf = (node: SkillNode): SkillNode[] =>
  node.children.length > 0 ? node.children.flatMap(leavesOf) : [node];
