import type { CourseService } from '../core/service';

/** How long a file rests before others are looked at because of it, in milliseconds. */
const rest = 300;

/** Notices when a change of one file may alter the diagnostics of others, as most keystrokes do not. */
export class Ripples {
  readonly #service: CourseService;
  readonly #tell: (uri: string) => void;
  readonly #states = new Map<string, string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** @param tell hears which file changed for others */
  constructor(service: CourseService, tell: (uri: string) => void) {
    this.#service = service;
    this.#tell = tell;
  }

  /** A text is about to change: what others see of it until then is remembered. */
  before(uri: string): void {
    if (!this.#states.has(uri)) this.#states.set(uri, this.#service.sharedState(uri));
  }

  /** A text has changed. */
  after(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.#look(uri), rest),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #look(uri: string): void {
    this.#timers.delete(uri);
    const state = this.#service.sharedState(uri);
    if (state === this.#states.get(uri)) return;
    this.#states.set(uri, state);
    this.#tell(uri);
  }
}
