import { solveTransformer } from '../../../src/core/demos/transformer/transformer-problem';
import { type TransformerTrace, transformer } from '../../../src/core/reference/transformer';
import type { DemoModule } from '../demo-view';
import { difference } from '../difference';
import { TransformerView } from './transformer-view';

/** A trained decoder from text to the next token, stage by stage. */
export const transformerDemo: DemoModule<'transformer', TransformerTrace> = {
  knobs: [
    { path: 'text' },
    { path: 'model' },
    { path: 'temperature', slider: { min: 0.05, max: 10, log: true } },
    { path: 'top_k' },
  ],
  viewKeys: ['stage', 'layer', 'head'],
  *solve({ problem }) {
    yield;
    return { results: solveTransformer(problem), trace: transformer(problem.model.network, problem.ids) };
  },
  async prove({ problem }, { trace }, engine, signal) {
    const answer = await engine.within(signal).transformer(problem.model.network, problem.ids);
    const { blocks, logits } = answer.result;
    const apart = trace.blocks.flatMap((block, layer) => [
      difference(blocks[layer]!.weights.data, block.weights.data),
      difference(blocks[layer]!.output.data, block.output.data),
      difference(blocks[layer]!.routing?.weights.data ?? [], block.routing?.weights.data ?? []),
    ]);
    return { answer, difference: Math.max(difference(logits.data, trace.logits.data), ...apart) };
  },
  createView: (host) => new TransformerView(host),
};
