import type { MoeProblem } from '../../../src/core/demos/moe/moe-problem';
import { say } from '../../../src/core/l10n/say';
import { publishedModels } from '../../../src/core/reference/model-size/published-models';
import { expertsAtSize } from '../../gpu/full-size/experts-at-size';
import type { FullSizeTask } from '../parts/full-size';
import { inWords } from '../parts/in-words';

const tokens = 512;

/** Models of which a layer is known in full, by the demo's presets. */
const models = {
  mixtral: 'mixtral-8x7b',
  'deepseek-v2': 'deepseek-v2',
  'deepseek-v3': 'deepseek-v3',
} as const;

/** The published layer that the lesson routes by; undefined where it is none, or the fence alters its experts. */
export function fullSizeLayer({ values, gate, experts, shared }: MoeProblem): FullSizeTask | undefined {
  const { preset } = values;
  const model = preset && Object.hasOwn(models, preset) ? models[preset as keyof typeof models] : undefined;
  const shape = model && publishedModels[model].shape;
  if (!shape?.experts || shape.experts.count !== experts || shape.experts.shared !== shared) return undefined;
  const { width } = shape;
  const { hidden } = shape.experts;
  const { bias: _, ...options } = gate;
  const sizes = { tokens, width, hidden, experts, shared, gate: options };
  return {
    key: JSON.stringify(sizes),
    words: say`${tokens} tokens of ${width} channels through the router and all ${experts} experts of ${hidden} channels as published, by the kernels, one expert after the other; two tokens are computed in float64 too.`,
    run: async (operations, watch) => {
      const found = await expertsAtSize(sizes, operations, watch, { checkedTokens: 2 });
      return [
        say`${found.pairs} pairs of a token and an expert were computed.`,
        found.others === 0
          ? say`By the same scores float64 chooses the same experts for every token; weights are off by ${inWords(found.weights, 2)} at most.`
          : say`By the same scores float64 chooses other experts for ${found.others} tokens, whose scores differ by less than f32 can tell.`,
        say`Two tokens were compared through all of their experts: they are off by ${inWords(found.output, 2)} of their size, their scores by ${inWords(found.logits, 2)}.`,
      ];
    },
  };
}
