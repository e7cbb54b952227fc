/** A rename that would break something. The message says what, and what to do. */
export class RenameRefused extends Error {}
