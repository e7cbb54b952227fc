import type { PackedFacts } from './fact';

/** Reads closed files elsewhere, several at once, so that whoever asks meanwhile does not wait for a large course. */
export interface CourseReader {
  /** How many readings keep it busy. */
  readonly atOnce: number;
  /** What a stored file says of itself; undefined when it cannot be read. Rejects when the reader itself fails. */
  read(uri: string): Promise<PackedFacts | undefined>;
}
