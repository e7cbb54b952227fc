import { attentionKeys, attentionResults } from '../attention/attention-keys';
import type { DemoKind } from '../demo-kind';
import { mlaKeys, mlaResults } from '../mla/mla-keys';
import { moeKeys, moeResults } from '../moe/moe-keys';
import { scalingLawKeys, scalingLawResults } from '../scaling-law/scaling-law-keys';
import { transformerKeys, transformerResults } from '../transformer/transformer-keys';
import type { Keys, ResultKey } from './key';

export interface DemoSchema {
  readonly summary: string;
  readonly keys: Keys;
  readonly results: Readonly<Record<string, ResultKey>>;
}

/** Everything that can be written in a demo and come out of it. */
export const demoSchemas: Readonly<Record<DemoKind, DemoSchema>> = {
  attention: {
    summary: 'Scaled dot-product attention over tokens: maps for every head, entropy, the mixed output.',
    keys: attentionKeys,
    results: attentionResults,
  },
  moe: {
    summary: 'Routing of tokens to experts: scores, groups, top-k, capacity, weights, load and its balancing.',
    keys: moeKeys,
    results: moeResults,
  },
  mla: {
    summary: 'Multi-head latent attention: what it caches, against what, and that both its forms agree.',
    keys: mlaKeys,
    results: mlaResults,
  },
  'scaling-law': {
    summary: 'Loss as a function of size and data: published or fitted, and the compute-optimal point.',
    keys: scalingLawKeys,
    results: scalingLawResults,
  },
  transformer: {
    summary: 'A trained transformer, from text to the probabilities of the next token.',
    keys: transformerKeys,
    results: transformerResults,
  },
};
