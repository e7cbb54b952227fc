import fc from 'fast-check';
import type { DiagramSymbols } from '../../../../src/core/mermaid/diagram-symbols';
import { canonicalLabel, declared } from './against-mermaid';

/** A header and some lines, drawn in any order. */
export const lines = (header: string, line: fc.Arbitrary<string>, ...first: string[]): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength: 6 }).map((drawn) => `${[header, ...first, ...drawn].join('\n  ')}\n`);

export const word = fc.constantFrom('Training', 'Inference', 'Two words', 'Router', 'x1', 'KV cache', 'MoE');
export const id = fc.constantFrom('a', 'b', 'c', 'router', 'x_1');
export const shown = (symbols: DiagramSymbols, ...kinds: string[]): Record<string, string> =>
  Object.fromEntries(
    declared(symbols)
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .map((node) => [node.id, canonicalLabel(node.label?.text ?? node.id)]),
  );
export const labels = (symbols: DiagramSymbols, kind: string): string[] =>
  symbols.nodes.filter((node) => node.kind === kind).map((node) => canonicalLabel(node.label?.text ?? node.id));
export const edges = ({ edges: found }: DiagramSymbols): string[] =>
  found.map(({ from, to, label }) => `${from} → ${to}: ${canonicalLabel(label?.text)}`);
