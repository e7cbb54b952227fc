import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CourseReader, TextTrial } from '../core/course/course-reader';
import { spokenLanguage } from '../core/l10n/say';
import type { ReadReply, ReadRequest, TrialRequest } from './course-reader-thread';
import { processorTime } from './processor-time';
import { smallYouth } from './small-youth';

export interface CourseReaderOptions {
  /** Path of a built program that runs `serveCourseReader` when it finds itself in a worker thread. */
  readonly workerScript: string;
  /** Threads at most; by default one a core, two at the most. */
  readonly threads?: number;
  /**
   * How long one file may take, in milliseconds of the processor's time; by default as long as it takes. On a machine that
   * others keep busy it may take some times as long by the clock.
   */
  readonly timeout?: number;
}

/** How long a thread is kept when there is nothing to read, in milliseconds. */
const patience = 2000;
/** How often a file that had less of the processor than it may have is waited for once more. */
const mostWaits = 8;
/** A thread always has the next file at hand when one is done. */
const ahead = 2;

/** Reads the files of a course in threads, which are started when asked and end when nothing is left to read. */
export function createCourseReader({ workerScript, threads, timeout }: CourseReaderOptions): CourseReader &
  TextTrial & {
    dispose(): Promise<void>;
  } {
  const most = Math.max(1, threads ?? Math.min(2, availableParallelism()));
  const all = new Set<ReaderThread>();
  let timer: NodeJS.Timeout | undefined;

  const leastBusy = (): ReaderThread => {
    const [least] = [...all].sort((a, b) => a.waiting - b.waiting);
    if (least && (least.waiting === 0 || all.size === most)) return least;
    const thread = new ReaderThread(workerScript, timeout, () => all.delete(thread));
    all.add(thread);
    return thread;
  };
  const dispose = async () => {
    clearTimeout(timer);
    await Promise.all([...all].map((thread) => thread.end()));
  };

  const ask = async (request: ReadRequest | TrialRequest): Promise<ReadReply> => {
    clearTimeout(timer);
    try {
      return await leastBusy().read(request);
    } finally {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if ([...all].every(({ waiting }) => waiting === 0)) void dispose();
      }, patience).unref();
    }
  };

  return {
    atOnce: most * ahead,
    read: async (uri, maxSize) => (await ask({ uri, maxSize })).facts,
    timeOf: async (source, language) => (await ask({ source, language })).milliseconds,
    dispose,
  };
}

interface Reading {
  resolve(reply: ReadReply): void;
  reject(error: Error): void;
}

/** A thread, and what it was asked and has not answered yet, in order. */
class ReaderThread {
  readonly #worker: Worker;
  readonly #readings: Reading[] = [];
  readonly #timeout: number | undefined;
  readonly #ended: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(script: string, timeout: number | undefined, ended: () => void) {
    this.#timeout = timeout;
    this.#ended = ended;
    this.#worker = new Worker(script, {
      name: 'coursewright-reader',
      workerData: spokenLanguage(),
      resourceLimits: smallYouth,
      stdout: true,
      stderr: true,
    });
    const fail = (error: Error) => {
      ended();
      clearTimeout(this.#timer);
      for (const { reject } of this.#readings.splice(0)) reject(error);
    };
    this.#worker.on('message', (reply: ReadReply) => {
      this.#readings.shift()?.resolve(reply);
      this.#watch();
      if (this.waiting === 0) this.#worker.unref();
    });
    this.#worker.on('error', fail);
    this.#worker.on('exit', () => fail(new Error('the thread that reads course files ended')));
    this.#worker.unref();
  }

  get waiting(): number {
    return this.#readings.length;
  }

  read(request: ReadRequest | TrialRequest): Promise<ReadReply> {
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#readings.push({ resolve, reject });
      if (this.waiting === 1) this.#watch();
      this.#worker.postMessage(request);
    });
  }

  /** Gives the file that is being read now its time. */
  #watch(): void {
    clearTimeout(this.#timer);
    const [current] = this.#readings;
    if (!current || this.#timeout === undefined) return;
    const timeout = this.#timeout;
    const used = processorTime();
    const wait = (left: number, waits: number) => {
      this.#timer = setTimeout(() => {
        const more = timeout - used();
        if (more > 0 && waits > 1) wait(Math.max(more, timeout / 4), waits - 1);
        else giveUp();
      }, left);
      this.#timer.unref();
    };
    const giveUp = () => {
      const seconds = timeout / 1000;
      // Nothing more is asked of it.
      this.#ended();
      current.reject(new Error(`reading it takes more than ${seconds} seconds; it is left out until it changes`));
      void this.#worker.terminate();
    };
    wait(timeout, mostWaits);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
