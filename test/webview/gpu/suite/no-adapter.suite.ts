import { attention } from '../../../../src/core/reference/attention';
import { absorbedLatentAttention } from '../../../../src/core/reference/latent-attention';
import { matmul } from '../../../../src/core/reference/matmul';
import { gate } from '../../../../src/core/reference/moe/gate';
import { createEngine } from '../../../../webview/gpu/engine';
import type { TestResult } from './cases';
import { gaussian } from './draw';
import { expect, expectEqual } from './expect';

/** What holds on a machine without an adapter: the same calls, on the reference, saying so. */
const cases: Record<string, () => Promise<void>> = {
  'says that the CPU computes, and why': async () => {
    const engine = await createEngine();
    expect(engine.backend.kind === 'cpu' && engine.backend.reason.endsWith('.'), JSON.stringify(engine.backend));
  },
  'gives the very numbers of the reference': async () => {
    const engine = await createEngine();
    const [query, key, value] = [gaussian([2, 5, 4], 1), gaussian([2, 6, 4], 2), gaussian([2, 6, 3], 3)];
    const answer = await engine.attention(query, key, value, { causal: true });
    const expected = attention(query, key, value, { causal: true });
    expectEqual(answer.result.weights.data.join(), expected.weights.data.join(), 'weights');
    expectEqual(answer.backend.kind, 'cpu', 'backend');
    const product = await engine.matmul(query, key, { transposeB: true });
    expectEqual(product.result.data.join(), matmul(query, key, { transposeB: true }).data.join(), 'product');
    const logits = gaussian([6, 8], 4);
    const route = await engine.route(logits, { score: 'sigmoid', topK: 2 });
    const routing = gate(logits, { score: 'sigmoid', topK: 2 });
    expectEqual([...route.result.routing.experts], [...routing.experts], 'experts');
    const parts = {
      queryContent: gaussian([2, 3, 4], 5),
      queryRope: gaussian([2, 3, 2], 6),
      latent: gaussian([3, 5], 7),
      keyRope: gaussian([3, 2], 8),
    };
    const [keyUp, valueUp] = [gaussian([2, 4, 5], 9), gaussian([2, 4, 5], 10)];
    const latent = await engine.latentAttention('absorbed', parts, keyUp, valueUp);
    const own = absorbedLatentAttention(parts, keyUp, valueUp);
    expectEqual(latent.result.output.data.join(), own.output.data.join(), 'latent attention');
  },
};

export async function runWithoutAdapter(onResult: (result: TestResult) => void): Promise<void> {
  for (const [title, run] of Object.entries(cases))
    try {
      await run();
      onResult({ title, state: 'passed' });
    } catch (error) {
      onResult({
        title,
        state: 'failed',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
}
