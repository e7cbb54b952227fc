import type { Cancellation } from '../core/cancellation';
import type { CheckedDemo } from '../core/demos/check-demo';
import type { DemoJob, DemoSolver } from '../core/demos/demo-solver';
import { readDemo } from '../core/demos/read-demo';
import { digest } from './remembered-file';

/** How many answers are kept; what was asked for longest ago goes first. */
const most = 100;
/** How long an answer stands that hangs on a file of a model, which may change on the disk, in milliseconds. */
const stands = 30_000;

interface Running {
  readonly askers: Set<Cancellation | undefined>;
  readonly answer: Promise<CheckedDemo | undefined>;
}

/**
 * A solver for an editor, which asks about the same demo from several sides and again at each keystroke beside it: one
 * run answers all who wait, and what became of a demo is remembered, without its results, which may be large,
 * but for those that were asked for by name.
 */
export function sharingSolver(solver: DemoSolver): DemoSolver {
  const running = new Map<string, Running>();
  const known = new Map<string, { readonly checked: CheckedDemo; readonly until: number }>();

  const remember = (key: string, job: DemoJob, checked: CheckedDemo) => {
    const hasModel = job.kind === 'transformer' || 'model' in readDemo(job.kind, job.text).values;
    const results = job.only ? checked.results : null;
    known.set(key, { checked: { ...checked, results }, until: hasModel ? Date.now() + stands : Infinity });
    for (const first of known.keys()) {
      if (known.size <= most) break;
      known.delete(first);
    }
  };
  const start = (key: string, job: DemoJob, first: Cancellation | undefined): Running => {
    const askers = new Set([first]);
    const cancellation: Cancellation = {
      get aborted() {
        return [...askers].every((one) => one?.aborted);
      },
    };
    const answer = solver.check(job, cancellation).then((checked) => {
      if (checked) remember(key, job, checked);
      return checked;
    });
    const run = { askers, answer };
    running.set(key, run);
    const over = () => {
      if (running.get(key) === run) running.delete(key);
    };
    void answer.then(over, over);
    return run;
  };

  return {
    async check(job, cancellation) {
      const key = digest(JSON.stringify(job));
      const answered = known.get(key);
      if (answered && Date.now() < answered.until) {
        known.delete(key);
        known.set(key, answered);
        return answered.checked;
      }
      const run = running.get(key);
      // One that nobody waited for any more may be given up by now.
      const isLeft = run && [...run.askers].every((one) => one?.aborted);
      const joined = run && !isLeft ? run : start(key, job, cancellation);
      joined.askers.add(cancellation);
      return joined.answer;
    },
    glance: (job, asked) => solver.glance(job, asked),
    dispose: () => solver.dispose(),
  };
}
