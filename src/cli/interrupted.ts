import { constants } from 'node:os';

/** The person, or the system, has stopped a run. */
export class Interrupted extends Error {
  /** What a shell expects of a program that a signal ended. */
  readonly status: number;

  constructor(status: number) {
    super('stopped');
    this.status = status;
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something that the first signal aborts, and a second one ends at once. As long as it lasts no signal falls into
 * the middle of a step: a file that is being written gets its name before anything is heard.
 */
export async function interruptibly<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    const status = 128 + constants.signals[name];
    if (stop.signal.aborted) process.exit(status);
    // Set at once: threads that are being ended keep no process alive, so it may be over before anything else is said.
    process.exitCode = status;
    stop.abort(new Interrupted(status));
  };
  for (const name of signals) process.on(name, onSignal);
  try {
    return await act(stop.signal);
  } finally {
    for (const name of signals) process.off(name, onSignal);
  }
}
