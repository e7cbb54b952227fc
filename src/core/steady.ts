import type { DemoSolver } from './demos/demo-solver';
import { readDemo } from './demos/read-demo';
import type { TexChecker } from './math/tex-checker';
import { JudgementCancelled, type MermaidJudge } from './mermaid/judge';

/**
 * The judge, giving each diagram the time that the course's settings allow. What it cannot judge for a fault of ours
 * costs only that diagram its verdict where `failed` hears of it; else it is the asker's failure.
 */
export const steadyJudge = (
  judge: MermaidJudge,
  timeout: number,
  failed: ((error: unknown) => void) | undefined,
): MermaidJudge => ({
  version: judge.version,
  judge: (diagram, cancellation) =>
    judge.judge(diagram, cancellation, timeout).catch((error: unknown) => {
      if (!failed || error instanceof JudgementCancelled) throw error;
      failed(error);
      return { kind: 'unjudged' };
    }),
  show: (diagram, cancellation) =>
    judge.show(diagram, cancellation).catch((error: unknown) => {
      if (!failed || error instanceof JudgementCancelled) throw error;
      failed(error);
      return undefined;
    }),
  dispose: () => judge.dispose(),
});

/** The same for demos. */
export const steadyDemos = (demos: DemoSolver, failed: (error: unknown) => void): DemoSolver => ({
  check: (job, cancellation) =>
    demos.check(job, cancellation).catch((error: unknown) => {
      failed(error);
      const { problems } = readDemo(job.kind, job.text);
      return {
        results: null,
        expectations: [],
        problems,
        error: error instanceof Error ? error.message : String(error),
      };
    }),
  glance: (job, asked) => demos.glance(job, asked),
  dispose: () => demos.dispose(),
});

/** The same for formulas: those of one answer go unchecked. */
export const steadyFormulas = (formulas: TexChecker, failed: (error: unknown) => void): TexChecker => ({
  check: (list, macros, cancellation) =>
    formulas.check(list, macros, cancellation).catch((error: unknown) => {
      failed(error);
      return list.map(() => undefined);
    }),
});
