import type { ConceptGraph, ConceptPlace } from './concept-graph';
import { toDot } from './formats/dot';
import { toGraphml } from './formats/graphml';
import { toJson } from './formats/json';
import { toMermaid } from './formats/mermaid';

export const graphFormats = ['mermaid', 'json', 'graphml', 'dot'] as const;
export type GraphFormat = (typeof graphFormats)[number];

/** How a file is named for people. */
export type PathOf = (uri: ConceptPlace['uri']) => string;

const texts: Readonly<Record<GraphFormat, (graph: ConceptGraph, pathOf: PathOf) => string>> = {
  mermaid: toMermaid,
  json: toJson,
  graphml: toGraphml,
  dot: toDot,
};

/** A graph as a text, its last line ended. */
export const graphText = (graph: ConceptGraph, format: GraphFormat, pathOf: PathOf): string =>
  texts[format](graph, pathOf);
