import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { CourseDocument, Diagram } from '../../course/course-document';
import { getOrSet } from '../../get-or-set';
import type { DiagramGroup, DiagramNode } from '../../mermaid/diagram-symbols';
import { symbolsIn } from '../../mermaid/symbols-in';
import { labelWords } from '../../text/label-words';
import type { Span } from '../../text/span';

const kinds: Readonly<Record<string, SymbolKind>> = {
  participant: SymbolKind.Object,
  actor: SymbolKind.Object,
  class: SymbolKind.Class,
  interface: SymbolKind.Interface,
  namespace: SymbolKind.Namespace,
  entity: SymbolKind.Struct,
  state: SymbolKind.EnumMember,
  task: SymbolKind.Event,
  branch: SymbolKind.Array,
  commit: SymbolKind.Event,
};

/** Editors and the wire between walk a tree by recursion; no author looks so deep. */
const deepest = 100;

/** The groups and declared nodes of a diagram, nodes inside the groups that hold them, in text order. */
export function diagramSymbols(document: CourseDocument, diagram: Diagram): DocumentSymbol[] {
  const { nodes, groups } = symbolsIn(diagram);
  const range = (span: Span) => document.lines.rangeOf(diagram.content.spanToOuter(span));
  const titled = new Set(groups.map(({ idSpan }) => idSpan?.start));
  const holders = holdersOf(groups);
  const children = new Map<number | undefined, Placed[]>();
  const add = (parent: number | undefined, placed: Placed): void => {
    getOrSet(children, parent === undefined ? parent : holders[parent], () => []).push(placed);
  };
  groups.forEach((group, index) => {
    add(group.parent, { start: group.span.start, group: index, symbol: groupSymbol(group, range) });
  });
  for (const node of nodes) {
    const drawn = node.kind !== 'edge' && node.occurrences.some(({ role }) => role === 'declaration');
    if (drawn && !titled.has(node.declaration.start)) {
      add(node.group, { start: node.declaration.start, symbol: nodeSymbol(node, range) });
    }
  }
  const below = (parent: number | undefined): DocumentSymbol[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => a.start - b.start)
      .map(({ symbol, group }) => (group === undefined ? symbol : { ...symbol, children: below(group) }));
  return below(undefined);
}

/** What each group's own members are shown below: itself, or where the nesting is too deep, the last one around it. */
function holdersOf(groups: readonly DiagramGroup[]): number[] {
  const depths: number[] = [];
  const holders: number[] = [];
  for (const [index, { parent }] of groups.entries()) {
    const depth = parent === undefined ? 0 : depths[parent]! + 1;
    depths.push(depth);
    holders.push(parent === undefined || depth < deepest ? index : holders[parent]!);
  }
  return holders;
}

interface Placed {
  readonly start: number;
  readonly symbol: DocumentSymbol;
  readonly group?: number;
}

type ToRange = (span: Span) => DocumentSymbol['range'];

function groupSymbol(group: DiagramGroup, range: ToRange): DocumentSymbol {
  const name = labelWords(group.label?.text ?? '') || group.id || group.kind;
  const selection = group.idSpan ?? group.opener;
  return {
    name,
    ...(name !== group.kind && { detail: group.kind }),
    kind: kinds[group.kind] ?? SymbolKind.Package,
    range: range({ start: Math.min(group.span.start, selection.start), end: Math.max(group.span.end, selection.end) }),
    selectionRange: range(selection),
  };
}

function nodeSymbol(node: DiagramNode, range: ToRange): DocumentSymbol {
  const label = node.labels.find(({ span }) => span.start >= node.declaration.start);
  const end = label && label === node.labels[0] ? Math.max(label.span.end, node.declaration.end) : node.declaration.end;
  const name = labelWords(node.label?.text ?? '') || node.id;
  return {
    name,
    ...(name !== node.id && { detail: node.id }),
    kind: kinds[node.kind] ?? SymbolKind.Variable,
    range: range({ start: node.declaration.start, end }),
    selectionRange: range(node.declaration),
  };
}
