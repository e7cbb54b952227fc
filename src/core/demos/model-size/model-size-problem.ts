import { countParameters } from '../../reference/model-size/count-parameters';
import { forwardFlops } from '../../reference/model-size/forward-flops';
import { heldBytes } from '../../reference/model-size/training-memory';
import { finite } from '../result';
import type { ModelSizeResults } from './model-size-keys';
import type { ModelSizeSetup } from './model-size-setup';

export function solveModelSize(setup: ModelSizeSetup): ModelSizeResults {
  const { shape, context, rule, tokens, bytes, devices, stage } = setup;
  const { parts, total, active } = countParameters(shape);
  const forward = forwardFlops(shape, context, rule);
  const all = heldBytes(total, bytes, 1, 0);
  return {
    parameters: total,
    active_parameters: active,
    active_fraction: active / total,
    non_embedding_parameters: total - parts.embedding - parts.positions - parts.head,
    embedding_parameters: parts.embedding + parts.head,
    attention_parameters: parts.attention,
    feed_forward_parameters: parts.dense + parts.shared + parts.experts,
    expert_parameters: parts.experts,
    router_parameters: parts.router,
    norm_parameters: parts.norms,
    flops_per_token: forward.total,
    attention_flops_per_token: forward.attention,
    attention_share: forward.attention / forward.total,
    context_flops: finite(forward.total * context),
    training_flops_per_token: 3 * forward.total,
    training_flops: tokens === undefined ? null : finite(3 * forward.total * tokens),
    six_n_d: tokens === undefined ? null : finite(6 * active * tokens),
    weights_bytes: all.weights,
    gradients_bytes: all.gradients,
    optimizer_bytes: all.optimizer,
    total_bytes: all.total,
    bytes_per_parameter: bytes.weights + bytes.gradients + bytes.optimizer,
    device_bytes: heldBytes(total, bytes, devices, stage).total,
  };
}
