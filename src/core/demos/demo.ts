import type { DiagnosticCode } from '../diagnostics/diagnostic-code';
import type { Span } from '../text/span';
import type { attentionKeys } from './attention/attention-keys';
import type { Claim } from './claims/claim';
import type { DemoKind } from './demo-kind';
import type { mlaKeys } from './mla/mla-keys';
import type { moeKeys } from './moe/moe-keys';
import type { scalingLawKeys } from './scaling-law/scaling-law-keys';
import type { ValuesOf } from './schema/key';
import type { transformerKeys } from './transformer/transformer-keys';

export type AttentionValues = ValuesOf<typeof attentionKeys>;
export type MoeValues = ValuesOf<typeof moeKeys>;
export type MlaValues = ValuesOf<typeof mlaKeys>;
export type ScalingLawValues = ValuesOf<typeof scalingLawKeys>;
export type TransformerValues = ValuesOf<typeof transformerKeys>;

/** Something wrong in a demo, in offsets of its own text. */
export interface DemoProblem {
  readonly code: Extract<DiagnosticCode, `demo.${string}`>;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly DemoFix[];
}

export interface DemoFix {
  readonly title: string;
  readonly safe: boolean;
  readonly span: Span;
  readonly newText: string;
}

/** Says that a value cannot be used. `path` names the key, `groups.count`; fixes replace its value. */
export type Complain = (path: string, message: string, replacement?: string) => void;

interface DemoBase<K extends DemoKind, V> {
  readonly kind: K;
  /** The body of the fence. */
  readonly text: string;
  /** What the author gave, without defaults; a value that cannot be used is left out. */
  readonly values: V;
  readonly claims: readonly Claim[];
  /** What reading found; a demo with an error among them is not run. */
  readonly problems: readonly DemoProblem[];
  /** Where keys and values stand, by path. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
}

/** A demo fence as read. */
export type Demo =
  | DemoBase<'attention', AttentionValues>
  | DemoBase<'moe', MoeValues>
  | DemoBase<'mla', MlaValues>
  | DemoBase<'scaling-law', ScalingLawValues>
  | DemoBase<'transformer', TransformerValues>;
