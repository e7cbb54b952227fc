import type { ShownText, Verdict } from '../../core/mermaid/judge';

/** What is asked of a diagram: Mermaid's verdict, or what its picture says. */
export type Question = 'judge' | 'show';

export interface WorkerRequest {
  readonly question: Question;
  readonly text: string;
}

export interface WorkerAnswers {
  readonly judge: Verdict;
  readonly show: readonly ShownText[] | undefined;
}

export type WorkerReply =
  | { readonly kind: 'ready' }
  /** `memory`: bytes that the worker's heap holds after the work. */
  | { readonly kind: 'answer'; readonly answer: WorkerAnswers[Question]; readonly memory: number }
  | { readonly kind: 'failure'; readonly message: string };
