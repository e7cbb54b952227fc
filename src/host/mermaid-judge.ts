import { availableParallelism } from 'node:os';
import type { Cancellation } from '../core/cancellation';
import { JudgementCancelled, type MermaidJudge, type Verdict } from '../core/mermaid/judge';
import { MermaidUnavailable } from './mermaid/mermaid-unavailable';
import { MermaidThread, type TooSlow } from './mermaid/thread';
import type { Question, WorkerAnswers } from './mermaid/worker-messages';

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

/** An answer that a thread gave, whatever the question. */
type Answer = WorkerAnswers[Question] | TooSlow;

/** A question that waits or is being answered, and everybody who wants to know. */
interface Job {
  readonly question: Question;
  readonly text: string;
  /** Milliseconds that the most patient of them allows. */
  timeout: number;
  /** A thread has died over it. */
  tried?: boolean;
  readonly waiting: {
    cancellation: Cancellation | undefined;
    resolve(answer: Answer): void;
    reject(e: Error): void;
  }[];
}

/** By what a question and its answer are known. */
const keyOf = ({ question, text }: Pick<Job, 'question' | 'text'>): string => `${question} ${text}`;

const isTooSlow = (answer: Answer): answer is TooSlow =>
  typeof answer === 'object' && 'kind' in answer && answer.kind === 'too-slow';

/** How many diagrams must wait for each thread before another one is worth its start. */
const waitingForAnother = 6;
const remembered = 4096;

interface Known {
  readonly answer: Answer;
  readonly timeout: number;
}

/**
 * Judges diagrams in worker threads, started when first needed (or by {@link warm}), remembering the verdict on every
 * text. A parse that hangs or eats memory costs its thread, and the diagram is `too-slow`; one that ends two threads is
 * refused from then on.
 */
export function createMermaidJudge(options: MermaidJudgeOptions): MermaidJudge & { warm(): void } {
  const most = Math.max(1, options.threads ?? Math.min(2, availableParallelism()));
  const usual = options.timeout ?? 10_000;
  const limits = { memory: options.memory ?? 250 * 2 ** 20 };
  /** Answers with the time that was allowed: one who allows more does not take `too-slow` for an answer. */
  const answers = new Map<string, Known>();
  /** Questions that ended two threads, which are not asked again. */
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
      const { question, text, timeout } = job;
      const answer = await thread.ask(question, text, timeout);
      remember(answers, keyOf(job), { answer, timeout });
      settle(job, ({ resolve }) => resolve(answer));
    } catch (error) {
      const loading = error instanceof MermaidUnavailable && error.loading;
      if (!loading && !closed && !job.tried) {
        // A thread may die of something else: the diagram has one more.
        job.tried = true;
        queue.unshift(job);
      } else {
        if (!loading && !closed) remember(deadly, keyOf(job), error as Error);
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
    jobs.delete(keyOf(job));
    job.waiting.forEach(tell);
  }

  function ask(question: Question, text: string, cancellation?: Cancellation, timeout = usual): Promise<Answer> {
    if (closed || cancellation?.aborted) return Promise.reject(new JudgementCancelled());
    const key = keyOf({ question, text });
    const death = deadly.get(key);
    if (death) return Promise.reject(death);
    const known = answers.get(key);
    if (known && (!isTooSlow(known.answer) || known.timeout >= timeout)) {
      // Used again: it goes to the end of those to be forgotten.
      answers.delete(key);
      answers.set(key, known);
      return Promise.resolve(known.answer);
    }
    return new Promise((resolve, reject) => {
      const job = jobs.get(key) ?? { question, text, timeout, waiting: [] };
      job.timeout = Math.max(job.timeout, timeout);
      job.waiting.push({ cancellation, resolve, reject });
      if (job.waiting.length > 1) return;
      jobs.set(key, job);
      queue.push(job);
      assign();
    });
  }

  return {
    version: options.version,
    judge: async (text, cancellation, timeout) => (await ask('judge', text, cancellation, timeout)) as Verdict,
    async show(text, cancellation) {
      const answer = await ask('show', text, cancellation);
      return isTooSlow(answer) ? undefined : (answer as WorkerAnswers['show']);
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
