import assert from 'node:assert/strict';
import { checked, problemsOf } from '../../../support/demos';

const results = async (text: string) => {
  const { results: found, problems } = await checked('collective', text);
  assert.deepEqual(problems, []);
  return found!;
};
const near = (found: unknown, wanted: number, relative = 1e-12) =>
  assert.ok(Math.abs(Number(found) - wanted) <= relative * Math.abs(wanted), `${found}, not ${wanted}`);

describe('the collective demo', () => {
  it('gives what a ring of one node sends and takes, by hand', async () => {
    const found = await results('bytes: 8e9\ntopology: {nodes: 1, per_node: 8, intra: {gbps: 800, us: 2}}');
    assert.deepEqual([found.ranks, found.steps, found.bytes_per_rank, found.inter_bytes], [8, 14, 14e9, 0]);
    near(found.seconds, 14 * (2e-6 + 1e9 / 1e11));
    near(found.latency_share, (14 * 2e-6) / (14 * (2e-6 + 0.01)));
  });

  it('counts 120.96 µs for what DeepSeek-V3 sends to nine experts and back', async () => {
    const link = '{gbps: 400, us: 0}';
    const found = await results(
      `operation: all-to-all\ntopology: {nodes: 100000, per_node: 1, intra: ${link}, inter: ${link}}\nlayer: {tokens: 32, top_k: 9, d_model: 7000}`,
    );
    near(found.experts_seconds, 120.96e-6, 2e-5);
  });

  it('sends k·T·d to experts, against 2(p - 1)/p·S where they are split', async () => {
    const found = await results(
      'topology: {nodes: 2, per_node: 4}\nlayer: {tokens: 100, d_model: 10, top_k: 3, dispatch_bits: 8, combine_bits: 16}',
    );
    assert.deepEqual([found.dispatch_bytes, found.combine_bytes], [3000, 6000]);
    near(found.dispatch_inter_bytes, 3000 / 2);
    near(found.layer_all_reduce_bytes, ((2 * 7) / 8) * 8 * 100 * 10 * 2);
    near(found.gather_bytes, 7 * 100 * 10 * (1 + 2));
  });

  it('sends to each node once where nodes are limited', async () => {
    const found = await results(
      'topology: {nodes: 4, per_node: 2, inter: {gbps: 8, us: 5}, intra: {gbps: 8000, us: 1}}\nlayer: {tokens: 1000, d_model: 1000, top_k: 8, node_limit: 2}',
    );
    near(found.dispatch_inter_bytes, 1000 * 1000 * 2 * (3 / 4));
    near(found.dispatch_seconds, 6e-6 + 1.5e6 / 1e9);
  });

  it('hides communication behind computing that is slower by what is kept', async () => {
    const text = 'bytes: 8e9\ntopology: {nodes: 1, per_node: 8, intra: {gbps: 800, us: 0}}\ncompute: ';
    const found = await results(`${text}{us: 100000, sms: 100, kept: 20}`);
    near(found.compute_seconds, 0.125);
    near(found.serial_seconds, 0.24);
    near(found.overlapped_seconds, 0.14);
    near(found.exposed_seconds, 0.015);
    assert.equal((await results(`${text}200000`)).exposed_seconds, 0);
  });

  it('takes claims in seconds and bytes', async () => {
    const { expectations } = await checked(
      'collective',
      'bytes: 1e9\ntopology: {nodes: 1}\nexpect: {seconds: 3.9 ms, bytes_per_rank: 1.75 GB, latency_share: 1.2%, fastest: halving}',
    );
    assert.deepEqual(
      expectations.map(({ holds }) => holds),
      [true, true, true, true],
    );
  });

  for (const [text, wanted] of [
    [
      'operation: all-gather\nalgorithm: tree',
      'demo.value «tree» algorithm tree is none for an all-gather: there are ring, halving, hierarchical.',
    ],
    [
      'algorithm: halving\ntopology: {nodes: 3}',
      'demo.value «halving» algorithm does not fit: halving pairs ranks off, which takes a power of two, and there are 24.',
    ],
    ['rings: 9', 'demo.value «9» rings must be at most 8, the ranks of a node.'],
    ['algorithm: tree\nrings: 2', 'demo.value «2» rings means nothing here: tree goes in no rings.'],
    ['compute: {kept: 132}', 'demo.value «132» compute.kept leaves none of 132 multiprocessors to compute with.'],
    ['topology: {nodes: 1}\nlayer: {node_limit: 1}', 'demo.value «1» layer.node_limit means nothing with one node.'],
    [
      'topology: {nodes: 100000, per_node: 4096}',
      'demo.value «{nodes: 100000, per_node: 4096}» topology has 409600000 ranks; at most 1000000 are counted here.',
    ],
  ] as const)
    it(`says what cannot be: ${text.replaceAll('\n', ', ')}`, async () =>
      assert.deepEqual(await problemsOf('collective', text), [wanted]));

  it('has nothing to send where there is one rank', async () => {
    const found = await results('topology: {nodes: 1, per_node: 1}');
    assert.deepEqual([found.steps, found.bytes_per_rank, found.seconds, found.latency_share], [0, 0, 0, null]);
  });
});
