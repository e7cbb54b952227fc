import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { CourseService } from '../core/service';

/** Reads all files of courses in the background, one course after the other. */
export class CourseLoader {
  readonly #service: Pick<CourseService, 'load'>;
  readonly #progress: () => Promise<WorkDoneProgressServerReporter | undefined>;
  readonly #report: (error: unknown) => void;
  #last: Promise<void> = Promise.resolve();

  /** @param progress makes a bar that the person sees and may cancel by, where the client has one */
  constructor(
    service: Pick<CourseService, 'load'>,
    progress: () => Promise<WorkDoneProgressServerReporter | undefined>,
    report: (error: unknown) => void,
  ) {
    this.#service = service;
    this.#progress = progress;
    this.#report = report;
  }

  /** Settles when all that was asked so far is read. `roots` is asked when its turn comes; failures are reported. */
  load(roots: () => readonly string[]): Promise<void> {
    this.#last = this.#last
      .then(async () => {
        for (const root of roots()) await this.#loadOne(root);
      })
      .catch(this.#report);
    return this.#last;
  }

  async #loadOne(root: string): Promise<void> {
    let progress: WorkDoneProgressServerReporter | undefined;
    // The bar may come late or never: reading does not wait for it.
    const bar = this.#progress().then((given) => {
      progress = given;
      given?.begin('Coursewright: reading the course', 0, undefined, true);
    });
    const cancellation = {
      get aborted() {
        return progress?.token.isCancellationRequested ?? false;
      },
    };
    let shown = 0;
    try {
      await this.#service.load(root, cancellation, (done, total) => {
        const percent = Math.floor((100 * done) / total);
        if (percent === shown) return;
        shown = percent;
        progress?.report(percent, `${done} of ${total} files`);
      });
    } finally {
      void bar.then(() => progress?.done());
    }
  }
}
