import { availableParallelism } from 'node:os';
import type { Cancellation } from '../core/cancellation';
import { JudgementCancelled, type MermaidJudge, type Verdict } from '../core/mermaid/judge';
import { MermaidUnavailable } from './mermaid/mermaid-unavailable';
import { MermaidThread } from './mermaid/thread';

export { MermaidUnavailable };

export interface MermaidJudgeOptions {
  /** Path of the built worker, `dist/mermaid-worker.mjs`. */
  readonly workerScript: string;
  /** Version of the Mermaid in it. */
  readonly version: string;
  /** Threads at most; by default one a core, two at the most. */
  readonly threads?: number;
  /** Milliseconds that one diagram may take where the asker names none; ten seconds by default. */
  readonly timeout?: number;
  /** Bytes of heap that a thread may hold on to; 250 MB by default. */
  readonly memory?: number;
}

/** A diagram that waits or is being judged, and everybody who wants to know. */
interface Job {
  readonly text: string;
  /** Milliseconds that the most patient of them allows. */
  timeout: number;
  /** A thread has died over it. */
  tried?: boolean;
  readonly waiting: {
    cancellation: Cancellation | undefined;
    resolve(verdict: Verdict): void;
    reject(e: Error): void;
  }[];
}

/** How many diagrams must wait for each thread before another one is worth its start. */
const waitingForAnother = 6;
const remembered = 4096;

/**
 * Judges diagrams in worker threads, started when first needed (or by {@link warm}), remembering the verdict on every
 * text. A parse that hangs or eats memory costs its thread, and the diagram is `too-slow`; one that ends two threads is
 * refused from then on.
 */
export function createMermaidJudge(options: MermaidJudgeOptions): MermaidJudge & { warm(): void } {
  const most = Math.max(1, options.threads ?? Math.min(2, availableParallelism()));
  const limits = { memory: options.memory ?? 250 * 2 ** 20 };
  /** Verdicts with the time that was allowed: one who allows more does not take `too-slow` for an answer. */
  const verdicts = new Map<string, { readonly verdict: Verdict; readonly timeout: number }>();
  /** Texts that ended two threads, which are not tried again. */
  const deadly = new Map<string, Error>();
  const jobs = new Map<string, Job>();
  const queue: Job[] = [];
  const idle: MermaidThread[] = [];
  const all = new Set<MermaidThread>();
  let closed = false;

  function start(): MermaidThread {
    const thread = new MermaidThread(options.workerScript, limits);
    all.add(thread);
    return thread;
  }

  function assign(): void {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (all.size === 0 || worthAnother() ? start() : undefined);
      if (!thread) return;
      const job = queue.shift()!;
      if (job.waiting.every(({ cancellation }) => cancellation?.aborted)) {
        idle.push(thread);
        settle(job, ({ reject }) => reject(new JudgementCancelled()));
      } else void work(thread, job);
    }
  }

  const worthAnother = () => all.size < most && queue.length >= waitingForAnother * all.size;

  async function work(thread: MermaidThread, job: Job): Promise<void> {
    try {
      const { text, timeout } = job;
      const verdict = await thread.judge(text, timeout);
      remember(verdicts, text, { verdict, timeout });
      settle(job, ({ resolve }) => resolve(verdict));
    } catch (error) {
      const loading = error instanceof MermaidUnavailable && error.loading;
      if (!loading && !closed && !job.tried) {
        // A thread may die of something else: the diagram has one more.
        job.tried = true;
        queue.unshift(job);
      } else {
        if (!loading && !closed) remember(deadly, job.text, error as Error);
        for (const one of loading ? [job, ...queue.splice(0)] : [job]) {
          settle(one, ({ reject }) => reject(error as Error));
        }
      }
    }
    if (thread.spent) all.delete(thread);
    else idle.push(thread);
    assign();
  }

  function settle(job: Job, tell: (waiting: Job['waiting'][number]) => void): void {
    jobs.delete(job.text);
    job.waiting.forEach(tell);
  }

  return {
    version: options.version,
    judge(text, cancellation, timeout = options.timeout ?? 10_000) {
      if (closed || cancellation?.aborted) return Promise.reject(new JudgementCancelled());
      const death = deadly.get(text);
      if (death) return Promise.reject(death);
      const known = verdicts.get(text);
      if (known && (known.verdict.kind !== 'too-slow' || known.timeout >= timeout)) {
        // Used again: it goes to the end of those to be forgotten.
        verdicts.delete(text);
        verdicts.set(text, known);
        return Promise.resolve(known.verdict);
      }
      return new Promise((resolve, reject) => {
        const job = jobs.get(text) ?? { text, timeout, waiting: [] };
        job.timeout = Math.max(job.timeout, timeout);
        job.waiting.push({ cancellation, resolve, reject });
        if (job.waiting.length > 1) return;
        jobs.set(text, job);
        queue.push(job);
        assign();
      });
    },
    warm() {
      if (all.size === 0 && !closed) idle.push(start());
    },
    async dispose() {
      closed = true;
      for (const job of queue.splice(0)) settle(job, ({ reject }) => reject(new JudgementCancelled()));
      await Promise.all([...all].map((thread) => thread.dispose()));
    },
  };
}

function remember<T>(known: Map<string, T>, text: string, what: T): void {
  known.set(text, what);
  if (known.size > remembered) known.delete(known.keys().next().value!);
}
