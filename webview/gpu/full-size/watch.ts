/** Hears how much of a long computation is done, between two of its parts; stops it by throwing. */
export type Watch = (done: number, of: number) => Promise<void> | void;
