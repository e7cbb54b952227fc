import type { DiagramSymbols } from '../mermaid/diagram-symbols';
import { languageNamed } from '../mermaid/languages/languages';
import { labelWords } from '../text/label-words';
import { spokenText } from './spoken-text';

/** So much of a diagram is told: its picture says the rest better. */
const mostTold = 40;

/** A diagram in sentences: each arrow with what it joins and says, else what the diagram names. */
export function spokenDiagram({ type, nodes, edges }: DiagramSymbols): string[] {
  const name = languageNamed(type)?.name ?? 'Diagram';
  const labels = new Map(nodes.map(({ id, label }) => [id, spokenText(labelWords(label?.text ?? id)) || id]));
  const told = edges.slice(0, mostTold).map(({ from, to, label }) => {
    const said = label ? spokenText(labelWords(label.text)) : '';
    const [start, end] = [labels.get(from) ?? from, labels.get(to) ?? to];
    return said === '' ? `${start} leads to ${end}.` : `${start}, ${said}, ${end}.`;
  });
  const more = edges.length > mostTold ? [`And ${edges.length - mostTold} more arrows.`] : [];
  if (told.length > 0) return [`${name}.`, ...told, ...more];
  const named = [...new Set(labels.values())].slice(0, mostTold).join(', ');
  return [named === '' ? `${name}.` : `${name}: ${named}.`];
}
