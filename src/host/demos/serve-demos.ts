import { DemoChecker } from '../../core/demos/demo-checker';
import { demoHost } from '../../core/demos/demo-host';
import type { DemoJob } from '../../core/demos/demo-solver';
import type { ModelStore } from '../../core/demos/model/language-model';
import { readDemo } from '../../core/demos/read-demo';
import { picked } from '../../core/demos/result';
import type { FromDemoWorker, ToDemoWorker } from './messages';

/** The thread's end of its channel. */
export interface DemoPort {
  on(event: 'message', listener: (message: ToDemoWorker) => void): unknown;
  postMessage(message: FromDemoWorker): void;
}

/**
 * Runs demos, one at a time, politely enough to hear that nobody waits any more.
 * @param pause lets what has come meanwhile be heard
 */
export function serveDemos(port: DemoPort, models: ModelStore, pause: () => Promise<void>): void {
  const checker = new DemoChecker();
  const withdrawn = new Set<number>();

  async function run(id: number, { kind, text, data, only }: DemoJob): Promise<void> {
    const cancellation = {
      get aborted() {
        return withdrawn.has(id);
      },
    };
    try {
      const checked = await checker.check(readDemo(kind, text), demoHost(data, models, pause), cancellation);
      const results = checked?.results && only ? picked(checked.results, only) : (checked?.results ?? null);
      port.postMessage({ id, checked: checked && { ...checked, results } });
    } catch (error) {
      port.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
    }
    withdrawn.delete(id);
  }

  port.on('message', (message) => {
    if ('withdraw' in message) withdrawn.add(message.withdraw);
    else void run(message.id, message.job);
  });
}
