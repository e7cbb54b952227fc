/** What the core asks of whoever may lose interest in an answer. An `AbortSignal` is one. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** Nobody waits any more as soon as one of several says so. */
export const anyOf = (...all: readonly (Cancellation | undefined)[]): Cancellation => ({
  get aborted() {
    return all.some((one) => one?.aborted);
  },
});
