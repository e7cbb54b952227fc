import type { Verdict } from '../../core/mermaid/judge';

export interface WorkerRequest {
  readonly text: string;
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  /** `memory`: bytes that the worker's heap holds after the work. */
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly memory: number }
  | { readonly kind: 'failure'; readonly message: string };
