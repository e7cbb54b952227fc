import { anyOf, type Cancellation } from '../../cancellation';
import type { CheckedDemo } from '../../demos/check-demo';
import type { Demo } from '../../demos/demo';
import { demoJob } from '../../demos/demo-job';
import type { FeatureContext } from '../feature-context';

/** A demo of another lesson than the document, or some of its results alone. */
export interface DemoElsewhere {
  readonly lesson?: string;
  readonly only?: readonly string[];
}

/** A demo of a document, run. Undefined where nothing runs demos, or nobody waits for the answer any more. */
export async function checkDemoFence(
  { demos, readData, outdated }: FeatureContext,
  demo: Demo,
  cancellation?: Cancellation,
  { lesson, only }: DemoElsewhere = {},
): Promise<CheckedDemo | undefined> {
  const job = await demoJob(demo, (path) => readData(path, lesson));
  return demos?.check(only ? { ...job, only } : job, anyOf(cancellation, outdated));
}
