import { attentionDefinition } from './attention/attention-definition';
import { collectiveDefinition } from './collective/collective-definition';
import { computeDefinition } from './compute/compute-definition';
import type { DemoDefinition } from './demo-definition';
import type { DemoKind } from './demo-kind';
import { growthDefinition } from './growth/growth-definition';
import { lossCurveDefinition } from './loss-curve/loss-curve-definition';
import { mlaDefinition } from './mla/mla-definition';
import { modelSizeDefinition } from './model-size/model-size-definition';
import { moeDefinition } from './moe/moe-definition';
import { multiTokenDefinition } from './multi-token/multi-token-definition';
import { precisionDefinition } from './precision/precision-definition';
import { samplingDefinition } from './sampling/sampling-definition';
import { scalingLawDefinition } from './scaling-law/scaling-law-definition';
import { transformerDefinition } from './transformer/transformer-definition';

const definitions = {
  attention: attentionDefinition,
  moe: moeDefinition,
  mla: mlaDefinition,
  'scaling-law': scalingLawDefinition,
  transformer: transformerDefinition,
  sampling: samplingDefinition,
  collective: collectiveDefinition,
  growth: growthDefinition,
  compute: computeDefinition,
  precision: precisionDefinition,
  'multi-token': multiTokenDefinition,
  'loss-curve': lossCurveDefinition,
  'model-size': modelSizeDefinition,
};

type Parts<K extends DemoKind> =
  (typeof definitions)[K] extends DemoDefinition<infer V, infer S, infer P, infer R>
    ? { values: V; setup: S; problem: P; results: R }
    : never;

/** What an author may give to a demo of this kind. */
export type ValuesOfDemo<K extends DemoKind> = Parts<K>['values'];
/** What a demo of this kind is computed from. */
export type ProblemOfDemo<K extends DemoKind> = Parts<K>['problem'];
/** What comes out of a demo of this kind. */
export type ResultsOfDemo<K extends DemoKind> = Parts<K>['results'];

/** Every kind of demo, once. */
export const demoDefinitions: {
  readonly [K in DemoKind]: DemoDefinition<
    Parts<K>['values'],
    Parts<K>['setup'],
    Parts<K>['problem'],
    Parts<K>['results']
  >;
} = definitions;
