import type { Cancellation } from '../core/cancellation';
import type { CheckedDemo } from '../core/demos/check-demo';
import type { DemoJob, DemoSolver } from '../core/demos/demo-solver';
import { readDemo } from '../core/demos/read-demo';

const withAll = ({ only: _, ...job }: DemoJob): DemoJob => job;

/** How many answers are kept, and of how many characters in all; what was asked for longest ago goes first. */
const most = { answers: 100, characters: 20_000_000 };
/** Of a longer answer, no results are kept: whoever hears that it is there must not have it worked out once more. */
const longest = 4_000_000;
/** How long an answer stands that hangs on a file of a model, which may change on the disk, in milliseconds. */
const stands = 30_000;

interface Running {
  readonly askers: Set<Cancellation | undefined>;
  readonly answer: Promise<CheckedDemo | undefined>;
}

interface Answered {
  readonly checked: CheckedDemo;
  readonly characters: number;
  readonly until: number;
}

/**
 * A solver for an editor, which asks about the same demo from several sides and again at each keystroke beside it: one
 * run answers all who wait, and what came of it is remembered.
 * @param nameOf a short name for a long text, the same for the same text alone
 */
export function sharingSolver(solver: DemoSolver, nameOf: (job: string) => string): DemoSolver {
  const running = new Map<string, Running>();
  const known = new Map<string, Answered>();
  let characters = 0;

  const forget = (key: string) => {
    characters -= known.get(key)?.characters ?? 0;
    known.delete(key);
  };
  const remember = (key: string, job: DemoJob, answer: CheckedDemo) => {
    forget(key);
    const whole = JSON.stringify(answer).length;
    const checked = whole > longest ? { ...answer, results: null } : answer;
    const size = whole > longest ? JSON.stringify(checked).length : whole;
    const hasModel = job.kind === 'transformer' || 'model' in readDemo(job.kind, job.text).values;
    const until = hasModel ? Date.now() + stands : Number.POSITIVE_INFINITY;
    known.set(key, { checked, characters: size, until });
    characters += size;
    for (const first of known.keys()) {
      if (known.size <= most.answers && characters <= most.characters) break;
      forget(first);
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
    async check(asked, cancellation) {
      // Who wants to know of the claims alone is answered by the run of those who look at the results.
      const job = asked.only?.length === 0 ? withAll(asked) : asked;
      const key = nameOf(JSON.stringify(job));
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
