import type { MermaidJudge } from './judge';

/**
 * Characters that may be judged for one diagram, its mends and drafts together. Counted, not timed: the same diagram has
 * the same answer on every machine, however many others wait. A thousand questions about a usual diagram, sixty about
 * one of ten thousand characters.
 */
const most = 600_000;

/** The judge, for all questions about one diagram; what goes beyond the budget is answered as too slow, unasked. */
export function frugal(judge: MermaidJudge): MermaidJudge & { readonly isSpent: boolean } {
  let left = most;
  return {
    version: judge.version,
    get isSpent() {
      return left <= 0;
    },
    judge(text, cancellation, timeout) {
      if (left <= 0) return Promise.resolve({ kind: 'too-slow', milliseconds: 0 });
      left -= text.length;
      return judge.judge(text, cancellation, timeout);
    },
    show(text, cancellation) {
      if (left <= 0) return Promise.resolve(undefined);
      left -= text.length;
      return judge.show(text, cancellation);
    },
    dispose: () => judge.dispose(),
  };
}
