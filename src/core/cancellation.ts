/** What the core asks of whoever may lose interest in an answer. An `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
}
