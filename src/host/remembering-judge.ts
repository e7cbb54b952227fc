import type { MermaidJudge } from '../core/mermaid/judge';
import type { VerdictCache } from './verdict-cache';

/** A judge that asks another one only for what the cache does not know, and saves it when it is done. */
export function rememberingJudge(judge: MermaidJudge, cache: VerdictCache): MermaidJudge {
  return {
    version: judge.version,
    async judge(text, cancellation, timeout) {
      const known = cache.get(text);
      if (known) return known;
      const verdict = await judge.judge(text, cancellation, timeout);
      cache.set(text, verdict);
      return verdict;
    },
    show: (text, cancellation) => judge.show(text, cancellation),
    async dispose() {
      cache.save();
      await judge.dispose();
    },
  };
}
