import type { CourseDocument } from '../../course/course-document';
import type { CheckedDemo } from '../../demos/check-demo';
import type { Demo } from '../../demos/demo';
import { demoFences, demoFinding } from '../../demos/demo-fence';
import type { Finding } from '../../diagnostics/course-diagnostic';

/** Runs a demo and holds its claims against the results; undefined when nobody wants the answer any more. */
export type CheckDemo = (demo: Demo) => Promise<CheckedDemo | undefined>;

/** `demo.yaml`, `demo.unknown-key`, `demo.value`, `demo.expectation`: what is wrong with the demos of a document. */
export async function demoFindings(document: CourseDocument, check: CheckDemo): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { fence, demo } of demoFences(document)) {
    const checked = await check(demo);
    if (!checked) return found;
    found.push(...checked.problems.flatMap((problem) => demoFinding(problem, fence) ?? []));
  }
  return found;
}
