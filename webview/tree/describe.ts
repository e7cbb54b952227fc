import { say } from '../../src/core/l10n/say';
import type { DiagramSubject } from '../../src/protocol';
import { isFlowchart } from './is-flowchart';

/** A diagram in words, for those who hear it: one line for the whole, one for each node. */
export interface Description {
  readonly summary: string;
  readonly nodes: readonly { readonly id: string; readonly text: string }[];
}

/** Says what a diagram shows: how much there is, and where each node leads. */
export function describe(subject: DiagramSubject): Description {
  const labels = new Map(subject.nodes.map((node) => [node.id, node.label]));
  const leads = new Map<string, string[]>();
  for (const edge of subject.edges) {
    const target = edge.to === '[*]' ? say`the end` : (labels.get(edge.to) ?? edge.to);
    const step = edge.label ? `${target} (${edge.label})` : target;
    leads.set(edge.from, [...(leads.get(edge.from) ?? []), step]);
  }
  // A flowchart's group can be the end of a line, and so is a node too; a class with a body is a node in truth.
  const groups = new Set(isFlowchart(subject) ? subject.groups.map((group) => group.id) : []);
  const nodes = subject.nodes.filter((node) => !groups.has(node.id));
  const under = subject.title ? say` in “${subject.title}”` : '';
  const [many, edges] = [nodes.length, subject.edges.length];
  const nodesInWords = many === 1 ? say`1 node` : say`${many} nodes`;
  const edgesInWords = edges === 1 ? say`1 connection` : say`${edges} connections`;
  return {
    summary: say`${subject.typeName}${under}: ${nodesInWords} and ${edgesInWords}.`,
    nodes: nodes.map((node) => {
      const targets = leads.get(node.id);
      const group = node.group === undefined ? undefined : subject.groups[node.group];
      const inside = group?.label ?? group?.id;
      return {
        id: node.id,
        text: `${node.label}${inside ? say`, in ${inside}` : ''}${targets ? say`, leads to ${targets.join(', ')}` : ''}.`,
      };
    }),
  };
}
