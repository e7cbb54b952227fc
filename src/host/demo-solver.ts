import { Worker } from 'node:worker_threads';
import type { Cancellation } from '../core/cancellation';
import { type CheckedDemo, unmet } from '../core/demos/check-demo';
import type { DemoJob, DemoSolver } from '../core/demos/demo-solver';
import { readDemo } from '../core/demos/read-demo';
import { say, spokenLanguage } from '../core/l10n/say';
import type { FromDemoWorker, ToDemoWorker } from './demos/messages';

export interface DemoSolverOptions {
  /** Path of the built worker, `dist/demo-worker.js`. */
  readonly workerScript: string;
  /** Milliseconds that one demo may take; thirty seconds by default. */
  readonly timeout?: number;
}

interface Waiting {
  readonly job: DemoJob;
  readonly cancellation: Cancellation | undefined;
  resolve(checked: CheckedDemo | undefined): void;
  reject(error: Error): void;
}

/** How often a running demo's asker is asked whether it still waits, in milliseconds. */
const patience = 50;

/** How long a person who is writing waits for what a demo gives, and one who asked for it, in milliseconds. */
const moments = { writing: 120, asked: 3000 };

/** Runs demos in one worker thread, started at the first, one after the other; one that takes too long costs the thread. */
export function createDemoSolver({ workerScript, timeout = 30_000 }: DemoSolverOptions): DemoSolver {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let busy = false;
  let lastId = 0;

  const post = (message: ToDemoWorker) => worker!.postMessage(message);

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (next.cancellation?.aborted) next.resolve(undefined);
      else await runOne(next).then(next.resolve, next.reject);
    }
    busy = false;
  }

  function runOne({ job, cancellation }: Waiting): Promise<CheckedDemo | undefined> {
    const id = ++lastId;
    worker ??= new Worker(workerScript, { name: 'coursewright-demos', workerData: spokenLanguage() });
    const running = worker;
    running.ref();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(tooLong);
        clearInterval(asking);
        // By name: Node keeps listeners of its own there, which keep the channel open.
        for (const event of ['message', 'error', 'exit']) running.removeAllListeners(event);
        running.unref();
        settle();
      };
      const giveUp = (settle: () => void) => {
        worker = undefined;
        void running.terminate();
        end(settle);
      };
      const tooLong = setTimeout(() => giveUp(() => resolve(tookTooLong(job, timeout))), timeout);
      const asking = setInterval(() => {
        if (cancellation?.aborted) post({ withdraw: id });
      }, patience);
      running.on('message', (message: FromDemoWorker) => {
        if (message.id !== id) return;
        if ('failure' in message) end(() => reject(new Error(say`The demo could not be run: ${message.failure}`)));
        else end(() => resolve(message.checked));
      });
      running.on('error', (error) => giveUp(() => reject(error)));
      running.on('exit', () => giveUp(() => reject(new Error(say`The thread that runs demos ended by itself.`))));
      post({ id, job });
    });
  }

  const check: DemoSolver['check'] = (job, cancellation) =>
    new Promise((resolve, reject) => {
      queue.push({ job, cancellation, resolve, reject });
      void work();
    });
  /** Before all that waits: a person is looking at the place. */
  const checkNext: DemoSolver['check'] = (job, cancellation) =>
    new Promise((resolve, reject) => {
      queue.unshift({ job, cancellation, resolve, reject });
      void work();
    });

  /** The demo under the cursor; another one takes its place. */
  let glanced: { key: string; wanted: { aborted: boolean }; answer: Promise<CheckedDemo | undefined> } | undefined;

  return {
    check,
    glance(job, asked) {
      const key = JSON.stringify(job);
      if (glanced?.key !== key) {
        if (glanced) glanced.wanted.aborted = true;
        const wanted = { aborted: false };
        // Nobody is told of a failure here: the diagnostics run the same demo and say it.
        glanced = { key, wanted, answer: checkNext(job, wanted).catch(() => undefined) };
      }
      return within(asked ? moments.asked : moments.writing, glanced.answer);
    },
    async dispose() {
      for (const waiting of queue.splice(0)) waiting.resolve(undefined);
      const running = worker;
      worker = undefined;
      running?.removeAllListeners('exit');
      await running?.terminate();
    },
  };
}

/** What is known within so many milliseconds. */
async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
}

function tookTooLong({ kind, text }: DemoJob, timeout: number): CheckedDemo {
  const error = say`The demo takes more than ${timeout / 1000} seconds. Make it smaller.`;
  const problem = { code: 'demo.value', span: { start: 0, end: 0 }, message: error, fixes: [] } as const;
  const { claims, problems } = readDemo(kind, text);
  return { results: null, expectations: claims.map(unmet), problems: [...problems, problem], error };
}
