import type { MessagePort } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import type { CourseLanguage } from '../core/course/course-document';
import { courseLanguageOf } from '../core/course/course-language';
import { type PackedFacts, packFacts } from '../core/course/fact';
import { courseFacts } from '../core/course-facts';
import { parseCourseDocument } from '../core/parse-course-document';
import type { SourceFile } from '../core/workspace';
import { HumanError } from './human-error';
import { processorTime } from './processor-time';
import { readSource } from './read-source';

export interface ReadRequest {
  readonly uri: string;
  /** How large the file may be, in bytes. */
  readonly maxSize: number;
}

/** A text that is read for the time that it takes. */
export interface TrialRequest {
  readonly source: SourceFile;
  readonly language: CourseLanguage;
}

export interface ReadReply {
  /** Absent where only the time was asked for. */
  readonly facts?: PackedFacts | undefined;
  /** How long the reading took, as {@link processorTime} has it. */
  readonly milliseconds: number;
}

/** What a thread of the course reader runs: answers each request in its turn. */
export function serveCourseReader(port: MessagePort): void {
  port.on('message', (request: ReadRequest | TrialRequest) => {
    const used = processorTime();
    // An error ends the thread, and with it whatever it was asked: who asked reads the files itself.
    const facts = 'source' in request ? factsOf(request.source, request.language) : read(request.uri, request.maxSize);
    const milliseconds = used();
    port.postMessage({ ...('source' in request ? {} : { facts }), milliseconds } satisfies ReadReply);
  });
}

const factsOf = (source: SourceFile, language: CourseLanguage): PackedFacts =>
  packFacts(parseCourseDocument(source, language), courseFacts);

function read(uri: string, maxSize: number): PackedFacts | undefined {
  const language = courseLanguageOf(uri);
  if (!language) return undefined;
  try {
    const { text } = readSource(URI.parse(uri).fsPath, maxSize);
    return factsOf({ uri, text, version: 0 }, language);
  } catch (error) {
    if (error instanceof HumanError) return undefined;
    throw error;
  }
}
