import type { Fact } from '../../course/fact';
import { symbolsIn } from '../../mermaid/symbols-in';
import { detached } from '../../text/detached';

/** The ids of a file's diagrams: enough to know whether a node of another file may stand in it. */
export const fileNodes: Fact<ReadonlySet<string>> = {
  name: 'nodes',
  of: ({ diagrams }) => new Set(diagrams.flatMap((diagram) => symbolsIn(diagram).nodes.map(({ id }) => detached(id)))),
};
