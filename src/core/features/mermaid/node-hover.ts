import type { Hover } from 'vscode-languageserver-types';
import { glossaryOf } from '../../glossary/glossary';
import { say } from '../../l10n/say';
import type { DiagramClass, DiagramNode, DiagramSymbols } from '../../mermaid/diagram-symbols';
import { codeBlock, codeSpan, escapedMarkdown } from '../../text/escaped-markdown';
import { labelWords } from '../../text/label-words';
import type { FeatureContext } from '../feature-context';
import { diagramPlace, symbolAt } from './symbol-at';

const mostEdges = 10;

/**
 * What the diagram itself says of the node or style class at an offset: label, id and kind, edges out and in. Nothing
 * where the glossary knows the node: its own hover says more.
 */
export function nodeHover({ document, course }: FeatureContext, offset: number): Hover | undefined {
  const place = diagramPlace(document, offset);
  const symbol = place && symbolAt(place);
  if (!place || !symbol) return undefined;
  if (symbol.kind !== 'class' && glossaryOf(course).at(document.uri, offset)) return undefined;
  const value =
    symbol.kind === 'class'
      ? classMarkdown(symbol.styleClass, place.diagram.content.text)
      : nodeMarkdown(symbol.node, place.symbols);
  const range = document.lines.rangeOf(place.diagram.content.spanToOuter(symbol.span));
  return { contents: { kind: 'markdown', value }, range };
}

function nodeMarkdown(node: DiagramNode, symbols: DiagramSymbols): string {
  const group = node.group === undefined ? undefined : symbols.groups[node.group];
  const inside = group && (group.label?.text ?? group.id);
  const title = `**${shown(node.label?.text ?? node.id)}** · ${node.kind} ${codeSpan(node.id)}`;
  const lines = edgeLines(node.id, symbols);
  const rest = lines.length > mostEdges ? say`…and ${lines.length - mostEdges} more` : undefined;
  return [
    inside ? say`${title} · in ${shown(inside)}` : title,
    ...(lines.length > 0 ? [lines.slice(0, mostEdges).join('  \n')] : []),
    ...(rest ? [rest] : []),
  ].join('\n\n');
}

/** Edges out, then in: `→ *label* → other`. */
function edgeLines(id: string, { nodes, edges }: DiagramSymbols): string[] {
  const labels = new Map(nodes.map((node) => [node.id, node.label?.text]));
  const line = (arrow: string, other: string, label: string | undefined): string => {
    const labelled = label ? `${arrow} *${shown(label)}* ` : '';
    return `${labelled}${arrow} ${shown(labels.get(other) || other)}`;
  };
  return [
    ...edges.filter(({ from }) => from === id).map(({ to, label }) => line('→', to, label?.text)),
    ...edges.filter(({ from, to }) => to === id && from !== id).map(({ from, label }) => line('←', from, label?.text)),
  ];
}

function classMarkdown({ name, declaration, occurrences }: DiagramClass, text: string): string {
  const title = say`**${shown(name)}** · style class, ${occurrences.length - (declaration ? 1 : 0)} uses`;
  if (!declaration) return say`${title}, not defined in this diagram`;
  const style = text.slice(declaration.end, text.indexOf('\n', declaration.end) >>> 0).trim();
  return `${title}\n\n${codeBlock(style.replace(/^[\w,-]*\s/, ''), 'css')}`;
}

const shown = (label: string): string => escapedMarkdown(labelWords(label));
