import type { Cancellation } from '../cancellation';
import { type CheckedDemo, checkDemo } from './check-demo';
import type { Demo } from './demo';
import type { DemoHost } from './demo-definition';
import { filesOf } from './run-demo';

const remembered = 200;

/**
 * Checks demos and remembers the answers: as long as a fence's text stands, its demo is not run again. A demo that reads
 * a file is run every time, since the file may have changed.
 */
export class DemoChecker {
  readonly #known = new Map<string, CheckedDemo>();

  async check(demo: Demo, host: DemoHost, cancellation?: Cancellation): Promise<CheckedDemo | undefined> {
    const key = `${demo.kind}\n${demo.text}`;
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
      return known;
    }
    const checked = await checkDemo(demo, host, cancellation);
    if (!checked || filesOf(demo).length > 0) return checked;
    this.#known.set(key, checked);
    if (this.#known.size > remembered) this.#known.delete(this.#known.keys().next().value!);
    return checked;
  }
}
