import { Random } from '../../src/core/reference/random';
import { createEngine } from '../../webview/gpu/engine';
import { expertsAtSize } from '../../webview/gpu/full-size/experts-at-size';
import { latentAttentionAtSize } from '../../webview/gpu/full-size/latent-attention-at-size';
import { Gpu } from '../../webview/gpu/gpu';
import { gpuOperations } from '../../webview/gpu/gpu-operations';
import type { Row } from '../row';
import { ours } from './ours';
import { type Contestant, inTurn, timeRow } from './page-rows';
import type { Peer, Ready } from './peer';
import { jaxPeer } from './peers/jax';
import { onnxruntimePeer } from './peers/onnxruntime';
import { tfjsPeer } from './peers/tfjs';
import { arithmeticProbes, memoryProbes, type Probe } from './roofline';
import { attentionTask, productTask, routingTask, type Task } from './tasks';
import { dispatchesOf, watchDevices } from './watch';

export interface PageOptions {
  /** Where the peers' scripts are served; none where they could not be had. */
  readonly peers: {
    readonly jax: string;
    readonly tfjs: string;
    readonly onnxruntime: string;
    readonly wasm: string;
  } | null;
  readonly grep: string;
  readonly runs: number;
}

interface Roof {
  /** The fastest probe, to run beside what is measured against it. */
  readonly probe: Probe;
  /** Its amount a second. */
  readonly best: number;
}

/** The rows, each also said on the console as it comes. */
export async function measure({ peers: urls, grep, runs }: PageOptions): Promise<Row[]> {
  watchDevices();
  const gpu = await Gpu.open();
  if (typeof gpu === 'string') throw new Error(gpu);
  const rows: Row[] = [];
  const say = (...more: Row[]) => {
    rows.push(...more);
    for (const { name, value, unit, note = '' } of more)
      console.log(`${name}: ${value.toPrecision(3)} ${unit} ${note}`);
  };

  const arithmetic = await roofOf(await arithmeticProbes(gpu.device, gpu.software ? 2 : 400));
  const memory = await roofOf(await memoryProbes(gpu.device, gpu.software ? 2 ** 24 : 2 ** 27));
  say(
    {
      name: 'arithmetic roof',
      value: arithmetic.best / 1e9,
      unit: 'GFLOP/s',
      note: `${gpu.adapter}; ${arithmetic.probe.name}`,
    },
    { name: 'memory roof', value: memory.best / 1e9, unit: 'GB/s', note: memory.probe.name },
  );

  const peers = urls ? await openPeers(urls, say) : [];
  const contest = <Input>(task: Task<Input>, ...entries: readonly Entry<Input>[]) =>
    task.name.includes(grep) ? compete(task, entries, arithmetic, runs, say) : undefined;
  const rivals = <K extends 'product' | 'attention' | 'routing'>(kind: K) =>
    peers.map((peer) => ({ name: peer.name, ours: false, prepare: peer[kind]?.bind(peer) as Peer[K] }));
  const own = <K extends 'product' | 'attention' | 'routing'>(kind: K, peer: Peer) => ({
    ...{ name: peer.name, ours: true, prepare: peer[kind] },
  });

  await contest(productTask(512), own('product', ours(gpu, { name: 'Coursewright' })), ...rivals('product'));
  const manners = [
    ours(gpu, { name: 'Coursewright, flash' }),
    ours(gpu, { name: 'Coursewright, three passes', threePasses: true }),
  ];
  for (const causal of [false, true])
    await contest(
      attentionTask(512, 8, 64, causal),
      ...manners.map((manner) => own('attention', manner)),
      ...rivals('attention'),
    );
  await contest(
    routingTask(4096, 64, 6),
    own('routing', ours(gpu, { name: 'Coursewright, gate' })),
    { ...own('routing', ours(gpu, { name: 'Coursewright, gate and places', placed: true })), more: true },
    ...rivals('routing'),
  );
  if ('growth'.includes(grep)) await growth(gpu, runs, say);
  // Minutes on a software adapter, so it has to be asked for.
  if (grep === 'full size') await fullSize(gpu, say);
  gpu.destroy();
  if ('demo sizes'.includes(grep)) await demoSizes(runs, say);
  return rows;
}

/** What DeepSeek-V3 computes of 512 tokens in a layer, once, and how far it is from the reference. */
async function fullSize(gpu: Gpu, say: Say): Promise<void> {
  const operations = gpuOperations(gpu);
  const time = async (name: string, run: () => Promise<object>): Promise<void> => {
    const started = performance.now();
    const found = await run();
    say({ name, value: (performance.now() - started) / 1e3, unit: 's', note: JSON.stringify(found) });
  };
  const heads = { heads: 128, headWidth: 128, latentRank: 512, ropeWidth: 64, tokens: 512 };
  await time('full size, latent attention in both forms', () =>
    latentAttentionAtSize(heads, operations.latentAttention, () => {}),
  );
  const gate = { score: 'sigmoid', topK: 8, groups: { count: 8, keep: 4 }, normalise: true, scale: 2.5 } as const;
  const layer = { tokens: 512, width: 7168, hidden: 2048, experts: 256, shared: 1, gate };
  await time('full size, layer of experts', () => expertsAtSize(layer, operations, () => {}, { checkedTokens: 2 }));
}

async function roofOf(probes: readonly Probe[]): Promise<Roof> {
  const times = await inTurn(probes, { runs: 5, warm: 1 });
  const speeds = probes.map((probe) => ({ probe, best: probe.amount / (times.get(probe.name)!.minimum / 1e3) }));
  return speeds.reduce((best, speed) => (speed.best > best.best ? speed : best));
}

