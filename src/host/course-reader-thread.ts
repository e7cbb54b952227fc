import type { MessagePort } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { courseLanguageOf } from '../core/course/course-language';
import { type PackedFacts, packFacts } from '../core/course/fact';
import { courseFacts } from '../core/course-facts';
import { parseCourseDocument } from '../core/parse-course-document';
import { HumanError } from './human-error';
import { readSource } from './read-source';

export interface ReadRequest {
  readonly uri: string;
  /** How large the file may be, in bytes. */
  readonly maxSize: number;
}

export interface ReadReply {
  readonly facts: PackedFacts | undefined;
}

/** What a thread of the course reader runs: answers each request in its turn. */
export function serveCourseReader(port: MessagePort): void {
  port.on('message', ({ uri, maxSize }: ReadRequest) => {
    // An error ends the thread, and with it whatever it was asked: who asked reads the files itself.
    port.postMessage({ facts: read(uri, maxSize) } satisfies ReadReply);
  });
}

function read(uri: string, maxSize: number): PackedFacts | undefined {
  const language = courseLanguageOf(uri);
  if (!language) return undefined;
  try {
    const { text } = readSource(URI.parse(uri).fsPath, maxSize);
    return packFacts(parseCourseDocument({ uri, text, version: 0 }, language), courseFacts);
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}
