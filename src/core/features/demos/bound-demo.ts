import type { Cancellation } from '../../cancellation';
import { demoAsRead } from '../../demos/bindings/file-numbers';
import type { FoundDemo } from '../../demos/bindings/find-named-demo';
import type { CheckedDemo } from '../../demos/check-demo';
import { demoJob } from '../../demos/demo-job';
import type { FeatureContext } from '../feature-context';
import { checkDemoFence } from './check-demo-fence';

/** Some results of a named demo, wherever it stands. Undefined where nothing runs demos, or nobody waits any more. */
export const checkNamedDemo = (
  context: FeatureContext,
  { uri, demo }: FoundDemo,
  only: readonly string[],
  cancellation?: Cancellation,
): Promise<CheckedDemo | undefined> => checkDemoFence(context, demoAsRead(demo), cancellation, { lesson: uri, only });

/** The same for a person at a cursor: undefined too where that takes more than a moment, longer for one who asked. */
export async function glanceAtDemo(
  { demos, readData }: FeatureContext,
  { uri, demo }: FoundDemo,
  only: readonly string[],
  asked: boolean,
): Promise<CheckedDemo | undefined> {
  const job = await demoJob(demoAsRead(demo), (path) => readData(path, uri));
  return demos?.glance({ ...job, only }, asked);
}
