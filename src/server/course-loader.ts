import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { say } from '../core/l10n/say';
import type { CourseService } from '../core/service';
import type { ServerActivity } from '../protocol';

/** Reads all files of courses in the background, one course after the other. */
export class CourseLoader {
  readonly #service: Pick<CourseService, 'load'>;
  readonly #progress: () => Promise<WorkDoneProgressServerReporter | undefined>;
  readonly #report: (error: unknown) => void;
  readonly #active: (activity: ServerActivity) => void;
  #last: Promise<void> = Promise.resolve();

  /**
   * @param progress makes a bar that the person sees and may cancel by, where the client has one
   * @param active hears how far it is, at each percent
   */
  constructor(
    service: Pick<CourseService, 'load'>,
    progress: () => Promise<WorkDoneProgressServerReporter | undefined>,
    report: (error: unknown) => void,
    active: (activity: ServerActivity) => void,
  ) {
    this.#service = service;
    this.#progress = progress;
    this.#report = report;
    this.#active = active;
  }

  /** Settles when all that was asked so far is read. `roots` is asked when its turn comes; failures are reported. */
  load(roots: () => readonly string[]): Promise<void> {
    this.#last = this.#last
      .then(async () => {
        let files = 0;
        for (const root of roots()) files += await this.#loadOne(root);
        this.#active({ state: 'ready', files });
      })
      .catch(this.#report);
    return this.#last;
  }

  /** Reads one course, and says how many files it has. */
  async #loadOne(root: string): Promise<number> {
    let progress: WorkDoneProgressServerReporter | undefined;
    // The bar may come late or never: reading does not wait for it.
    const bar = this.#progress().then((given) => {
      progress = given;
      given?.begin(say`Coursewright: reading the course`, 0, undefined, true);
    });
    const cancellation = {
      get aborted() {
        return progress?.token.isCancellationRequested ?? false;
      },
    };
    let shown = -1;
    let files = 0;
    try {
      await this.#service.load(root, cancellation, (done, total) => {
        files = total;
        const percent = Math.floor((100 * done) / total);
        if (percent === shown) return;
        shown = percent;
        this.#active({ state: 'reading', done, total });
        progress?.report(percent, say`${done} of ${total} files`);
      });
    } finally {
      void bar.then(() => progress?.done());
    }
    return files;
  }
}
