/** The person has stopped a run. */
export class Interrupted extends Error {
  constructor() {
    super('stopped');
  }
}

/** What a shell expects of a program that Ctrl-C ended: 128 and the signal's number. */
export const interruptedStatus = 130;
