import type { DemoKind } from '../../src/core/demos/demo-kind';
import { anyDemo, type DemoModule } from './demo-view';

/** What shows each kind; loaded when the first of its kind is shown. */
export const demoModules: Readonly<Record<DemoKind, () => Promise<DemoModule>>> = {
  attention: async () => anyDemo((await import('./attention/attention-demo')).attentionDemo),
  moe: async () => (await import('./results/results-demo')).resultsDemo,
  mla: async () => (await import('./mla/mla-demo')).mlaDemo as DemoModule,
  'scaling-law': async () => (await import('./scaling-law/scaling-law-demo')).scalingLawDemo as DemoModule,
  transformer: async () => (await import('./results/results-demo')).resultsDemo,
};
