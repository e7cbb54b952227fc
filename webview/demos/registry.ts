import type { DemoKind } from '../../src/core/demos/demo-kind';
import { anyDemo, type DemoModule } from './demo-view';

/** What shows each kind; loaded when the first of its kind is shown. */
export const demoModules: Readonly<Record<DemoKind, () => Promise<DemoModule>>> = {
  attention: async () => anyDemo((await import('./attention/attention-demo')).attentionDemo),
  moe: async () => anyDemo((await import('./moe/moe-demo')).moeDemo),
  mla: async () => anyDemo((await import('./mla/mla-demo')).mlaDemo),
  'scaling-law': async () => anyDemo((await import('./scaling-law/scaling-law-demo')).scalingLawDemo),
  transformer: async () => anyDemo((await import('./transformer/transformer-demo')).transformerDemo),
  sampling: async () => anyDemo((await import('./sampling/sampling-demo')).samplingDemo),
  collective: async () => anyDemo((await import('./collective/collective-demo')).collectiveDemo),
  growth: async () => anyDemo((await import('./growth/growth-demo')).growthDemo),
  compute: async () => anyDemo((await import('./compute/compute-demo')).computeDemo),
  precision: async () => anyDemo((await import('./precision/precision-demo')).precisionDemo),
  'loss-curve': async () => anyDemo((await import('./loss-curve/loss-curve-demo')).lossCurveDemo),
  'model-size': async () => anyDemo((await import('./model-size/model-size-demo')).modelSizeDemo),
  'multi-token': async () => anyDemo((await import('./multi-token/multi-token-demo')).multiTokenDemo),
};
