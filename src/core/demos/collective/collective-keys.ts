import { say } from '../../l10n/say';
import { publishedTopologies } from '../../reference/collective/published-topologies';
import { choice, commonKeys, type Keys, number, record, type ValuesOf, whole } from '../schema/key';
import { oneNumber, oneWord, type ResultKeys, type ResultsOf } from '../schema/result-key';

const deepseekV3 = 'DeepSeek-V3, arXiv 2412.19437';

/** A link's two keys; what a preset has is in force where they are not given. */
const linkKeys = (where: string) =>
  record(
    {
      gbps: number(1e-3, 1e9, {
        meaning: say`Gigabits a second that a rank sends ${where}, in one direction.`,
        otherwise: say`of the preset`,
      }),
      us: number(0, 1e9, {
        meaning: say`Microseconds that a message ${where} waits, α of the model.`,
        otherwise: say`of the preset`,
        formula: 't = \\alpha + \\beta\\,\\mathrm{bytes}',
      }),
    },
    { shorthand: 'gbps', meaning: say`The link of a rank ${where}.` },
  );

const sources = Object.fromEntries(Object.entries(publishedTopologies).map(([name, { source }]) => [name, source]));

export const collectiveKeys = {
  ...commonKeys,
  operation: choice(
    {
      'all-reduce': say`every rank ends with the sum of what all had`,
      'all-gather': say`every rank ends with what all had, one after the other`,
      'reduce-scatter': say`every rank ends with its part of the sum`,
      'all-to-all': say`every rank sends each other one what is meant for it`,
    },
    { meaning: say`What the ranks do together.`, default: 'all-reduce' },
  ),
  algorithm: choice(
    {
      ring: say`each to its neighbour, a part at a time: fewest bytes, most steps`,
      tree: say`all to one rank by a binomial tree, and back: few steps, all bytes in each (all-reduce alone)`,
      halving: say`pairs at distance 1, 2, 4 … exchange halves, quarters …: few steps and few bytes, for a power of two`,
      hierarchical: say`inside the nodes first, then between ranks of the same place, so that less leaves a node`,
      pairwise: say`in step s to the rank s after (all-to-all alone)`,
    },
    { meaning: say`How they do it.`, otherwise: say`ring, or pairwise for an all-to-all` },
  ),
  bytes: number(0, 1e18, {
    meaning: say`Bytes of the whole vector: what each rank has before a reduction and after a gathering, and sends in all in an all-to-all.`,
    default: 67_108_864,
  }),
  topology: record(
    {
      preset: choice(sources as Record<keyof typeof publishedTopologies, string>, {
        meaning: say`A published machine whose links and ranks in a node are the defaults.`,
        default: 'dgx-h100',
      }),
      nodes: whole(1, 100_000, { meaning: say`Nodes.`, default: 2 }),
      per_node: whole(1, 4096, { meaning: say`Ranks in each node.`, otherwise: say`of the preset` }),
      intra: linkKeys(say`inside its node`),
      inter: linkKeys(say`to other nodes`),
    },
    { shorthand: 'preset', meaning: say`The ranks, in nodes, and their links.` },
  ),
  rings: whole(1, 4096, {
    meaning: say`Rings at once, each leaving a node at another rank, so that so many adapters of it are used.`,
    otherwise: say`as many as a node has ranks`,
  }),
  layer: record(
    {
      tokens: whole(1, 1e9, { meaning: say`Tokens of a rank, T.`, default: 4096 }),
      d_model: whole(1, 1e6, { meaning: say`Width of a token, d.`, default: 7168, source: deepseekV3 }),
      top_k: whole(1, 2048, { meaning: say`Experts that each token is sent to, k.`, default: 8, source: deepseekV3 }),
      dispatch_bits: number(1, 64, { meaning: say`Bits of a number on its way to the experts.`, default: 8 }),
      combine_bits: number(1, 64, { meaning: say`Bits of a number on its way back.`, default: 16 }),
      node_limit: whole(1, 100_000, {
        meaning: say`Nodes that a token may go to at most: to each it travels once, and is handed on inside.`,
        otherwise: say`each copy goes straight to its expert`,
        source: `${deepseekV3}, section 2.1.2`,
      }),
    },
    { meaning: say`A layer of experts that are spread over the ranks.`, otherwise: say`none` },
  ),
  compute: record(
    {
      us: number(0, 1e12, { meaning: say`Microseconds of computing that could go on meanwhile.`, default: 1000 }),
      sms: whole(1, 100_000, {
        meaning: say`Streaming multiprocessors of a rank.`,
        default: 132,
        source: 'NVIDIA H100 data sheet, SXM',
      }),
      kept: whole(0, 100_000, {
        meaning: say`Those of them that are kept for communication, so that computing takes longer.`,
        default: 20,
        source: `${deepseekV3}, section 3.2.2`,
      }),
    },
    { shorthand: 'us', meaning: say`Computing to hide the communication behind.`, otherwise: say`none` },
  ),
} as const satisfies Keys;

