import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, describeAgainstMermaid } from '../../scan/against-mermaid';

const id = fc.constantFrom('root', 'a', 'Origins', 'Long history', 'Ünï', 'b', 'c: d', 'x-y', '🧠 mind', 'a,b;c');
const text = fc.constantFrom(
  'text',
  'two words',
  'a - b',
  '"quoted (x)"',
  '"`**bold**\n  and more`"',
  'é',
  'x: y',
  'a<br/>b',
);
const shape = fc.constantFrom(['((', '))'], ['(', ')'], ['[', ']'], ['{{', '}}'], [')', '('], ['))', '((']);
const node = fc.oneof(
  id,
  fc.tuple(id, shape, text).map(([name, [open, close], label]) => `${name}${open}${label}${close}`),
  fc.tuple(shape, text).map(([[open, close], label]) => `${open}${label}${close}`),
);
const line = fc.tuple(fc.constantFrom('    ', '      ', '        ', '     '), node).map((parts) => parts.join(''));
const extra = fc.constantFrom('    ::icon(fa fa-book)', '    :::urgent large', '', '    %% a comment', '  ');

interface MindmapNode {
  readonly nodeId: string;
  readonly descr: string;
  readonly children: readonly MindmapNode[];
}

describeAgainstMermaid({
  type: 'mindmap',
  arbitrary: fc
    .tuple(node, fc.array(fc.oneof({ weight: 5, arbitrary: line }, extra), { maxLength: 6 }))
    .map(([root, lines]) => `mindmap\n  ${root}\n${lines.join('\n')}\n`),

  ofDatabase(db) {
    const nodes: string[] = [];
    const edges: string[] = [];
    const walk = ({ nodeId, descr, children }: MindmapNode): void => {
      nodes.push(`${canonicalLabel(nodeId)}: ${canonicalLabel(descr)}`);
      for (const child of children) {
        edges.push(`${canonicalLabel(nodeId)} → ${canonicalLabel(child.nodeId)}`);
        walk(child);
      }
    };
    const root = db.getMindmap();
    if (root) walk(root);
    return { nodes: nodes.sort(), edges: edges.sort() };
  },

  ofSymbols({ nodes, edges }: DiagramSymbols) {
    return {
      nodes: nodes.map((one) => `${canonicalLabel(one.id)}: ${canonicalLabel(one.label?.text ?? one.id)}`).sort(),
      edges: edges.map(({ from, to }) => `${canonicalLabel(from)} → ${canonicalLabel(to)}`).sort(),
    };
  },
});