type Say = (...rows: Row[]) => void;

async function openPeers(urls: NonNullable<PageOptions['peers']>, say: Say): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const open of [
    () => jaxPeer(urls.jax),
    () => tfjsPeer(urls.tfjs),
    () => onnxruntimePeer(urls.onnxruntime, urls.wasm),
  ])
    try {
      peers.push(await open());
    } catch (error) {
      say({ name: 'a peer could not be opened', value: Number.NaN, unit: '', note: String(error) });
    }
  return peers;
}

interface Entry<Input> {
  readonly name: string;
  readonly ours: boolean;
  /** Does more than the others, and so is not what they are compared with. */
  readonly more?: boolean;
  readonly prepare: ((input: Input) => Promise<Ready>) | undefined;
}

/** Everybody's time for one task, in turn: probe, we, a peer, we, …, probe. Wrong numbers and idle devices are out. */
async function compete<Input>(
  task: Task<Input>,
  entries: readonly Entry<Input>[],
  roof: Roof,
  runs: number,
  say: Say,
): Promise<void> {
  const able: { entry: Entry<Input>; contestant: Contestant }[] = [];
  for (const entry of entries) {
    try {
      if (!entry.prepare) throw new Error('has no such operation');
      const made = await entry.prepare(task.input);
      const output = await made.output();
      task.check(output);
      const dispatches = await dispatchesOf(made.run);
      if (dispatches === 0) throw new Error('made no dispatch: it did not run on the adapter');
      able.push({ entry, contestant: { name: entry.name, run: made.run } });
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
      say({ name: `${task.name}: ${entry.name}`, value: Number.NaN, unit: 'ms', note: `out: ${why}` });
    }
  }
  const times = await inTurn(
    [roof.probe, ...able.map(({ contestant }) => contestant), { ...roof.probe, name: 'probe again' }],
    { runs },
  );
  const probed = Math.min(times.get(roof.probe.name)!.minimum, times.get('probe again')!.minimum);
  const best = Math.max(roof.best, roof.probe.amount / (probed / 1e3));
  for (const { entry } of able) {
    const time = times.get(entry.name)!;
    const fraction = task.operations / (time.median / 1e3) / best;
    // Faster than the roof means that the roof was measured wrong, so the figure says nothing.
    const note = fraction > 1 ? 'fraction of the roof refused: above 1' : `${(100 * fraction).toFixed(0)}% of the roof`;
    say(timeRow(`${task.name}: ${entry.name}`, time, note));
  }
  const median = (mine: boolean) =>
    Math.min(
      ...able
        .filter(({ entry }) => entry.ours === mine && !entry.more)
        .map(({ entry }) => times.get(entry.name)!.median),
    );
  if (Number.isFinite(median(false)))
    say({
      name: `${task.name}: ahead of the best peer`,
      value: median(false) / median(true),
      unit: '×',
      note: 'aim: 1.3',
    });
}

/** What twice the length and twice the experts cost. */
async function growth(gpu: Gpu, runs: number, say: Say): Promise<void> {
  const steps: { name: string; ready: Ready }[] = [];
  for (const length of [64, 128, 256, 512])
    for (const peer of [ours(gpu, { name: 'flash' }), ours(gpu, { name: 'three passes', threePasses: true })])
      steps.push({
        name: `growth, attention by ${peer.name}, 4 heads of 32, ${length} tokens`,
        ready: await peer.attention!(attentionTask(length, 4, 32, false).input),
      });
  for (const experts of [8, 16, 32, 64, 128, 256])
    steps.push({
      name: `growth, gate and places, 1024 tokens, top-2 of ${experts} experts`,
      ready: await ours(gpu, { name: '', placed: true }).routing!(routingTask(1024, experts, 2).input),
    });
  const times = await inTurn(
    steps.map(({ name, ready }) => ({ name, run: ready.run })),
    { runs },
  );
  for (const { name } of steps) say(timeRow(name, times.get(name)!));
}

/** Whole calls of the engine as a lesson makes them: operands up, result down. */
async function demoSizes(runs: number, say: Say): Promise<void> {
  const engine = await createEngine();
  const random = new Random(8);
  const tokens = (width: number, heads = 8) => random.gaussians([heads, 128, width]);
  const [query, key, value] = [tokens(64), tokens(64), tokens(64)];
  const logits = random.gaussians([128, 64]);
  const calls: Contestant[] = [
    {
      name: 'attention with its map, 128 tokens, 8 heads of 64',
      run: () => engine.attention(query, key, value, { causal: true }),
    },
    {
      name: 'flash attention, 128 tokens, 8 heads of 64',
      run: () => engine.flashAttention(query, key, value, { causal: true }),
    },
    { name: 'routing, 128 tokens, 64 experts, top-6', run: () => engine.route(logits, { score: 'softmax', topK: 6 }) },
  ];
  for (const { name, run } of calls) {
    const start = performance.now();
    await run();
    say({ name: `demo sizes, first call: ${name}`, value: performance.now() - start, unit: 'ms', note: 'compiles' });
  }
  const times = await inTurn(calls, { runs });
  for (const { name } of calls)
    say(timeRow(`demo sizes: ${name}`, times.get(name)!, 'aim: 100 ms on a software adapter'));
  engine.close();
}

Object.assign(globalThis, { measure });