export type CollectiveValues = ValuesOf<typeof collectiveKeys>;

const noLayer = say`the key layer is not given`;
const noCompute = say`the key compute is not given`;

export const collectiveResults = {
  ranks: oneNumber({ meaning: say`Ranks in all, p.` }),
  steps: oneNumber({ meaning: say`Steps, one after the other.` }),
  bytes_per_rank: oneNumber({
    unit: 'bytes',
    meaning: say`Bytes that the busiest rank sends; of a ring all-reduce as here.`,
    formula: '2\\frac{p-1}{p} S',
  }),
  intra_bytes: oneNumber({ unit: 'bytes', meaning: say`Bytes that the busiest rank sends inside its node.` }),
  inter_bytes: oneNumber({ unit: 'bytes', meaning: say`Bytes that the busiest rank sends to other nodes.` }),
  seconds: oneNumber({
    unit: 'seconds',
    meaning: say`How long it takes: each step as long as its slowest link.`,
    formula: '\\sum \\max(\\alpha + \\beta\\,\\mathrm{bytes})',
  }),
  latency_share: oneNumber({
    absent: say`there is but one rank, so that nothing is sent`,
    meaning: say`Share of that time which is waited however few the bytes are.`,
  }),
  fastest: oneWord({ meaning: say`The algorithm that takes the least time here, the first of them where several do.` }),
  fastest_seconds: oneNumber({ unit: 'seconds', meaning: say`How long that one takes.` }),
  dispatch_bytes: oneNumber({
    unit: 'bytes',
    absent: noLayer,
    meaning: say`Bytes that a rank sends to experts, its own among them.`,
    formula: 'k\\,T\\,d',
  }),
  dispatch_inter_bytes: oneNumber({
    unit: 'bytes',
    absent: noLayer,
    meaning: say`Those of them that leave its node, where all experts are chosen equally often.`,
  }),
  dispatch_seconds: oneNumber({ unit: 'seconds', absent: noLayer, meaning: say`How long sending them takes.` }),
  combine_bytes: oneNumber({ unit: 'bytes', absent: noLayer, meaning: say`Bytes that come back to a rank.` }),
  combine_seconds: oneNumber({ unit: 'seconds', absent: noLayer, meaning: say`How long the way back takes.` }),
  experts_seconds: oneNumber({ unit: 'seconds', absent: noLayer, meaning: say`Both ways together.` }),
  gather_bytes: oneNumber({
    unit: 'bytes',
    absent: noLayer,
    meaning: say`Bytes that a rank sends where all tokens are gathered everywhere and outputs reduced back, whoever was chosen: what a library without exchanges of unequal parts does.`,
    formula: '(p - 1)\\,T\\,d',
  }),
  gather_seconds: oneNumber({
    unit: 'seconds',
    absent: noLayer,
    meaning: say`How long that takes, all-gather and reduce-scatter by the fastest algorithm.`,
  }),
  layer_all_reduce_bytes: oneNumber({
    unit: 'bytes',
    absent: noLayer,
    meaning: say`Bytes that a rank sends where each expert is split over all ranks instead, and the outputs of all tokens are summed by a ring all-reduce.`,
    formula: '2\\frac{p-1}{p} S,\\ S = p\\,T\\,d',
  }),
  layer_all_reduce_seconds: oneNumber({
    unit: 'seconds',
    absent: noLayer,
    meaning: say`How long that all-reduce takes, by the fastest algorithm.`,
  }),
  compute_seconds: oneNumber({
    unit: 'seconds',
    absent: noCompute,
    meaning: say`How long computing takes without the multiprocessors that are kept.`,
    formula: 't \\cdot \\mathrm{sms} / (\\mathrm{sms} - \\mathrm{kept})',
  }),
  serial_seconds: oneNumber({
    unit: 'seconds',
    absent: noCompute,
    meaning: say`Computing with all multiprocessors, then communicating: of experts both ways where there is a layer.`,
  }),
  overlapped_seconds: oneNumber({
    unit: 'seconds',
    absent: noCompute,
    meaning: say`Both at once: the longer of them.`,
  }),
  exposed_seconds: oneNumber({
    unit: 'seconds',
    absent: noCompute,
    meaning: say`What of the communication is left over then.`,
  }),
} as const satisfies ResultKeys;

export type CollectiveResults = ResultsOf<typeof collectiveResults>;
