import { say } from '../../l10n/say';
import {
  type Algorithm,
  algorithmsFor,
  type Collective,
  isPossible,
  type Operation,
} from '../../reference/collective/collective-cost';
import type { ExpertLayer } from '../../reference/collective/expert-traffic';
import { type PublishedTopology, publishedTopologies } from '../../reference/collective/published-topologies';
import { link, ranksOf, type Topology } from '../../reference/collective/topology';
import type { Complain } from '../complain';
import { withDefaults } from '../schema/key';
import { byPath, type ValuesByPath } from '../values-by-path';
import { type CollectiveValues, collectiveKeys } from './collective-keys';

export interface CollectiveSetup extends Collective {
  readonly layer: ExpertLayer | undefined;
  readonly compute: { readonly seconds: number; readonly sms: number; readonly kept: number } | undefined;
}

/** Ranks in all: the tree looks at each of them. */
const mostRanks = 1_000_000;

/** Fills in the defaults and complains of what cannot be together. */
export function collectiveSetup(values: CollectiveValues, complain: Complain): CollectiveSetup {
  const { operation, bytes } = withDefaults(collectiveKeys, values);
  const topology = topologyOf(values);
  const ranks = ranksOf(topology);
  if (ranks > mostRanks) complain('topology', say`has ${ranks} ranks; at most ${mostRanks} are counted here.`);
  const algorithm = algorithmOf(values, operation, ranks, complain);
  const rings = values.rings ?? topology.perNode;
  if (rings > topology.perNode)
    complain('rings', say`must be at most ${topology.perNode}, the ranks of a node.`, `${topology.perNode}`);
  if (values.rings !== undefined && algorithm !== 'ring')
    complain('rings', say`means nothing here: ${algorithm} goes in no rings.`, undefined, 'warning');
  return {
    ...{ operation, algorithm, bytes, topology, rings },
    layer: values.layer && layerOf(values.layer, topology, complain),
    compute: values.compute && computeOf(values.compute, complain),
  };
}

/** The value of every key by path, defaults filled in. */
export function collectiveInForce(values: CollectiveValues, setup: CollectiveSetup): ValuesByPath {
  const { topology, algorithm, rings } = setup;
  const published = publishedOf(values);
  const { layer, compute } = collectiveKeys;
  const { topology: given, ...rest } = withDefaults(collectiveKeys, values);
  return {
    ...byPath(rest),
    ...byPath(withDefaults(collectiveKeys.topology.keys, given ?? {}), 'topology.'),
    ...{ algorithm, ...(algorithm === 'ring' && { rings }), 'topology.per_node': topology.perNode },
    ...byPath(
      { intra: { ...published.intra, ...given?.intra }, inter: { ...published.inter, ...given?.inter } },
      'topology.',
    ),
    ...(values.layer && byPath(withDefaults(layer.keys, values.layer), 'layer.')),
    ...(values.compute && byPath(withDefaults(compute.keys, values.compute), 'compute.')),
  };
}

const publishedOf = ({ topology }: CollectiveValues): PublishedTopology =>
  publishedTopologies[topology?.preset ?? collectiveKeys.topology.keys.preset.default];

function topologyOf(values: CollectiveValues): Topology {
  const { nodes, per_node: perNode, intra, inter } = withDefaults(collectiveKeys.topology.keys, values.topology ?? {});
  const published = publishedOf(values);
  return {
    nodes,
    perNode: perNode ?? published.perNode,
    intra: link(intra?.gbps ?? published.intra.gbps, intra?.us ?? published.intra.us),
    inter: link(inter?.gbps ?? published.inter.gbps, inter?.us ?? published.inter.us),
  };
}

function algorithmOf(
  { algorithm }: CollectiveValues,
  operation: Operation,
  ranks: number,
  complain: Complain,
): Algorithm {
  const [usual] = algorithmsFor[operation] as readonly [Algorithm, ...Algorithm[]];
  if (algorithm === undefined || isPossible(operation, algorithm, ranks)) return algorithm ?? usual;
  const names = algorithmsFor[operation];
  if (names.includes(algorithm))
    complain(
      'algorithm',
      say`does not fit: halving pairs ranks off, which takes a power of two, and there are ${ranks}.`,
      usual,
    );
  else complain('algorithm', say`${algorithm} is none for an ${operation}: there are ${names.join(', ')}.`, usual);
  return usual;
}

function layerOf(values: NonNullable<CollectiveValues['layer']>, topology: Topology, complain: Complain): ExpertLayer {
  const given = withDefaults(collectiveKeys.layer.keys, values);
  if (given.node_limit !== undefined && topology.nodes === 1)
    complain('layer.node_limit', say`means nothing with one node.`, undefined, 'warning');
  return {
    tokens: given.tokens * ranksOf(topology),
    width: given.d_model,
    topK: given.top_k,
    dispatchBytes: given.dispatch_bits / 8,
    combineBytes: given.combine_bits / 8,
    nodeLimit: given.node_limit,
  };
}

function computeOf(
  values: NonNullable<CollectiveValues['compute']>,
  complain: Complain,
): NonNullable<CollectiveSetup['compute']> {
  const { us, sms, kept } = withDefaults(collectiveKeys.compute.keys, values);
  if (kept >= sms)
    complain(
      values.kept === undefined ? 'compute.sms' : 'compute.kept',
      say`leaves none of ${sms} multiprocessors to compute with.`,
    );
  return { seconds: us / 1e6, sms, kept };
}
