import type { DiagnosticCode } from '../diagnostics/diagnostic-code';
import type { Span } from '../text/span';
import type { Claim } from './claims/claim';
import type { ValuesOfDemo } from './demo-definitions';
import type { DemoKind } from './demo-kind';

/** Something wrong in a demo, in offsets of its own text. */
export interface DemoProblem {
  readonly code: Extract<DiagnosticCode, `demo.${string}`>;
  readonly span: Span;
  readonly message: string;
  readonly fixes: readonly DemoFix[];
  /** Set where the demo runs all the same. */
  readonly atMost?: 'warning';
  /** Set where a claim was not tested, which is no better than one that fails. */
  readonly atLeast?: 'error';
  /** The path of the key that one which no demo has is likely meant for. */
  readonly meant?: string;
  /** Set where an unknown key stands in the place of one that is needed. */
  readonly stops?: true;
}

/** Whether a demo with this problem is not run. */
export const stopsDemo = ({ code, atMost, stops }: DemoProblem): boolean =>
  stops === true || (code !== 'demo.unknown-key' && !atMost);

export interface DemoFix {
  readonly title: string;
  readonly safe: boolean;
  readonly span: Span;
  readonly newText: string;
}

/** A demo fence of one kind, as read. */
export interface DemoOf<K extends DemoKind> {
  readonly kind: K;
  /** The body of the fence. */
  readonly text: string;
  /** What the author gave, without defaults; a value that cannot be used is left out. */
  readonly values: ValuesOfDemo<K>;
  readonly claims: readonly Claim[];
  /** What reading found; a demo with an error among them is not run. */
  readonly problems: readonly DemoProblem[];
  /** Where keys and values stand, by path. */
  readonly places: ReadonlyMap<string, { readonly key: Span; readonly value: Span }>;
}

/** A demo fence as read. */
export type Demo<K extends DemoKind = DemoKind> = { readonly [P in K]: DemoOf<P> }[K];
