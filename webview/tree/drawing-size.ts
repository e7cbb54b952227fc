import type { DiagramSubject } from '../../src/protocol';

/** How much a diagram asks of whoever draws it. */
export interface DrawingSize {
  readonly nodes: number;
  readonly connections: number;
  /** `small` is drawn while one types, `large` when it is asked for, `endless` not at all. */
  readonly kind: 'small' | 'large' | 'endless';
}

/** Nodes and connections that Mermaid lays out while one waits, and those beyond which nobody would wait: minutes. */
const most = { small: 900, large: 6000 };
/** The same for characters, where nothing can be counted. */
const mostText = { small: 60_000, large: 600_000 };

/** Counts a diagram before it is drawn: Mermaid cannot be stopped, and the page does not answer while it draws. */
export function drawingSize({
  type,
  nodes,
  edges,
  text,
}: Pick<DiagramSubject, 'type' | 'nodes' | 'edges' | 'text'>): DrawingSize {
  const connections = type === 'flowchart' ? Math.max(edges.length, groupedConnections(text)) : edges.length;
  const elements = nodes.length + connections;
  const isWithin = (size: 'small' | 'large') => elements <= most[size] && text.length <= mostText[size];
  const kind = isWithin('small') ? 'small' : isWithin('large') ? 'large' : 'endless';
  return { nodes: nodes.length, connections, kind };
}

/** `A & B --> C & D` is four connections: each of the one side to each of the other. */
function groupedConnections(text: string): number {
  let count = 0;
  for (const line of text.split(/[\n;]/)) {
    if (!line.includes('&')) continue;
    const sizes = line.split(arrow).map((group) => group.split('&').length);
    for (let i = 1; i < sizes.length; i++) count += sizes[i - 1]! * sizes[i]!;
  }
  return count;
}

const arrow = /[<xo]?(?:--|==|-\.|~~)[-=.~]*(?:>|[xo](?=\s))?/;
