import type { Cancellation } from '../../cancellation';
import type { CheckedDemo } from '../../demos/check-demo';
import type { Demo } from '../../demos/demo';
import type { FeatureContext } from '../feature-context';

/** A demo of a document, run. Undefined where nothing runs demos, or nobody waits for the answer any more. */
export async function checkDemoFence(
  { document, course, demos, settings }: FeatureContext,
  { kind, text }: Demo,
  cancellation?: Cancellation,
): Promise<CheckedDemo | undefined> {
  const maxFileSize = settings.files.maxSize;
  return demos?.check({ kind, text, lesson: document.uri, root: course.root, maxFileSize }, cancellation);
}
