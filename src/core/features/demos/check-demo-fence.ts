import type { Cancellation } from '../../cancellation';
import type { CheckedDemo } from '../../demos/check-demo';
import type { Demo } from '../../demos/demo';
import { demoJob } from '../../demos/demo-job';
import type { FeatureContext } from '../feature-context';

/** A demo of a document, run. Undefined where nothing runs demos, or nobody waits for the answer any more. */
export async function checkDemoFence(
  { demos, readData }: FeatureContext,
  demo: Demo,
  cancellation?: Cancellation,
): Promise<CheckedDemo | undefined> {
  return demos?.check(await demoJob(demo, readData), cancellation);
}
