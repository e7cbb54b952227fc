import { type Link, messageSeconds, ranksOf, type Topology } from './topology';

/** A layer of experts that are spread over the ranks, and the tokens that go to them and back. */
export interface ExpertLayer {
  /** Tokens of all ranks together. */
  readonly tokens: number;
  readonly width: number;
  readonly topK: number;
  /** Bytes of a number on its way to the experts. */
  readonly dispatchBytes: number;
  /** Bytes of a number on its way back. */
  readonly combineBytes: number;
  /** Nodes that a token may go to at most; it travels to each once and is handed on inside. */
  readonly nodeLimit: number | undefined;
}

/** What one rank sends, and how long it takes. */
export interface Traffic {
  /** All that leaves a rank for experts, those of its own node and its own among them. */
  readonly bytes: number;
  readonly interBytes: number;
  readonly seconds: number;
}

/** One way of a layer's traffic, tokens being spread evenly over the ranks and choices evenly over the experts. */
export function expertTraffic(layer: ExpertLayer, numberBytes: number, topology: Topology): Traffic {
  const { nodes, perNode, intra, inter } = topology;
  const ranks = ranksOf(topology);
  const token = layer.width * numberBytes;
  const own = layer.tokens / ranks;
  const bytes = own * layer.topK * token;
  if (layer.nodeLimit === undefined) {
    // Each copy goes straight to its expert's rank; both kinds of links are busy at once.
    const [near, far] = [((perNode - 1) / ranks) * bytes, ((ranks - perNode) / ranks) * bytes];
    return { bytes, interBytes: far, seconds: Math.max(used(intra, near), used(inter, far)) };
  }
  const visits = Math.min(layer.nodeLimit, layer.topK, nodes);
  const far = own * token * visits * ((nodes - 1) / nodes);
  const near = bytes * ((perNode - 1) / perNode);
  // Handed on as it arrives: the slower kind of link decides, and both are waited for once.
  const waits = (far > 0 ? inter.latency : 0) + (near > 0 ? intra.latency : 0);
  return { bytes, interBytes: far, seconds: waits + Math.max(near / intra.bandwidth, far / inter.bandwidth) };
}

const used = (link: Link, bytes: number): number => (bytes > 0 ? messageSeconds(link, bytes) : 0);
