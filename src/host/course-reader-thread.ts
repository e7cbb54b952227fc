import type { MessagePort } from 'node:worker_threads';
import { courseLanguageOf } from '../core/course/course-language';
import { type PackedFacts, packFacts } from '../core/course/fact';
import { courseFacts } from '../core/course-facts';
import { parseCourseDocument } from '../core/parse-course-document';
import { createDiskWorkspace } from './disk-workspace';

export interface ReadRequest {
  readonly uri: string;
}

export interface ReadReply {
  readonly facts: PackedFacts | undefined;
}

/** What a thread of the course reader runs: answers each request in its turn. */
export function serveCourseReader(port: MessagePort): void {
  const workspace = createDiskWorkspace({ roots: () => [], excludes: async () => [] });
  const read = async (uri: string): Promise<PackedFacts | undefined> => {
    const source = await workspace.read(uri);
    const language = courseLanguageOf(uri);
    return source && language && packFacts(parseCourseDocument(source, language), courseFacts);
  };
  let last: Promise<void> = Promise.resolve();
  port.on('message', ({ uri }: ReadRequest) => {
    // An error ends the thread, and with it whatever it was asked: who asked reads the files itself.
    last = last.then(async () => port.postMessage({ facts: await read(uri) } satisfies ReadReply));
  });
}
