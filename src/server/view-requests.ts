import type { Connection } from 'vscode-languageserver';
import type { CourseService } from '../core/service';
import { courseChanged } from '../protocol';

/** How long a course rests before its views are told of a change, in milliseconds. */
const rest = 300;

/** Binds what the views ask beyond the protocol's own requests. Until they have asked, nobody is told of changes. */
export class ViewRequests {
  readonly #connection: Connection;
  #asked = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, service: CourseService) {
    this.#connection = connection;
    connection.onRequest('coursewright/glossary', () => {
      this.#asked = true;
      return { terms: service.listGlossary() };
    });
    connection.onRequest('coursewright/skills', async () => {
      this.#asked = true;
      return { files: await service.listSkills() };
    });
  }

  /** Some file of a course is another now. */
  changed(): void {
    if (!this.#asked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connection.sendNotification(courseChanged), rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
