import type { FeatureContext } from './feature-context';

/** How long somebody at an editor waits for an answer. */
export interface Patience {
  /** Settles when an answer is to be given with what is known by then. */
  over(): Promise<void>;
  /** Hears that what an answer lacked is known by now: it is worth asking again. */
  caughtUp(): void;
}

/** What work comes to; undefined where it takes longer than whoever asks waits, and then they are told when it is done. */
export async function inPatience<T>(
  { patience }: Pick<FeatureContext, 'patience'>,
  work: Promise<T>,
): Promise<T | undefined> {
  if (!patience) return work;
  let late = false;
  // A failure too is told by asking again.
  const done = () => {
    if (late) patience.caughtUp();
  };
  void work.then(done, done);
  const over = patience.over().then(() => {
    late = true;
    return undefined;
  });
  return Promise.race([work, over]);
}
