import type { Cancellation } from '../cancellation';
import type { Course } from '../course/course';
import type { CourseDocument } from '../course/course-document';
import { nearDemoFindings } from '../demos/near-demo';
import type { CourseDiagnostic, Finding } from '../diagnostics/course-diagnostic';
import { diagnosticCodes, type Severity } from '../diagnostics/diagnostic-code';
import { spareMistakes } from '../diagnostics/meant-as-wrong';
import { sayOnce } from '../diagnostics/say-once';
import { suppress } from '../diagnostics/suppress';
import type { CourseSettings } from '../settings';
import { bindingFindings } from './demos/binding-findings';
import { checkDemoFence } from './demos/check-demo-fence';
import { demoFindings } from './demos/demo-findings';
import type { FeatureContext } from './feature-context';
import { mathFindings } from './formulas/math-findings';
import { texFindings } from './formulas/tex-findings';
import { linkFindings } from './links/link-findings';
import { fenceFindings } from './markdown/fence-findings';
import { labelConflictFindings } from './mermaid/label-conflict-findings';
import { mermaidFindings } from './mermaid/mermaid-findings';
import { noTitleFindings } from './mermaid/no-title-findings';
import { unfencedFindings } from './mermaid/unfenced-findings';
import { circleFindings } from './order/circle-findings';
import { usedBeforeDefinedFindings } from './order/used-before-defined-findings';
import { outlineFindings } from './outline/outline-findings';
import { overviewFindings } from './overview/overview-findings';
import { termFindings } from './terms/term-findings';
import { untranslatedFindings } from './terms/untranslated-findings';

/** One kind of check. Findings are in document offsets; their order does not matter. */
export type Check = (
  context: FeatureContext,
  cancellation?: Cancellation,
) => readonly Finding[] | Promise<readonly Finding[]>;

const checks: readonly Check[] = [
  fenceFindings,
  mermaidFindings,
  noTitleFindings,
  unfencedFindings,
  outlineFindings,
  circleFindings,
  usedBeforeDefinedFindings,
  termFindings,
  untranslatedFindings,
  labelConflictFindings,
  mathFindings,
  texFindings,
  (context, cancellation) => demoFindings(context.document, (demo) => checkDemoFence(context, demo, cancellation)),
  ({ document }) => nearDemoFindings(document),
  bindingFindings,
  linkFindings,
  overviewFindings,
];

/** The last answer about a document, and what beside the document it depended on. */
interface Answer {
  readonly course: Course;
  readonly revision: number;
  readonly settings: CourseSettings;
  /** Undefined where the work was given up. */
  readonly found: Promise<readonly CourseDiagnostic[] | undefined>;
}

const answers = new WeakMap<CourseDocument, Answer>();

/**
 * Everything wrong with a document, in text order, as the settings and the author's own suppressions will have it.
 * Worked out anew, since a picture may have come or a demo's data file may have changed on the disk.
 */
export function diagnostics(
  context: FeatureContext,
  cancellation?: Cancellation,
): Promise<readonly CourseDiagnostic[]> {
  const { document, course, settings } = context;
  const answer = workOut(context, cancellation);
  const found = answer.then(
    (all) => (cancellation?.aborted ? undefined : all),
    () => undefined,
  );
  answers.set(document, { course, revision: course.revision, settings, found });
  return answer;
}

/** The diagnostics as last worked out, while the text, its course and the settings stand; else worked out now. */
export async function knownDiagnostics(
  context: FeatureContext,
  cancellation?: Cancellation,
): Promise<readonly CourseDiagnostic[]> {
  const { document, course, settings } = context;
  const known = answers.get(document);
  const stands = known?.course === course && known.revision === course.revision && known.settings === settings;
  return (stands ? await known.found : undefined) ?? diagnostics(context, cancellation);
}

const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const milder = (severity: Severity, atMost: Severity = 'error'): Severity =>
  gravestFirst[Math.max(gravestFirst.indexOf(severity), gravestFirst.indexOf(atMost))]!;

async function workOut(context: FeatureContext, cancellation?: Cancellation): Promise<readonly CourseDiagnostic[]> {
  const found = await Promise.all(checks.map((check) => check(context, cancellation)));
  const shown: CourseDiagnostic[] = [];
  for (const finding of suppress(context.document, found.flat())) {
    const severity = context.settings.severity[finding.code];
    if (severity === 'off') continue;
    const raised = severity === diagnosticCodes[finding.code] ? finding.atLeast : undefined;
    shown.push({ ...finding, severity: milder(raised ?? severity, finding.atMost) });
  }
  return sayOnce(spareMistakes(context.document, shown)).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
