import type { DiagramSymbols } from '../../mermaid/diagram-symbols';
import { quotedText } from '../../mermaid/label-source';
import { labelWords } from '../../text/label-words';

/** More are no picture any more that is taken in at a glance. */
const most = 16;

/**
 * What is one step from a node, as a flowchart of its own, whatever kind the diagram is of; undefined where nothing is.
 * Its ids are numbers: an author's words may be Mermaid's own.
 */
export function neighbourhood(id: string, { nodes, edges }: DiagramSymbols): string | undefined {
  const near = edges.filter(({ from, to }) => from === id || to === id).slice(0, most);
  if (near.length === 0) return undefined;
  const labels = new Map(nodes.map((node) => [node.id, node.label?.text ?? node.id]));
  const ids = [...new Set([id, ...near.flatMap(({ from, to }) => [from, to])])];
  const name = (one: string) => `n${ids.indexOf(one)}`;
  const words = (text: string) => quotedText(labelWords(text) || '●');
  return [
    'flowchart LR',
    ...ids.map((one) => `  ${name(one)}[${words(one === '[*]' ? '●' : (labels.get(one) ?? one))}]`),
    ...near.map(({ from, to, label }) => `  ${name(from)} -->${label ? `|${words(label.text)}|` : ''} ${name(to)}`),
    '  style n0 stroke-width:3px',
    '',
  ].join('\n');
}
