/** Something this machine lacks and we could not get: one sentence that a person can act on, shown without a stack. */
export class Unavailable extends Error {
  /** @override */
  name = 'Unavailable';
}
