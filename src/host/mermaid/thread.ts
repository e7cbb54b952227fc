import { Worker } from 'node:worker_threads';
import type { Verdict } from '../../core/mermaid/judge';
import { smallYouth } from '../small-youth';
import { MermaidUnavailable } from './mermaid-unavailable';
import type { Question, WorkerAnswers, WorkerReply } from './worker-messages';

export type TooSlow = Extract<Verdict, { kind: 'too-slow' }>;

export interface ThreadLimits {
  /** Bytes of heap above which the thread is given up for a fresh one. */
  readonly memory: number;
}

/** Loading takes a quarter of a second; on a machine under load it may take a hundred times that. */
const loadingTimeout = 60_000;

/**
 * One worker thread with Mermaid in it, answering for one diagram at a time. It never outlives a diagram that takes too long
 * or too much memory: after such a one, or once `spent`, ask for another thread.
 */
export class MermaidThread {
  readonly #worker: Worker;
  readonly #ready: Promise<void>;
  readonly #limits: ThreadLimits;
  #receive: (reply: WorkerReply) => void = () => {};
  #fail: (error: Error) => void = () => {};
  spent = false;

  constructor(script: string, limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      name: 'coursewright-mermaid',
      resourceLimits: { ...smallYouth, maxOldGenerationSizeMb: Math.ceil(limits.memory / 2 ** 20) },
      stdout: true,
      stderr: true,
    });
    this.#worker.on('message', (reply: WorkerReply) => this.#receive(reply));
    this.#worker.on('error', (error: Error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('it ended by itself')));
    this.#ready = this.#reply(loadingTimeout).then(
      () => {},
      (error: Error) => {
        this.#giveUp();
        throw new MermaidUnavailable(error === tooSlow ? 'it did not load within a minute' : error.message, true);
      },
    );
    this.#ready.catch(() => {});
    this.#worker.unref();
  }

  /** `timeout` in milliseconds. Rejects with a {@link MermaidUnavailable} when the thread, not the diagram, is at fault. */
  async ask(question: Question, text: string, timeout: number): Promise<WorkerAnswers[Question] | TooSlow> {
    await this.#ready;
    const started = performance.now();
    this.#worker.ref();
    try {
      const answer = this.#reply(timeout);
      this.#worker.postMessage({ question, text });
      const reply = await answer;
      if (reply.kind === 'failure') throw new Error(reply.message);
      if (reply.kind !== 'answer') throw new Error('it answered out of turn');
      if (reply.memory > this.#limits.memory) this.#giveUp();
      return reply.answer;
    } catch (error) {
      this.#giveUp();
      if (error === tooSlow || (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
        return { kind: 'too-slow', milliseconds: Math.round(performance.now() - started) };
      }
      throw new MermaidUnavailable((error as Error).message);
    } finally {
      this.#worker.unref();
    }
  }

  async dispose(): Promise<void> {
    this.spent = true;
    this.#fail(new Error('it was closed'));
    await this.#worker.terminate();
  }

  #giveUp(): void {
    this.spent = true;
    void this.#worker.terminate();
  }

  #reply(timeout: number): Promise<WorkerReply> {
    return new Promise<WorkerReply>((resolve, reject) => {
      const timer = setTimeout(() => reject(tooSlow), timeout);
      this.#receive = (reply) => {
        clearTimeout(timer);
        resolve(reply);
      };
      this.#fail = (error) => {
        clearTimeout(timer);
        reject(error);
      };
    });
  }
}

const tooSlow = new Error('too slow');
