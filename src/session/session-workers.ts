import type { CourseReader } from '../core/course/course-reader';
import type { DemoSolver } from '../core/demos/demo-solver';
import type { TexChecker } from '../core/math/tex-checker';
import type { FormulaTypesetter } from '../core/math/typesetter';
import type { MermaidJudge } from '../core/mermaid/judge';
import {
  createOwnCourseReader,
  createOwnDemoSolver,
  createOwnFormulaEngine,
  createOwnJudge,
  openOwnDemoCache,
  openOwnFormulaCache,
  openOwnVerdictCache,
} from '../host/own-workers';
import { rememberingJudge } from '../host/remembering-judge';
import { rememberingSolver } from '../host/remembering-solver';

/** What does a session's work. */
export interface SessionWorkers {
  readonly judge: MermaidJudge;
  readonly demos: DemoSolver;
  readonly formulas: FormulaTypesetter & TexChecker;
  readonly reader: CourseReader;
}

/** Threads of one's own, for one session or for many in turn; caches are saved when they are disposed. */
export function ownWorkers(verdicts: 'remembered' | 'fresh' | undefined): {
  readonly workers: SessionWorkers;
  /** Begins to load Mermaid; where diagrams were judged before, perhaps none needs it today. */
  warm(): void;
  dispose(): Promise<unknown>;
} {
  // Nobody waits at a prompt for each key: a busy machine must not make a demo fail.
  const solver = createOwnDemoSolver({ timeout: 600_000 });
  const judge = createOwnJudge();
  const cache = verdicts === 'remembered' ? openOwnVerdictCache() : undefined;
  const workers = {
    judge: cache ? rememberingJudge(judge, cache) : judge,
    demos: verdicts === 'remembered' ? rememberingSolver(solver, openOwnDemoCache()) : solver,
    reader: createOwnCourseReader(),
    // Nor may it make a mistake in a formula go unsaid.
    formulas: createOwnFormulaEngine({
      timeout: 120_000,
      cache: verdicts === 'remembered' ? openOwnFormulaCache() : undefined,
    }),
  };
  return {
    workers,
    warm: () => {
      if (verdicts && !cache?.size) judge.warm();
    },
    dispose: () => Promise.all(Object.values(workers).map((worker) => worker.dispose())),
  };
}
