import type { CourseService } from '../core/service';
import type { Answers } from './answers';

/** How long a course rests before its views are told of a change, in milliseconds. */
const rest = 300;

/** Answers what the views ask beyond the protocol's own requests. Until they have asked, nobody is told of changes. */
export class ViewRequests {
  readonly #tell: () => void;
  #asked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell hears that what the views show may be another by now */
  constructor(answers: Answers, service: CourseService, tell: () => void) {
    this.#tell = tell;
    answers.own('coursewright/glossary', () => {
      this.#asked = true;
      return { terms: service.listGlossary() };
    });
    answers.own('coursewright/skills', async () => {
      this.#asked = true;
      return { files: await service.listSkills() };
    });
  }

  /** Some file of a course is another now. */
  changed(): void {
    if (!this.#asked) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#tell, rest);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
