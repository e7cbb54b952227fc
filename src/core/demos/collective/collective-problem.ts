import {
  algorithmsFor,
  type Collective,
  type CollectiveTime,
  collectiveTime,
  collectiveTraffic,
  isPossible,
  type Operation,
} from '../../reference/collective/collective-cost';
import { type ExpertLayer, expertTraffic } from '../../reference/collective/expert-traffic';
import { ranksOf } from '../../reference/collective/topology';
import type { CollectiveResults } from './collective-keys';
import type { CollectiveSetup } from './collective-setup';

/** How long every algorithm for an operation takes that can be used here. */
export function timesOf(setup: CollectiveSetup, operation: Operation, bytes: number): [Collective, CollectiveTime][] {
  const { topology } = setup;
  const possible = algorithmsFor[operation].filter((algorithm) => isPossible(operation, algorithm, ranksOf(topology)));
  return possible.map((algorithm) => {
    const collective: Collective = { operation, algorithm, bytes, topology, rings: setup.rings };
    return [collective, collectiveTime(collective)];
  });
}

function fastest(setup: CollectiveSetup, operation: Operation, bytes: number): [Collective, CollectiveTime] {
  return timesOf(setup, operation, bytes).reduce((best, next) => (next[1].seconds < best[1].seconds ? next : best));
}

export function solveCollective(setup: CollectiveSetup): CollectiveResults {
  const { topology, operation, bytes, layer, compute } = setup;
  const time = collectiveTime(setup);
  const traffic = collectiveTraffic(setup);
  const [best, least] = fastest(setup, operation, bytes);
  const experts = layer ? expertsOf(setup, layer) : undefined;
  const communicating = experts?.experts_seconds ?? time.seconds;
  return {
    ...{ ranks: ranksOf(topology), steps: time.steps, bytes_per_rank: traffic.bytes },
    ...{ intra_bytes: traffic.intraBytes, inter_bytes: traffic.interBytes, seconds: time.seconds },
    latency_share: time.seconds > 0 ? time.latency / time.seconds : null,
    ...{ fastest: best.algorithm, fastest_seconds: least.seconds },
    ...(experts ?? noExperts),
    ...overlap(compute, communicating),
  };
}

type ExpertResults = Pick<CollectiveResults, keyof typeof noExperts>;

const noExperts = {
  ...{ dispatch_bytes: null, dispatch_inter_bytes: null, dispatch_seconds: null },
  ...{ combine_bytes: null, combine_seconds: null, experts_seconds: null },
  ...{ gather_bytes: null, gather_seconds: null, layer_all_reduce_bytes: null, layer_all_reduce_seconds: null },
};

function expertsOf(setup: CollectiveSetup, layer: ExpertLayer): ExpertResults & { experts_seconds: number } {
  const { topology } = setup;
  const ranks = ranksOf(topology);
  const dispatch = expertTraffic(layer, layer.dispatchBytes, topology);
  const combine = expertTraffic(layer, layer.combineBytes, topology);
  const all = layer.tokens * layer.width;
  const seconds = (operation: Operation, bytes: number) => fastest(setup, operation, bytes)[1].seconds;
  const [there, back] = [all * layer.dispatchBytes, all * layer.combineBytes];
  const others = (ranks - 1) / ranks;
  return {
    ...{
      dispatch_bytes: dispatch.bytes,
      dispatch_inter_bytes: dispatch.interBytes,
      dispatch_seconds: dispatch.seconds,
    },
    ...{ combine_bytes: combine.bytes, combine_seconds: combine.seconds },
    experts_seconds: dispatch.seconds + combine.seconds,
    gather_bytes: others * (there + back),
    gather_seconds: seconds('all-gather', there) + seconds('reduce-scatter', back),
    layer_all_reduce_bytes: 2 * others * back,
    layer_all_reduce_seconds: seconds('all-reduce', back),
  };
}

function overlap(
  compute: CollectiveSetup['compute'],
  communicating: number,
): Pick<CollectiveResults, 'compute_seconds' | 'serial_seconds' | 'overlapped_seconds' | 'exposed_seconds'> {
  if (!compute) return { compute_seconds: null, serial_seconds: null, overlapped_seconds: null, exposed_seconds: null };
  const slower = (compute.seconds * compute.sms) / (compute.sms - compute.kept);
  return {
    compute_seconds: slower,
    serial_seconds: compute.seconds + communicating,
    overlapped_seconds: Math.max(slower, communicating),
    exposed_seconds: Math.max(0, communicating - slower),
  };
}
