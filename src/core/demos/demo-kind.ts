import type { Fence } from '../course/course-document';

/** The demos a fence can ask for. */
export const demoKinds = [
  'attention',
  'moe',
  'mla',
  'scaling-law',
  'transformer',
  'sampling',
  'collective',
  'growth',
  'compute',
  'precision',
  'multi-token',
  'loss-curve',
  'model-size',
] as const;
export type DemoKind = (typeof demoKinds)[number];

/** `demo=moe` in an info string. */
export const demoAttribute = /\bdemo\s*=\s*["']?([\w-]+)/i;

/** The demo that a fence asks for: by its first word (`moe`, `{moe}`) or as an attribute (`yaml demo=moe`). */
export function demoKindOf(fence: Pick<Fence, 'language' | 'info'>): DemoKind | undefined {
  const named = demoAttribute.exec(fence.info)?.[1]?.toLowerCase();
  return demoKinds.find((kind) => kind === (fence.language === 'yaml' ? named : fence.language));
}
