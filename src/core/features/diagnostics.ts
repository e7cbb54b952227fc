import type { Cancellation } from '../cancellation';
import type { CourseDiagnostic, Finding } from '../diagnostics/course-diagnostic';
import { suppress } from '../diagnostics/suppress';
import { checkDemoFence } from './demos/check-demo-fence';
import { demoFindings } from './demos/demo-findings';
import type { FeatureContext } from './feature-context';
import { mathFindings } from './formulas/math-findings';
import { linkFindings } from './links/link-findings';
import { fenceFindings } from './markdown/fence-findings';
import { labelConflictFindings } from './mermaid/label-conflict-findings';
import { mermaidFindings } from './mermaid/mermaid-findings';
import { unfencedFindings } from './mermaid/unfenced-findings';
import { outlineFindings } from './outline/outline-findings';
import { termFindings } from './terms/term-findings';

/** One kind of check. Findings are in document offsets; their order does not matter. */
export type Check = (
  context: FeatureContext,
  cancellation?: Cancellation,
) => readonly Finding[] | Promise<readonly Finding[]>;

const checks: readonly Check[] = [
  fenceFindings,
  mermaidFindings,
  unfencedFindings,
  outlineFindings,
  termFindings,
  labelConflictFindings,
  mathFindings,
  (context, cancellation) => demoFindings(context.document, (demo) => checkDemoFence(context, demo, cancellation)),
  linkFindings,
];

/** Everything wrong with a document, in text order, as the settings and the author's own suppressions will have it. */
export async function diagnostics(context: FeatureContext, cancellation?: Cancellation): Promise<CourseDiagnostic[]> {
  const found = await Promise.all(checks.map((check) => check(context, cancellation)));
  const shown: CourseDiagnostic[] = [];
  for (const finding of suppress(context.document, found.flat())) {
    const severity = context.settings.severity[finding.code];
    if (severity !== 'off') shown.push({ ...finding, severity });
  }
  return shown.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
