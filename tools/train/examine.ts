import { textBatch } from './course-text';
import type { Decoder } from './decoder';

/**
 * The mean cross-entropy of a text in nats a token. Windows of a whole context overlap by half or more, and in each but
 * the first only tokens count that have half a context before them: each token but the first is told once.
 */
export function examine(decoder: Pick<Decoder, 'loss'>, ids: Int32Array, context: number): number {
  const last = ids.length - 1 - context;
  let loss = 0;
  for (let told = 0; told < ids.length - 1; ) {
    const place = Math.min(Math.max(0, told - context / 2), last);
    const window = textBatch(ids, [place], context);
    window.targets.fill(-1, 0, told - place);
    const counted = place + context - told;
    loss += decoder.loss(window) * counted;
    told += counted;
  }
  return loss / (ids.length - 1);
}
