import type { SourceFile } from '../workspace';
import type { CourseLanguage } from './course-document';
import type { PackedFacts } from './fact';

/** Reads closed files elsewhere, several at once, so that whoever asks meanwhile does not wait for a large course. */
export interface CourseReader {
  /** How many readings keep it busy. */
  readonly atOnce: number;
  /**
   * What a stored file of at most `maxSize` bytes says of itself; undefined when it cannot be read. Rejects when the
   * reader itself fails.
   */
  read(uri: string, maxSize: number): Promise<PackedFacts | undefined>;
}

/** Reads texts elsewhere for the time that it takes, so that one that takes too long keeps nobody waiting. */
export interface TextTrial {
  /** How long a text takes to be read, in milliseconds. Rejects where it came to no end, with a sentence that says so. */
  timeOf(source: SourceFile, language: CourseLanguage): Promise<number>;
}

/** A reader of one course, which knows how large its files may be. */
export interface ReaderOfCourse {
  readonly atOnce: number;
  read(uri: string): Promise<PackedFacts | undefined>;
  /** Hears of a large file that could not be read so; absent where such a file is then read by whoever asked. */
  leaveOut?(uri: string, error: unknown): void;
}
